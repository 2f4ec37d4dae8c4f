#pragma once

#include "identity/event_likeness.hpp"

namespace habari {

/// Thousandths of the logarithm of the odds, by Likeness; fitted by scripts/fit_joins.py, not by hand.
inline constexpr std::array<int, likeness_count> event_weights = {-5990, 770, 250, -1020, 23, 5,  1950,  -1510, -1110,
                                                                  1440,  31,  -1,  -5,    5,  40, -1350, -44};
/// From what confidence on two events are one, and from what they are linked as probably one.
inline constexpr float least_join_confidence = 0.95F;
inline constexpr float least_match_confidence = 0.82F;

}  // namespace habari
