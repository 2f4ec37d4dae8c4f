#pragma once

#include "frames/sentence_context.hpp"

#include <vector>

namespace habari {

/// What titles, appositions and copulas state of named things: `Rais wa Urusi Vladimir Putin`,
/// `Dodoma ni mji mkuu wa Tanzania`.
std::vector<StandingRelation> standing_relations(const SentenceContext& context);

}  // namespace habari
