#pragma once

#include <cstddef>
#include <cstdint>

namespace habari::learned {

/// Classes of the distance from a word to its head: one for the root, nine to either side.
inline constexpr std::size_t distance_count = 19;

/// Word and head are 1-based; head 0 is the root.
inline std::size_t distance_class(std::size_t word, std::size_t head) {
  if (head == 0) return 0;
  const std::size_t length = head > word ? head - word : word - head;
  std::size_t bucket = 8;
  if (length <= 4) {
    bucket = length - 1;
  } else if (length <= 6) {
    bucket = 4;
  } else if (length <= 9) {
    bucket = 5;
  } else if (length <= 15) {
    bucket = 6;
  } else if (length <= 30) {
    bucket = 7;
  }
  return head > word ? 1 + bucket : 10 + bucket;
}

}  // namespace habari::learned
