#include "analysis/segmentation/repairs.hpp"

#include <algorithm>
#include <string>

namespace habari::segmentation {
namespace {

using Range = Paragraph::Range;

constexpr std::size_t shortest_word = 3;

bool is_upper(const Paragraph& paragraph, std::size_t at) { return paragraph[at].is_upper(); }

/// How many characters before `at` are capitals, none of them before `begin`.
std::size_t capitals_before(const Paragraph& paragraph, std::size_t begin, std::size_t at) {
  std::size_t first = at;
  while (first > begin && is_upper(paragraph, first - 1)) --first;
  return at - first;
}

/// Letters [begin, end) that hold a second word from `at` on, a capital with a small letter behind it.
bool are_glued(const Paragraph& paragraph, Range word, std::size_t at, const WordJudge& words) {
  const Range second{at, word.end};
  for (std::size_t i = at + 1; i < word.end; ++i) {
    if (is_upper(paragraph, i)) return false;
  }
  if (second.size() < shortest_word || !words.knows(paragraph.lower(second))) return false;
  const std::size_t capitals = capitals_before(paragraph, word.begin, at);
  if (capitals > 0) return capitals >= 2 && at - capitals == word.begin;
  const Range first{word.begin, at};
  return first.size() >= shortest_word && !is_upper(paragraph, word.begin) && words.knows(paragraph.lower(first));
}

bool is_small_word(std::string_view form) {
  return std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

/// A sentence's first word as it is written elsewhere.
std::string without_capital(const std::string& form) {
  std::string small = form;
  if (small[0] >= 'A' && small[0] <= 'Z') small[0] = static_cast<char>(small[0] - 'A' + 'a');
  return small;
}

bool are_torn(const Token& first, const Token& second, bool opens_sentence, std::string_view text,
              const WordJudge& words) {
  if (second.span.begin != first.span.end + 1 || text[first.span.end] != ' ') return false;
  // Shorter second parts are words of their own behind one that the tables lack.
  if (first.form.size() < shortest_word || second.form.size() <= shortest_word) return false;
  const std::string beginning = opens_sentence ? without_capital(first.form) : first.form;
  return is_small_word(beginning) && is_small_word(second.form) && words.are_one_word(beginning, second.form);
}

}  // namespace

void mark_glued_words(Paragraph& paragraph, const WordJudge& words) {
  for (const Range chunk : paragraph.chunks()) {
    for (std::size_t at = chunk.begin; at < chunk.end;) {
      const Range word = paragraph.letters_around(at);
      if (word.empty()) {
        ++at;
        continue;
      }
      // The last capital within the word is where a second one can begin.
      std::size_t last = word.end - 1;
      while (last > word.begin && !is_upper(paragraph, last)) --last;
      if (last > word.begin && last + 1 < word.end && !paragraph[last].has(mark_inside) &&
          are_glued(paragraph, word, last, words)) {
        paragraph.mark(last, mark_begins);
      }
      at = word.end;
    }
  }
}

void join_torn_words(Sentence& sentence, std::string_view text, const WordJudge& words) {
  std::vector<Token>& tokens = sentence.tokens;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (kept != i) tokens[kept] = std::move(tokens[i]);
    if (i + 1 < tokens.size() && are_torn(tokens[kept], tokens[i + 1], kept == 0, text, words)) {
      ++i;
      tokens[kept].form += tokens[i].form;
      tokens[kept].span.end = tokens[i].span.end;
    }
    ++kept;
  }
  tokens.resize(kept);
}

}  // namespace habari::segmentation
