#pragma once

#include "identity/event_likeness.hpp"

namespace habari {

/// Thousandths of the logarithm of the odds, by Likeness; fitted by scripts/fit_joins.py, not by hand.
inline constexpr std::array<int, likeness_count> event_weights = {
    -5950, 970,  440, -1420, 29, 3, 1960, -1040, -1090,  // as far as number-differs
    1340,  -390, 28,  2,     -4, 5, 37,   -1210, -42};
/// From what confidence on two events are one, and from what they are linked as probably one.
inline constexpr float least_join_confidence = 0.95F;
inline constexpr float least_match_confidence = 0.82F;

}  // namespace habari
