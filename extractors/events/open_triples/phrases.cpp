#include "open_triples/phrases.hpp"

#include <algorithm>
#include <array>

namespace habari {
namespace {

constexpr std::array<std::string_view, 14> separators = {",", ";", ":", ".", "-",   "--", "–",
                                                         "—", "!", "?", "…", "...", "،",  "。"};
/// Brackets, the escapes of treebanks among them.
constexpr std::array<std::string_view, 6> opening = {"(", "[", "{", "-LRB-", "-LSB-", "-LCB-"};
constexpr std::array<std::string_view, 6> closing = {")", "]", "}", "-RRB-", "-RSB-", "-RCB-"};

template <std::size_t N>
bool is_one_of(std::string_view form, const std::array<std::string_view, N>& forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

void append_without_breaks(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\t') {
      out += ' ';
    }
  }
}

}  // namespace

bool heads_clause(const TreeView& tree, Word word) {
  switch (tree[word].deprel) {
    case Deprel::aux:
    case Deprel::cop:
    case Deprel::case_:
    case Deprel::mark:
    case Deprel::cc:
    case Deprel::fixed:
    case Deprel::det:
    case Deprel::flat:
    case Deprel::goeswith:
    case Deprel::compound:
    case Deprel::punct:
      return false;
    default:
      break;
  }
  if (tree.dependent(word, Deprel::cop)) return true;
  return (tree[word].upos == Upos::verb || tree[word].upos == Upos::aux) && tree[word].deprel != Deprel::amod;
}

Words without(Words from, const Words& others) {
  std::erase_if(from, [&](Word word) { return std::find(others.begin(), others.end(), word) != others.end(); });
  return from;
}

Words joined(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

void Phrases::collect(Word word, Words& words) const {
  const std::size_t first = words.size();
  words.push_back(word);
  for (std::size_t i = first; i < words.size(); ++i) {
    const auto children = tree_.dependents(words[i]);
    words.insert(words.end(), children.begin(), children.end());
  }
}

Words Phrases::subtree(Word head) const {
  Words words;
  collect(head, words);
  std::sort(words.begin(), words.end());
  return words;
}

Words Phrases::case_words(Word head) const {
  Words words;
  for (const Word child : tree_.dependents(head)) {
    if (tree_[child].deprel == Deprel::case_ && child < head) collect(child, words);
  }
  std::sort(words.begin(), words.end());
  return words;
}

bool Phrases::follows_directly(Word child) const {
  const Word first = subtree(child).front();
  return first > 0 && tree_[first].upos != Upos::punct && tree_[first - 1].upos != Upos::punct;
}

bool Phrases::is_left_out(Word child, Word head, PhrasePlace place, Conjuncts conjuncts, bool marked) const {
  const Token& token = tree_[child];
  switch (token.deprel) {
    case Deprel::case_:
      return child < head && !marked;
    case Deprel::mark:
      return !marked;
    case Deprel::cc:
      return child < head || conjuncts == Conjuncts::left_out;
    case Deprel::conj:
      return conjuncts == Conjuncts::left_out || heads_clause(tree_, child);
    case Deprel::acl:
      return place == PhrasePlace::subject || token.subtype == "relcl";
    case Deprel::nsubj:
    case Deprel::csubj:
    case Deprel::aux:
    case Deprel::cop:
    case Deprel::parataxis:
    case Deprel::advcl:
      return true;
    case Deprel::appos:
      // A name right behind its title is part of it: `Rais wa Kenya William Ruto`.
      return !follows_directly(child);
    default:
      return false;
  }
}

Words Phrases::noun_phrase(Word head, PhrasePlace place, Conjuncts conjuncts, bool marked) const {
  Words words{head};
  for (const Word child : tree_.dependents(head)) {
    if (!is_left_out(child, head, place, conjuncts, marked)) collect(child, words);
  }
  return trimmed(std::move(words));
}

Words Phrases::clause(Word head, bool marked) const {
  Words words{head};
  for (const Word child : tree_.dependents(head)) {
    const Deprel relation = tree_[child].deprel;
    const bool conjunction = relation == Deprel::mark && tree_[child].upos == Upos::sconj;
    if (relation == Deprel::parataxis || (conjunction && !marked)) continue;
    collect(child, words);
  }
  return trimmed(std::move(words));
}

Words Phrases::trimmed(Words words) const {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::size_t first = 0;
  std::size_t last = words.size();
  while (first < last &&
         (is_one_of(tree_[words[first]].form, separators) || is_one_of(tree_[words[first]].form, closing)))
    ++first;
  while (first < last &&
         (is_one_of(tree_[words[last - 1]].form, separators) || is_one_of(tree_[words[last - 1]].form, opening)))
    --last;
  return {words.begin() + static_cast<std::ptrdiff_t>(first), words.begin() + static_cast<std::ptrdiff_t>(last)};
}

OpenPhrase Phrases::phrase(Words words, std::string_view unsaid) const {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  OpenPhrase result;
  result.text = unsaid;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Span span = tree_[words[i]].span;
    // Words of one multiword token share its span.
    if (!result.spans.empty() && result.spans.back().end >= span.end) continue;
    const bool adjacent = i > 0 && words[i - 1] + 1 == words[i];
    if (adjacent && !result.spans.empty()) {
      result.spans.back().end = span.end;
    } else {
      result.spans.push_back(span);
    }
  }
  for (const Span span : result.spans) {
    if (!result.text.empty()) result.text += ' ';
    append_without_breaks(result.text, slice(context_.text(), span));
  }
  return result;
}

}  // namespace habari
