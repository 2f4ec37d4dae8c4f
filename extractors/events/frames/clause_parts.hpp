#pragma once

#include "frames/sentence_context.hpp"

#include <vector>

namespace habari {

bool is_passive(const TreeView& tree, Word verb);
bool is_relative_pronoun(const Token& token);
/// True for a gerund behind a preposition of the verb's row: `fined the firm for dumping waste`.
bool has_listed_marker(const SentenceContext& context, Word verb, Word clause);
/// The noun phrases that a dependent by this relation gives, every conjunct; pronouns left out.
std::vector<Word> nominal_dependents(const SentenceContext& context, Word word, Deprel relation);

}  // namespace habari
