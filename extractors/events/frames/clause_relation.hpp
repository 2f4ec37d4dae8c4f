#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// How a clause stands to the word above it: its relation in the tree, save where the verb's own row knows better. What
/// it asks for is its complement where treebanks see an adverbial clause (`accused him of looting`, `called on Chad to
/// leave`), and the infinitive beside a verb of motion its purpose where they see a complement (`came to help`).
Deprel clause_relation(const SentenceContext& context, Word clause);
/// The word that a clause belongs to: its head, save where that is the noun of its preposition (`alikuja kwa lengo la
/// kusaidia`).
std::optional<Word> clause_head(const SentenceContext& context, Word clause);

/// `inaonyesha kuongezeka kwa bei`: an infinitive that is a noun and the object of a verb that takes no content. It
/// names an event, and the verb is done to it as to any other noun.
bool is_noun_object(const SentenceContext& context, Word word);

/// Whether a verb gives its complement as its subject's word. What is asked for or shown it gives so in a tensed clause
/// only
/// (`asked who had won`, not `asked him to leave`).
bool reports(const SentenceContext& context, const VerbEntry* verb, Word complement);

}  // namespace habari
