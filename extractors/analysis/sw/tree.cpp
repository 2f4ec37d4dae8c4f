#include "analysis/sw/tree.hpp"

namespace habari::swahili {
namespace {

bool is_mark(const Word& word) {
  return word.reading->kind == WordKind::punctuation || word.reading->kind == WordKind::symbol;
}

int find_root(const std::vector<Word>& words) {
  int first = -1;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].deprel == Deprel::root && words[i].head < 0) return static_cast<int>(i);
    if (first < 0 && words[i].head < 0 && !is_mark(words[i])) first = static_cast<int>(i);
  }
  return first < 0 ? 0 : first;
}

/// Whether going up from `from` ends at the root.
bool reaches(const std::vector<Word>& words, int from, int root) {
  std::size_t steps = 0;
  for (int at = from; at >= 0; at = words[static_cast<std::size_t>(at)].head) {
    if (at == root) return true;
    if (++steps > words.size()) return false;
  }
  return false;
}

/// The opening mark that a closing one pairs with; -1 where there is none.
int opening_of(const std::vector<Word>& words, int i) {
  const std::string_view form = words[static_cast<std::size_t>(i)].form;
  std::string_view open;
  if (form == ")")
    open = "(";
  else if (form == "]")
    open = "[";
  else if (form == "\xE2\x80\x9D")
    open = "\xE2\x80\x9C";
  else if (form == "\xE2\x80\x99")
    open = "\xE2\x80\x98";
  else if (form == "\xC2\xBB")
    open = "\xC2\xAB";
  else if (form == "\"" || form == "'") {
    // A straight quote closes where an odd number of its like stand before it.
    int count = 0;
    int last = -1;
    for (int j = 0; j < i; ++j) {
      if (words[static_cast<std::size_t>(j)].form == form) {
        ++count;
        last = j;
      }
    }
    return count % 2 == 1 ? last : -1;
  } else {
    return -1;
  }
  for (int j = i - 1; j >= 0; --j) {
    if (words[static_cast<std::size_t>(j)].form == open) return j;
  }
  return -1;
}

/// The apposition or relative clause that a comma at `i` closes; -1 where there is none.
int closed_phrase(const std::vector<Word>& words, int i) {
  int at = i - 1;
  for (std::size_t steps = 0; at >= 0 && steps < words.size(); ++steps) {
    const Word& word = words[static_cast<std::size_t>(at)];
    const bool phrase = word.deprel == Deprel::appos || word.deprel == Deprel::acl;
    if (phrase && word.head < at) {
      int first = at;
      for (int j = 0; j < at; ++j) {
        if (words[static_cast<std::size_t>(j)].head == at && !is_mark(words[static_cast<std::size_t>(j)])) {
          first = j;
          break;
        }
      }
      if (first > 0 && words[static_cast<std::size_t>(first - 1)].form == ",") return at;
    }
    if (word.head > i) break;
    at = word.head;
  }
  return -1;
}

/// The highest word right before or after a comma that the comma sets apart: the clause or phrase that begins or ends.
int punctuation_head(const std::vector<Word>& words, int i, int root) {
  const auto size = static_cast<int>(words.size());
  int after = i + 1;
  while (after < size && is_mark(words[static_cast<std::size_t>(after)])) ++after;
  if (after >= size) return root;
  // The phrase after the mark, as high as it stays behind it.
  int at = after;
  while (words[static_cast<std::size_t>(at)].head > i) at = words[static_cast<std::size_t>(at)].head;
  const int governor = words[static_cast<std::size_t>(at)].head;
  if (at == root || governor < 0) {
    // What stands before the mark hangs on what follows: the mark belongs to the governor.
    return at;
  }
  return at;
}

}  // namespace

void complete_tree(std::vector<Word>& words) {
  const int root = find_root(words);
  Word& top = words[static_cast<std::size_t>(root)];
  top.head = -1;
  top.deprel = Deprel::root;
  top.subtype = {};
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    if (static_cast<int>(i) == root || is_mark(word)) continue;
    if (word.head < 0 || word.head >= static_cast<int>(words.size()) || word.head == static_cast<int>(i) ||
        !reaches(words, static_cast<int>(i), root)) {
      word.head = root;
      word.deprel = Deprel::dep;
      word.subtype = {};
    }
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    if (static_cast<int>(i) == root || !is_mark(word) || (word.head >= 0 && reaches(words, static_cast<int>(i), root)))
      continue;
    word.head = -1;
    int head = -1;
    if (const int opening = opening_of(words, static_cast<int>(i)); opening >= 0) {
      head = words[static_cast<std::size_t>(opening)].head;
    } else if (word.form == ",") {
      head = closed_phrase(words, static_cast<int>(i));
    }
    if (head < 0) head = punctuation_head(words, static_cast<int>(i), root);
    word.head = head == static_cast<int>(i) || is_mark(words[static_cast<std::size_t>(head)]) ? root : head;
    word.deprel = word.reading->kind == WordKind::symbol ? Deprel::dep : Deprel::punct;
  }
}

}  // namespace habari::swahili
