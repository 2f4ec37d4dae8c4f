#include "analysis/model/word_features.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

namespace habari::learned {
namespace {

constexpr std::size_t longest_prefix = 4;
constexpr std::size_t longest_suffix = 5;
static_assert(longest_prefix + longest_suffix + 1 == subword_count);

void append(std::string& out, UChar32 c) {
  std::array<char, 4> bytes{};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, c);
  out.append(bytes.data(), static_cast<std::size_t>(length));
}

/// `X` for an upper-case letter, `x` for another, `0` for a digit, the character itself otherwise.
UChar32 shape_of(UChar32 c) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= '0' && c <= '9') return '0';
    return c;
  }
  if (u_isUUppercase(c)) return 'X';
  if (u_isalpha(c)) return 'x';
  if (u_isdigit(c)) return '0';
  return c;
}

}  // namespace

std::uint8_t writing_habit(std::uint32_t seen, std::uint32_t capitals) {
  if (seen < 3) return 0;
  const float share = static_cast<float>(capitals) / static_cast<float>(seen);
  if (share < 0.02F) return 1;
  if (share < 0.2F) return 2;
  if (share < 0.6F) return 3;
  return share < 0.95F ? 4 : 5;
}

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t h = 0xCBF29CE484222325ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
  for (const char byte : bytes) h = (h ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  h ^= h >> 32U;
  h *= 0xD6E8FEB86659FD93ULL;
  return h ^ (h >> 32U);
}

namespace {

template <typename Change>
std::string changed(std::string_view utf8, Change change) {
  std::string out;
  out.reserve(utf8.size());
  std::size_t at = 0;
  while (at < utf8.size()) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(utf8.data(), at, c);
    append(out, change(c));
  }
  return out;
}

UChar32 to_lower(UChar32 c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return u_tolower(c);
}

UChar32 to_plain(UChar32 c) { return static_cast<UChar32>(plain_quote(static_cast<char32_t>(c))); }

}  // namespace

bool is_apostrophe(char32_t c) {
  switch (c) {
    case 0xB4:   // acute accent
    case 0x2B9:  // modifier letters: prime, turned comma, apostrophe
    case 0x2BB:
    case 0x2BC:
    case 0x2019:  // right single quotation mark
    case 0x2032:  // prime
    case 0xFF07:  // fullwidth apostrophe
      return true;
    default:
      return false;
  }
}

char32_t plain_quote(char32_t c) {
  if (is_apostrophe(c)) return '\'';
  switch (c) {
    case 0x60:    // grave accent, used as a quotation mark
    case 0x2018:  // single quotation marks
    case 0x201B:
      return '\'';
    case 0x201C:  // double quotation marks
    case 0x201D:
    case 0x201E:
      return '"';
    default:
      return c;
  }
}

std::string lower_case(std::string_view utf8) { return changed(utf8, to_lower); }

std::string plain_quotes(std::string_view utf8) { return changed(utf8, to_plain); }

std::string fold(std::string_view utf8) {
  return changed(utf8, [](UChar32 c) { return to_plain(to_lower(c)); });
}

WordFeatures word_features(std::string_view form) {
  std::string lower;
  std::string shape;
  std::vector<std::size_t> starts;
  UChar32 previous = 0;
  std::size_t run = 0;
  std::size_t upper = 0;
  std::size_t small = 0;
  std::size_t at = 0;
  while (at < form.size()) {
    UChar32 c = 0;
    U8_NEXT_UNSAFE(form.data(), at, c);
    starts.push_back(lower.size());
    const UChar32 kind = shape_of(c);
    append(lower, kind == '0' ? '0' : to_plain(to_lower(c)));
    upper += kind == 'X' ? 1 : 0;
    small += kind == 'x' ? 1 : 0;
    run = kind == previous ? run + 1 : 1;
    previous = kind;
    if (run <= 2) append(shape, kind);
  }
  starts.push_back(lower.size());

  WordFeatures features;
  features.word = hash_bytes(lower);
  const std::size_t length = starts.size() - 1;
  const std::string_view all = lower;
  std::size_t kind = 0;
  for (std::size_t n = 1; n <= longest_prefix; ++n, ++kind) {
    features.subwords[kind] = hash_bytes(all.substr(0, starts[std::min(n, length)]), kind + 1);
  }
  for (std::size_t n = 1; n <= longest_suffix; ++n, ++kind) {
    features.subwords[kind] = hash_bytes(all.substr(starts[length - std::min(n, length)]), kind + 1);
  }
  features.subwords[kind] = hash_bytes(shape, kind + 1);
  if (upper + small > 0) {
    features.writing = upper == 0 ? Writing::lower : (upper > 1 && small == 0 ? Writing::upper : Writing::capitalized);
  }
  return features;
}

}  // namespace habari::learned
