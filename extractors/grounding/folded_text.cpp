#include "folded_text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace habari {
namespace {

constexpr std::string_view ellipsis = "...";

UChar32 plain(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2013:
    case 0x2014:
    case 0x2010:
    case 0x2011:
      return '-';
    default:
      return u_isUWhiteSpace(c) ? ' ' : u_foldCase(c, U_FOLD_CASE_DEFAULT);
  }
}

Span span(std::int64_t begin, std::int64_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

/// Calls `take` for each character that counts, with its span in `text`.
template <typename Take>
void fold(std::string_view text, Take take) {
  bool after_blank = true;
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, size, c);
    if (c == 0x00AD || c == 0x200B || c == 0xFEFF) continue;
    if (c == 0x2026) {
      for (int i = 0; i < 3; ++i) take('.', span(begin, at));
      after_blank = false;
      continue;
    }
    c = plain(c);
    if (c == ' ' && after_blank) continue;
    after_blank = c == ' ';
    take(c, span(begin, at));
  }
}

void append(std::string& out, UChar32 c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(reinterpret_cast<const char*>(bytes), size);
}

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z');
}

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string folded(std::string_view text) {
  std::string out;
  fold(text, [&](UChar32 c, Span) { append(out, c); });
  return std::string(without_blanks(out));
}

FoldedText::FoldedText(std::string_view text) {
  fold(text, [&](UChar32 c, Span origin) {
    append(folded_, c);
    origins_.resize(folded_.size(), origin);
  });
}

std::vector<Span> FoldedText::find_part(std::string_view part, Span area) const {
  std::vector<Span> found;
  if (part.empty()) return found;
  for (std::size_t at = folded_.find(part); at != std::string::npos; at = folded_.find(part, at + 1)) {
    const std::size_t end = at + part.size();
    if (at > 0 && is_word_byte(part.front()) && is_word_byte(folded_[at - 1])) continue;
    if (end < folded_.size() && is_word_byte(part.back()) && is_word_byte(folded_[end])) continue;
    const Span found_at{origins_[at].begin, origins_[end - 1].end};
    if (area.contains(found_at)) found.push_back(found_at);
  }
  return found;
}

std::vector<Span> FoldedText::find(std::string_view phrase, Span area) const {
  const std::string wanted = folded(phrase);
  std::vector<Span> whole = find_part(wanted, area);
  if (!whole.empty() || wanted.find(ellipsis) == std::string::npos) return whole;
  std::vector<Span> found;
  Span rest = area;
  for (std::size_t at = 0; at <= wanted.size();) {
    const std::size_t end = std::min(wanted.find(ellipsis, at), wanted.size());
    const std::string_view part = without_blanks(std::string_view(wanted).substr(at, end - at));
    at = end + ellipsis.size();
    if (part.empty()) continue;
    const std::vector<Span> parts = find_part(part, rest);
    if (parts.empty()) return {};
    found.push_back(found.empty() ? parts.front() : hull(found.back(), parts.front()));
    rest.begin = parts.front().end;
  }
  if (found.empty()) return {};
  return {hull(found.front(), found.back())};
}

}  // namespace habari
