#include "analysis/encoder/capitals.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>

namespace habari::encoder {
namespace {

/// Calls `use` with each character of `text`, until it returns false.
template <typename Use>
void for_each_character(std::string_view text, Use use) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    if (!use(c)) return;
  }
}

}  // namespace

bool is_in_capitals(const Sentence& sentence) {
  constexpr std::size_t fewest_words = 3;
  std::size_t words = 0;
  bool has_lower = false;
  for (const Token& token : sentence.tokens) {
    bool has_letter = false;
    for_each_character(token.form, [&](UChar32 c) {
      has_letter = has_letter || u_isalpha(c) != 0;
      has_lower = has_lower || u_islower(c) != 0;
      return !has_lower;
    });
    if (has_lower) return false;
    words += has_letter ? 1 : 0;
  }
  return words >= fewest_words;
}

std::string title_case(std::string_view form) {
  std::string out;
  out.reserve(form.size());
  bool is_first = true;
  for_each_character(form, [&](UChar32 c) {
    const bool is_letter = u_isalpha(c) != 0;
    const UChar32 shown = is_letter && is_first ? c : u_tolower(c);
    is_first = is_first && !is_letter;
    std::array<char, U8_MAX_LENGTH> bytes{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes.data(), length, shown);
    out.append(bytes.data(), static_cast<std::size_t>(length));
    return true;
  });
  return out;
}

}  // namespace habari::encoder
