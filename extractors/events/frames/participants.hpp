#pragma once

#include "frames/sentence_context.hpp"

#include <habari/core/document.hpp>

#include <vector>

namespace habari {

/// A noun phrase as it takes part in an event.
struct Participant {
  Word head = 0;
  Span core;                         ///< Its name without titles, else its head noun.
  Span phrase;                       ///< The whole noun phrase, relative clauses and other conjuncts left out.
  const Mention* mention = nullptr;  ///< The name or time at its core.
  std::optional<EntityKind> kind;
};

/// Describes the noun phrase that `head` heads.
Participant describe_participant(const SentenceContext& context, Word head);

/// Whether this modifies its noun as a plain genitive, by no preposition that says more (`mji wa Goma`, not `a hotel in
/// Goma`).
bool is_genitive(const SentenceContext& context, Word modifier);

/// A noun of quantity stands for what it counts (`maelfu ya watu`), as does one of time (`kipindi cha wiki mbili`); any
/// other noun for itself.
Word counted_noun(const SentenceContext& context, Word head);

/// `head`, what is coordinated with it, and what is coordinated with the name that it introduces (`marais Ali Juma na
/// Asha Musa`, `mjini Goma na Bukavu`): the heads of as many participants.
std::vector<Word> coordinated_participants(const SentenceContext& context, Word head);

/// The name that a noun only introduces: `Rais wa Urusi Vladimir Putin`, `mji wa Goma`, `shirika la habari la Reuters`.
/// The word at which that name begins in the tree; nothing where the noun stands for itself.
std::optional<Word> introduced_name(const SentenceContext& context, Word noun);

/// Whether it is a name, and not a time or a number.
inline bool names_a_thing(const Mention* mention) {
  return mention != nullptr && mention->kind != EntityKind::time && mention->kind != EntityKind::quantity;
}

}  // namespace habari
