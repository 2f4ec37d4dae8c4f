#pragma once

#include "analysis/sw/word.hpp"

#include <vector>

namespace habari::swahili {

/// Two places of a sentence that agree in noun class or person.
struct AgreeingPair {
  std::size_t one = 0;
  Slot one_slot = slot_class;
  std::size_t other = 0;
  Slot other_slot = slot_class;
};

/// All that agree in a tree, those inside a noun phrase first: modifiers and connectives with their noun, relatives
/// with the noun above, prefixes with subject and object. Reads heads, relations and parts of speech.
std::vector<AgreeingPair> agreeing_pairs(const std::vector<Word>& words);

}  // namespace habari::swahili
