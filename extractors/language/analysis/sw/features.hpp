#pragma once

#include "analysis/sw/word.hpp"

#include <string>

namespace habari::swahili {

/// Features of a word whose reading is chosen, in alphabetical order of names (docs/analysis.md).
std::string features(const Word& word);

}  // namespace habari::swahili
