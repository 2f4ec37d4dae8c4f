#pragma once

#include "rows/builder_rows.hpp"

#include <habari/core/graph_builder.hpp>

#include <vector>

namespace habari {

struct GraphBuilder::Rows : BuilderRows {};

/// Gives each entity of several identifiers one of them, in all rows that name it.
void set_joined_entities(BuilderRows& rows, IdentityReport* report);

/// Gives each event its identifier, and tells which are probably one: by the rules, and those that articles' graphs
/// knew.
std::vector<RawEventMatch> set_joined_events(BuilderRows& rows);

}  // namespace habari
