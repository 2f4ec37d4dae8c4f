#pragma once

#include "analysis/learned/training/network.hpp"

#include <vector>

namespace habari::learned {

/// One sentence as several teachers read it, made one: each tag, and each head with its relation, that more than half
/// of them agree on. The others teach nothing (`none`). Requires: readings of the same words.
NetworkSentence vote(const std::vector<NetworkSentence>& readings);

}  // namespace habari::learned
