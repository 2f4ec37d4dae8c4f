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

/// `entities` or `events`; nothing for any other word.
std::optional<GraphView> parse_graph_view(std::string_view name);

/// How a picture is made.
struct ViewOptions {
  GraphView view = GraphView::entities;  ///< What is a node and what an edge.
};

}  // namespace habari
