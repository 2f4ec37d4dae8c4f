#pragma once

#include <habari/core/graph.hpp>
#include <habari/exporters/graph_view.hpp>

#include <ostream>

namespace habari {

/// Writes a graph as GraphML that Gephi, Cytoscape, yEd and NetworkX read with labels, types and weights in place;
/// docs/graph.md lists the attributes. The same graph and options give the same bytes.
/// Characters that XML 1.0 forbids become U+FFFD; carriage returns, tabs and line ends come back as they were.
/// Cost: O(E) time, no memory that grows with the graph.
/// Errors: Error if `out` fails.
/// Source: http://graphml.graphdrawing.org/specification.html
void write_graphml(const Graph& graph, std::ostream& out, const ViewOptions& options = {});

}  // namespace habari
