#pragma once

#include "rows/builder_rows.hpp"

#include <habari/core/graph_builder.hpp>

#include <vector>

namespace habari {

struct GraphBuilder::Rows : BuilderRows {
  /// Gives each entity of several identifiers one of them.
  void join_entities(IdentityReport* report);
  /// Gives each event its identifier, and tells which are probably one.
  std::vector<RawEventMatch> join_events();
};

}  // namespace habari
