#pragma once

#include "frames/clauses.hpp"
#include "open_triples/phrases.hpp"

namespace habari {

/// The words of a clause sorted by what they do in its triple.
struct ClauseParts {
  Words chain;     ///< The head, then the infinitives that only complete it (`has had to close`).
  Words relation;  ///< Auxiliaries, copula, verbs of the chain, particles, adverbs before the verb.
  Words objects;   ///< Objects and predicative complements.
  Words contents;  ///< Clauses that are objects.
  Words obliques;
  Words adverbs;
  Words adverbials;  ///< Adverbial clauses.
};

/// True where this infinitive belongs to the relation of the clause above: no object stands between (`needs to close`),
/// or the predicate above is an adjective (`is able to close`) and the infinitive has complements.
bool completes_predicate(const TreeView& tree, Word word);

ClauseParts clause_parts(const SentenceContext& context, Word head);

}  // namespace habari
