#pragma once

#include "analysis/sw/word.hpp"

#include <vector>

namespace habari::swahili {

/// Chooses the reading of each word by its part of speech and by what it agrees with in the tree, and narrows what the
/// chosen readings leave open. Requires: tokens, readings and heads.
void choose_readings(std::vector<Word>& words);

}  // namespace habari::swahili
