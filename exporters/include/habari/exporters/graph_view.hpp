#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace habari {

/// What a picture of the graph shows: docs/graph.md has both with their attributes.
enum class GraphView : std::uint8_t {
  entities,  ///< Nodes are entities, an edge is a triple between two of them.
  events     ///< Nodes are entities and events, edges are roles and standing relations.
};

std::optional<GraphView> parse_graph_view(std::string_view name);

struct ViewOptions {
  GraphView view = GraphView::entities;
};

}  // namespace habari
