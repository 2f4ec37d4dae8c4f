#pragma once

#include "frames/clauses.hpp"
#include "frames/predicates.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace habari {

/// A word among an event's participants that may say what type the verb has, and what object_types.tsv may call it.
struct TypeEvidence {
  std::vector<std::string> keys;          ///< The most exact first.
  EventType own_type = EventType::other;  ///< Of the event that it names.
};

/// The type of the event that a noun names by its row; OTHER for names and other nouns.
EventType noun_event_type(const SentenceContext& context, Word word);

/// The participants of an event that its row in object_types.tsv may ask for: its objects, then who does it (`subj:…`),
/// then what its prepositions govern (`with:…`, `loc:…` where there is none).
std::vector<TypeEvidence> type_evidence(const SentenceContext& context, const Predicates& predicates,
                                        const Clauses& clauses, std::uint32_t event);

/// What the clause in an event's complement can be called there: by its own type `to:ASSAULT`, and `to:clause` with a
/// tense of its own, `to:own` for a deed of the verb's subject, `to:other` for one of somebody else.
std::vector<std::string> content_keys(const SentenceContext& context, const Predicates& predicates,
                                      const Clauses& clauses, std::uint32_t holder, std::uint32_t content,
                                      EventType content_type);

}  // namespace habari
