#pragma once

#include "rows/builder_rows.hpp"

#include <vector>

namespace habari {

/// Sets the event of every mention: first by what each mention says, then by the rules of docs/identity.md, within
/// articles and across them; then joins participants without names of each event. Requires: entities were joined.
/// A function of the articles' content.
/// Returns pairs of events that are probably one, in the order of their identifiers.
std::vector<RawEventMatch> join_events(BuilderRows& rows);

}  // namespace habari
