#include "analysis/segmentation/paragraph.hpp"

#include "analysis/model/word_features.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace habari::segmentation {
namespace {

constexpr char32_t apostrophe = 0x2019;

bool is_space(char32_t c) { return c < 0x80 ? c <= ' ' || c == 0x7F : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

/// The shape of a character beyond ASCII. Marks and format characters belong to the letter before them.
char32_t shape_of(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  if (u_isUUppercase(point) != 0) return 'X';
  if (u_isalpha(point) != 0) return 'x';
  if (u_isdigit(point) != 0) return '0';
  if ((U_GET_GC_MASK(point) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0) return 'x';
  return c;
}

Paragraph::Character describe(char32_t c, std::uint32_t offset) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return {c, c + 32, 'X', offset, 0};
    if (c >= 'a' && c <= 'z') return {c, c, 'x', offset, 0};
    if (c >= '0' && c <= '9') return {c, '0', '0', offset, 0};
    return {c, learned::plain_quote(c), c, offset, 0};
  }
  if (learned::is_apostrophe(c)) return {apostrophe, '\'', apostrophe, offset, 0};
  const char32_t shape = shape_of(c);
  if (shape == '0') return {c, '0', shape, offset, 0};
  return {c, learned::plain_quote(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)))), shape, offset, 0};
}

template <typename Belongs>
Paragraph::Range run_around(const Paragraph& paragraph, std::size_t at, Belongs belongs) {
  if (at >= paragraph.size() || !belongs(paragraph[at])) return {at, at};
  Paragraph::Range run{at, at + 1};
  while (run.begin > 0 && belongs(paragraph[run.begin - 1])) --run.begin;
  while (run.end < paragraph.size() && belongs(paragraph[run.end])) ++run.end;
  return run;
}

}  // namespace

void Paragraph::assign(std::string_view line, std::uint32_t offset) {
  characters_.clear();
  chunks_.clear();
  odd_apostrophes_ = false;
  line_ = line;
  offset_ = offset;
  std::size_t at = 0;
  bool inside = false;
  while (at < line.size()) {
    const auto begin = static_cast<std::uint32_t>(at);
    char32_t c = static_cast<unsigned char>(line[at]);
    if (c < 0x80) {
      ++at;
    } else {
      UChar32 point = 0;
      U8_NEXT_UNSAFE(line.data(), at, point);
      c = static_cast<char32_t>(point);
    }
    const bool space = is_space(c);
    if (!space && !inside) chunks_.push_back({characters_.size(), 0});
    if (space && inside) chunks_.back().end = characters_.size();
    inside = !space;
    odd_apostrophes_ = odd_apostrophes_ || (c != apostrophe && learned::is_apostrophe(c));
    characters_.push_back(describe(c, offset + begin));
  }
  if (inside) chunks_.back().end = characters_.size();
}

std::uint32_t Paragraph::offset_of(std::size_t at) const {
  return at < characters_.size() ? characters_[at].offset : offset_ + static_cast<std::uint32_t>(line_.size());
}

std::string_view Paragraph::text(Range range) const {
  return line_.substr(offset_of(range.begin) - offset_, offset_of(range.end) - offset_of(range.begin));
}

std::string Paragraph::form(Range range) const {
  if (!odd_apostrophes_) return std::string(text(range));
  std::string form;
  for (std::size_t at = range.begin; at < range.end; ++at)
    form += characters_[at].value == apostrophe ? std::string_view("\u2019") : text({at, at + 1});
  return form;
}

std::string Paragraph::lower(Range range) const { return learned::fold(text(range)); }

bool Paragraph::stands(std::size_t at, std::u32string_view word) const {
  if (at + word.size() > characters_.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (characters_[at + i].lower != word[i]) return false;
  }
  return true;
}

Paragraph::Range Paragraph::letters_around(std::size_t at) const {
  return run_around(*this, at, [](const Character& c) { return c.is_letter(); });
}

Paragraph::Range Paragraph::word_around(std::size_t at) const {
  return run_around(*this, at, [](const Character& c) { return c.is_word(); });
}

void Paragraph::mark_unit(Range range) {
  for (std::size_t at = range.begin + 1; at < range.end; ++at) mark(at, mark_inside);
}

}  // namespace habari::segmentation
