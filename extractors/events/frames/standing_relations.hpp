#pragma once

#include "frames/anaphor.hpp"
#include "frames/sentence_context.hpp"

#include <vector>

namespace habari {

/// Statements of a sentence, and of which of them a pronoun, a possessive or a noun without a name is an end. Indices
/// count from the sentence's first statement.
struct Statements {
  std::vector<StandingRelation> relations;
  std::vector<OpenRelation> open;
};

/// What titles, appositions and copulas state: `Rais wa Urusi Vladimir Putin`, `her deputy, Asha Juma`, `Dodoma ni mji
/// mkuu wa Tanzania`, `he is not the chairman of the union`.
Statements standing_relations(const SentenceContext& context);

}  // namespace habari
