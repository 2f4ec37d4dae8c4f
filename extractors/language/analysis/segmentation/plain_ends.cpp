#include "analysis/segmentation/plain_ends.hpp"

#include <unicode/uchar.h>

#include <string_view>

namespace habari::segmentation {
namespace {

using Range = Paragraph::Range;

bool is_small(const Paragraph::Character& c) { return u_islower(static_cast<UChar32>(c.value)) != 0; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_final(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x061F; }
bool is_closing(char32_t c) {
  return std::u32string_view(U"\"')]\u2019\u201D\u00BB\u203A").find(c) != std::u32string_view::npos;
}
bool is_straight_quote(char32_t c) { return c == '"' || c == '\'' || c == 0x2019; }
/// What no sentence begins with.
bool continues(char32_t c) { return std::u32string_view(U",;:)]}%\u201D\u00BB/").find(c) != std::u32string_view::npos; }

/// Where digits in brackets that begin at `open` are closed; `open` where they are none.
std::size_t clause_end(const Paragraph& paragraph, Range chunk, std::size_t open) {
  constexpr std::size_t most_digits = 4;
  std::size_t at = open + 1;
  while (at < chunk.end && at <= open + most_digits && paragraph[at].is_digit()) ++at;
  return at > open + 1 && at < chunk.end && paragraph[at].value == ')' ? at : open;
}

/// Whether a sign that has word characters on both sides makes one token of them.
bool joins(const Paragraph& paragraph, Range chunk, std::size_t sign) {
  if (sign <= chunk.begin || sign + 1 >= chunk.end) return false;
  const auto& before = paragraph[sign - 1];
  const auto& after = paragraph[sign + 1];
  if (!before.is_word() || !after.is_word()) return false;
  const char32_t c = paragraph[sign].value;
  if (is_hyphen(c) || c == '@') return true;
  if (c == '\'' || c == 0x2019) return before.is_letter() && after.is_letter();
  const bool digits = before.is_digit() && after.is_digit();
  if (c == '(') return digits && clause_end(paragraph, chunk, sign) > sign;
  return digits && (c == '.' || c == ',' || c == ':' || c == '/');
}

/// Whether the bracket at `sign` closes the clause's number `39(3)`.
bool closes_clause(const Paragraph& paragraph, Range chunk, std::size_t sign) {
  if (paragraph[sign].value != ')') return false;
  std::size_t open = sign;
  while (open > chunk.begin && paragraph[open - 1].is_digit()) --open;
  if (open <= chunk.begin + 1 || paragraph[open - 1].value != '(') return false;
  return paragraph[open - 2].is_digit() && clause_end(paragraph, chunk, open - 1) == sign;
}

bool is_final(const Paragraph& paragraph, Range piece) {
  for (std::size_t at = piece.begin; at < piece.end; ++at) {
    if (!is_final(paragraph[at].value)) return false;
  }
  return true;
}

bool is_closing(const Paragraph& paragraph, Range piece) {
  return piece.size() == 1 && is_closing(paragraph[piece.begin].value);
}

bool is_number(const Paragraph& paragraph, Range piece, std::size_t longest) {
  if (piece.size() > longest) return false;
  for (std::size_t at = piece.begin; at < piece.end; ++at) {
    if (!paragraph[at].is_digit()) return false;
  }
  return true;
}

/// The piece at or before `at` that is final, with nothing but what closes behind it; `at` + 1 where there is none.
std::size_t final_piece(const Paragraph& paragraph, const std::vector<Range>& pieces, std::size_t begin,
                        std::size_t at) {
  constexpr std::size_t most_closings = 4;
  for (std::size_t i = at; at - i <= most_closings; --i) {
    if (is_final(paragraph, pieces[i])) return i;
    if (!is_closing(paragraph, pieces[i]) || i == begin || pieces[i - 1].end != pieces[i].begin) break;
  }
  return at + 1;
}

/// Whether the next piece, glued to this one, still closes the sentence. A straight quotation mark closes where no word
/// follows it.
bool goes_on_closing(const Paragraph& paragraph, Range next) {
  const char32_t c = paragraph[next.begin].value;
  if (is_final(c)) return true;
  if (!is_closing(c)) return false;
  return !is_straight_quote(c) || next.end >= paragraph.size() || !paragraph[next.end].is_word();
}

}  // namespace

bool token_ends_plainly(const Paragraph& paragraph, Range chunk, std::size_t at) {
  const auto& before = paragraph[at - 1];
  const auto& after = paragraph[at];
  if (before.is_word() && after.is_word()) return false;
  if (before.is_word()) return !joins(paragraph, chunk, at) && !closes_clause(paragraph, chunk, at);
  if (after.is_word()) return !joins(paragraph, chunk, at - 1);
  return before.value != '.' || after.value != '.';
}

bool sentence_ends_plainly(const Paragraph& paragraph, const std::vector<Range>& pieces, std::size_t begin,
                           std::size_t at) {
  const std::size_t last = final_piece(paragraph, pieces, begin, at);
  if (last > at) return false;
  const Range next = pieces[at + 1];
  const auto& follower = paragraph[next.begin];
  if (pieces[at].end == next.begin) {
    if (goes_on_closing(paragraph, next)) return false;
    return (last < at || paragraph[pieces[at].begin].value != '.') && follower.is_word() && !is_small(follower);
  }
  if (continues(follower.value) || is_small(follower)) return false;
  // `1. First` is a number of a list, `29. 75` a figure that was torn apart.
  const bool stop = last == at && pieces[at].size() == 1 && paragraph[pieces[at].begin].value == '.';
  if (!stop || at == begin) return true;
  constexpr std::size_t longest_part = 3;
  if (at == begin + 1 && is_number(paragraph, pieces[begin], longest_part)) return false;
  return !follower.is_digit() || !is_number(paragraph, pieces[at - 1], longest_part);
}

}  // namespace habari::segmentation
