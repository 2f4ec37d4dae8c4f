#pragma once

#include "frames/arguments.hpp"

#include <vector>

namespace habari {

/// Gives each time that is nobody's argument to the event above it.
void add_unclaimed_times(const SentenceContext& context, const Predicates& predicates,
                         std::vector<std::vector<RoleFiller>>& all);

}  // namespace habari
