#pragma once

#include "identity/likely_events.hpp"
#include "rows/builder_rows.hpp"

#include <vector>

namespace habari {

/// Gives each event mention its event's identifier, time, label, sense and type, joins participants by what the events
/// say, and returns the events that are probably one. Requires: entities were joined. A function of the articles'
/// content. `visitor` is shown what is compared across articles.
std::vector<RawEventMatch> join_events(BuilderRows& rows, const EvidenceVisitor& visitor = nullptr);

}  // namespace habari
