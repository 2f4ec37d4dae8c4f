#pragma once

#include "analysis/sw/tagger.hpp"

#include <vector>

namespace habari::swahili {

/// Hangs punctuation and whatever is still open on the tree, and makes sure that it is one: one root, no cycle.
void complete_tree(std::vector<Word>& words);

}  // namespace habari::swahili
