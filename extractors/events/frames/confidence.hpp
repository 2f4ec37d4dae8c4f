#pragma once

#include "frames/predicates.hpp"
#include "lexicon/confidence_table.hpp"

#include <habari/core/document.hpp>

#include <span>
#include <vector>

namespace habari {

/// What bears on the trust in an event, in the order of `EventEvidence`. `events`: all events of one sentence.
std::vector<EventEvidence> evidence(const Predicate& predicate, const Event& event, std::span<const Event> events);

}  // namespace habari
