#pragma once

#include <algorithm>
#include <cstddef>

namespace habari::learned {

/// A margin where there was nothing else to choose.
inline constexpr float no_rival = 100.0F;

/// By how much the score of `chosen` surpasses the highest other; `skipped` does not stand for election.
inline float margin_over_next(const float* scores, std::size_t count, std::size_t chosen, std::size_t skipped) {
  float next = -no_rival;
  bool has_rival = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == chosen || i == skipped || (has_rival && scores[i] <= next)) continue;
    next = scores[i];
    has_rival = true;
  }
  return has_rival ? std::min(scores[chosen] - next, no_rival) : no_rival;
}

/// By how much the highest score surpasses the next.
inline float margin_of_best(const float* scores, std::size_t count) {
  const auto best = static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
  return margin_over_next(scores, count, best, count);
}

}  // namespace habari::learned
