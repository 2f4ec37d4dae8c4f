#pragma once

#include "frames/sentence_context.hpp"
#include "open_triples/unsaid_words.hpp"

#include <habari/extractors/open_triples.hpp>

#include <vector>

namespace habari {

/// What noun phrases state, in word order: appositions and titles (`X, president of Y`), possessors that are named.
std::vector<OpenTriple> noun_triples(const SentenceContext& context, const UnsaidWords& unsaid);

}  // namespace habari
