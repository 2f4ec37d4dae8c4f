#include "frames/quotations.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace habari {
namespace {

constexpr std::array<std::string_view, 4> opening_marks{"“", "«", "„", "``"};
constexpr std::array<std::string_view, 3> closing_marks{"”", "»", "''"};

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& marks, std::string_view form) {
  return std::find(marks.begin(), marks.end(), form) != marks.end();
}

}  // namespace

QuotationMark quotation_mark(const Sentence& sentence, Word word) {
  const Token& token = sentence.tokens[word];
  if (holds(opening_marks, token.form)) return QuotationMark::opening;
  if (holds(closing_marks, token.form)) return QuotationMark::closing;
  if (token.form != "\"") return QuotationMark::none;
  const std::uint32_t begin = token.span.begin;
  const bool glued_before = word > 0 && sentence.tokens[word - 1].span.end == begin;
  const bool glued_behind = word + 1 < sentence.tokens.size() && sentence.tokens[word + 1].span.begin == token.span.end;
  return word == 0 || begin == 0 || (!glued_before && glued_behind) ? QuotationMark::opening : QuotationMark::closing;
}

std::vector<Quotation> quotations(const SentenceContext& context) {
  std::vector<Quotation> found;
  const Word size = context.tree().size();
  bool open = false;
  Word first = 0;
  for (Word word = 0; word < size; ++word) {
    const QuotationMark mark = quotation_mark(context.tree().sentence(), word);
    if (mark == QuotationMark::opening && !open) {
      open = true;
      first = word + 1;
    } else if (mark == QuotationMark::closing) {
      // What no mark in this sentence opens began before it.
      if (!open) first = found.empty() ? 0 : word;
      if (first < word) found.push_back({first, word - 1});
      open = false;
    }
  }
  if (open && first < size) found.push_back({first, size - 1});
  return found;
}

}  // namespace habari
