#pragma once

#include "frames/sentence_context.hpp"

#include <optional>
#include <string>

namespace habari {

/// A noun with its prepositions that is one preposition (`at the hands of rebels`), and what it stands before.
struct ComplexPreposition {
  std::string marker;
  Word object = 0;
};

/// The preposition that `noun` is part of: a row of markers.tsv made of the phrase's words up to its modifier's
/// preposition.
std::optional<ComplexPreposition> complex_preposition(const SentenceContext& context, Word noun);

/// A noun with its prepositions that opens a clause (`kwa lengo la kusaidia`), and the word that the clause belongs to.
struct ClausePreposition {
  std::string marker;
  Word host = 0;
};

/// The preposition whose noun `clause` hangs from: a row of markers.tsv made of the phrase's words up to the clause's
/// mark.
std::optional<ClausePreposition> clause_preposition(const SentenceContext& context, Word clause);

}  // namespace habari
