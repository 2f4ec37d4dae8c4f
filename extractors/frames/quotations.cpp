#include "frames/quotations.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace habari {
namespace {

enum class Mark { none, opening, closing };

constexpr std::array<std::string_view, 4> opening_marks{"“", "«", "„", "``"};
constexpr std::array<std::string_view, 3> closing_marks{"”", "»", "''"};

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& marks, std::string_view form) {
  return std::find(marks.begin(), marks.end(), form) != marks.end();
}

Mark mark_at(const SentenceContext& context, Word word) {
  const Token& token = context.tree()[word];
  if (holds(opening_marks, token.form)) return Mark::opening;
  if (holds(closing_marks, token.form)) return Mark::closing;
  if (token.form != "\"") return Mark::none;
  // A straight mark opens where a blank stands before it and none behind.
  const std::uint32_t begin = context.tree()[word].span.begin;
  const bool at_start = word == 0 || begin == 0;
  const bool glued_before = word > 0 && context.tree()[word - 1].span.end == begin;
  const bool glued_behind =
      word + 1 < context.tree().size() && context.tree()[word + 1].span.begin == context.tree()[word].span.end;
  return at_start || (!glued_before && glued_behind) ? Mark::opening : Mark::closing;
}

}  // namespace

std::vector<Quotation> quotations(const SentenceContext& context) {
  std::vector<Quotation> found;
  const Word size = context.tree().size();
  bool open = false;
  Word first = 0;
  for (Word word = 0; word < size; ++word) {
    const Mark mark = mark_at(context, word);
    if (mark == Mark::opening && !open) {
      open = true;
      first = word + 1;
    } else if (mark == Mark::closing) {
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
