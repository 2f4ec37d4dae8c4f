#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace habari {

/// What a picture of the graph shows: docs/graph.md has all with their attributes.
enum class GraphView : std::uint8_t {
  entities,  ///< Nodes are entities, an edge is a triple between two of them.
  events,    ///< Nodes are entities and events, edges are roles and standing relations.
  names      ///< Nodes are entities with names, an edge sums up what joins two: for an overview.
};

/// `entities`, `events` or `names`; nothing for any other word.
std::optional<GraphView> parse_graph_view(std::string_view name);

/// How a picture is made.
struct ViewOptions {
  GraphView view = GraphView::entities;  ///< What is a node and what an edge.
  bool sentences = true;                 ///< Names: join those that only stand in one sentence, weakly.
  bool isolated = false;                 ///< Names: also those that nothing joins to another.
  bool one_edge_a_pair = false;          ///< Names: one edge for all that joins two; else one a relation.
};

}  // namespace habari
