#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace habari::learned {

/// Prefixes of 1-4 and suffixes of 1-5 characters, and the word's shape.
inline constexpr std::size_t subword_count = 10;

/// What the network sees of one word: numbers that do not depend on any vocabulary.
struct WordFeatures {
  std::uint64_t word = 0;  ///< Of the lower-cased form, digits as 0.
  std::array<std::uint64_t, subword_count> subwords{};
};

/// 64-bit hash of bytes, the same on every machine. Source: FNV-1a with a final mix.
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0);

/// Lower case code point by code point (the length in code points stays).
std::string lower_case(std::string_view utf8);

/// Requires: `form` is valid UTF-8.
WordFeatures word_features(std::string_view form);

}  // namespace habari::learned
