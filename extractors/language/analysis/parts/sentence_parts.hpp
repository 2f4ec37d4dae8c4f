#pragma once

#include <habari/core/sentence.hpp>

#include <cstddef>

namespace habari {

/// A stretch of a sentence that is parsed in one go.
struct SentencePart {
  Sentence* sentence = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Longer sentences are parsed in parts, which are then tied together.
inline constexpr std::size_t longest_part = 256;

/// Where a sentence was parsed in parts, attaches the roots of all but the first to the first.
void tie_parts(Sentence& sentence);

}  // namespace habari
