#pragma once

#include "frames/predicates.hpp"

#include <habari/core/ontology.hpp>

#include <vector>

namespace habari {

/// The standing of each event of a sentence, in the order of `predicates`: from its own form, the verbs that govern it,
/// the conjunction before its clause and the event it depends on.
std::vector<Factuality> factualities(const SentenceContext& context, const Predicates& predicates);

}  // namespace habari
