#pragma once

#include "frames/clauses.hpp"

#include <habari/core/ontology.hpp>

#include <span>
#include <string>
#include <vector>

namespace habari {

/// An event's type, and the rule that gave it where that is not the predicate's own row.
struct TypeReading {
  EventType type = EventType::other;
  std::string rule;
};

/// The type of each event: the predicate's, unless its object says otherwise (`send food`, `lift a ban`) or what is
/// said makes the saying a promise, threat, refusal or demand of the speaker's. `standings`: what `factualities` gives.
std::vector<TypeReading> event_types(const SentenceContext& context, const Predicates& predicates,
                                     const Clauses& clauses, std::span<const Factuality> standings);

}  // namespace habari
