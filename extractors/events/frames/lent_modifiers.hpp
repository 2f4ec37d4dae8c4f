#pragma once

#include "frames/predicates.hpp"

#include <vector>

namespace habari {

/// Modifiers of a verb's objects that take part in its event, in word order. A tree may rightly attach a phrase to the
/// noun before it although the verb's row asks for its preposition (`sold maize to Kenya`), or although a matter is
/// where it is dealt with (`signed a treaty in Lusaka`).
std::vector<Word> lent_modifiers(const SentenceContext& context, const Predicate& predicate);

}  // namespace habari
