#pragma once

#include "frames/clauses.hpp"
#include "open_triples/unsaid_words.hpp"

#include <habari/extractors/open_triples.hpp>

#include <vector>

namespace habari {

/// What the clauses of a sentence state, in word order: one triple a verb or copula with a known subject, one for each
/// conjunct of its object.
std::vector<OpenTriple> clause_triples(const SentenceContext& context, const Predicates& predicates,
                                       const Clauses& clauses, const UnsaidWords& unsaid);

}  // namespace habari
