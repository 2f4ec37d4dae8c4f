#pragma once

#include "frames/clauses.hpp"

#include <habari/core/ontology.hpp>

#include <span>
#include <string>
#include <vector>

namespace habari {

/// An event's type; the rule that gave it and the label where they are not the predicate's own.
struct TypeReading {
  EventType type = EventType::other;
  std::string rule;
  std::string label;
};

/// The type of each event: the predicate's, unless its object says otherwise (`send food`, `lift a ban`) or what is
/// said makes the saying a promise, threat, refusal or demand of the speaker's. `standings`: what `factualities` gives.
std::vector<TypeReading> event_types(const SentenceContext& context, const Predicates& predicates,
                                     const Clauses& clauses, std::span<const Factuality> standings);

}  // namespace habari
