#pragma once

#include "rows/builder_rows.hpp"

namespace habari {

/// Joins participants without names of one event, role and language that mentions of the event call by more and by
/// fewer words (docs/identity.md): the places of the shorter become the longest's. Requires: events were joined.
/// A function of the articles' content; twice is once.
void join_participants(BuilderRows& rows);

}  // namespace habari
