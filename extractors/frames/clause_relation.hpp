#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// How a clause stands to the word above it: its relation in the tree, save where the verb's own row knows better. What it
/// asks for is its complement where treebanks see an adverbial clause (`accused him of looting`, `called on Chad to
/// leave`), and the infinitive beside a verb of motion its purpose where they see a complement (`came to help`).
Deprel clause_relation(const SentenceContext& context, Word clause);
/// The word that a clause belongs to: its head, save where that is the noun of its preposition (`alikuja kwa lengo la
/// kusaidia`).
std::optional<Word> clause_head(const SentenceContext& context, Word clause);

}  // namespace habari
