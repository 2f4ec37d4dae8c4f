#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace habari::learned {

/// Prefixes of 1-4 and suffixes of 1-5 characters, and the word's shape.
inline constexpr std::size_t subword_count = 10;

/// How a form is written.
enum class Writing : std::uint8_t { lower, capitalized, upper, other };
inline constexpr std::size_t writing_count = 4;

/// How a word is mostly written within sentences: too rare to say, then by rising share of capitals.
inline constexpr std::size_t habit_count = 6;
/// The habit of a word that was seen so often, so often of these with a capital.
std::uint8_t writing_habit(std::uint32_t seen, std::uint32_t capitals);

/// What the network sees of one word: numbers that do not depend on any vocabulary.
struct WordFeatures {
  std::uint64_t word = 0;  ///< Of the folded form, digits as 0.
  std::array<std::uint64_t, subword_count> subwords{};
  Writing writing = Writing::other;
};

/// 64-bit hash of bytes, the same on every machine. Source: FNV-1a with a final mix.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

/// Lower case code point by code point (the length in code points stays).
std::string lower_case(std::string_view utf8);

/// Whether a character beyond ASCII is written where an apostrophe belongs.
bool is_apostrophe(char32_t c);
/// The plain character for a typographic quotation mark or apostrophe, any other as it is.
char32_t plain_quote(char32_t c);
/// Typographic quotation marks and apostrophes as plain ones.
std::string plain_quotes(std::string_view utf8);
/// Lower case with plain quotation marks: what is looked up.
std::string fold(std::string_view utf8);

/// Requires: `form` is valid UTF-8.
WordFeatures word_features(std::string_view form);

}  // namespace habari::learned
