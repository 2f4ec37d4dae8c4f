#pragma once

#include <habari/core/graph.hpp>

#include <span>

namespace habari {

/// The part of `graph` that tells of `events`: they, the events that they say, their participants and sources, the
/// standing relations between these, and of articles those that tell of any of it. Names keep their counts.
/// Throws std::invalid_argument where a vertex is no event. Cost: O(rows of `graph`).
Graph subgraph(const Graph& graph, std::span<const Vertex> events);

}  // namespace habari
