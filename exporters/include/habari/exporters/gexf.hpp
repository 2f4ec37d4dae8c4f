#pragma once

#include <habari/core/graph.hpp>
#include <habari/exporters/graph_view.hpp>

#include <ostream>

namespace habari {

/// Writes a graph as GEXF 1.3: the nodes, edges and attributes of write_graphml, lists as lists, and the days on which
/// things happen as intervals, so that Gephi's time line plays them; docs/gephi.md says which.
/// The same graph and options give the same bytes. Characters that XML 1.0 forbids become U+FFFD.
/// No value is longer than 500,000 bytes, for Gephi reads none: longer texts are cut, items of lists left out.
/// Cost: O(E log E) time, no memory that grows with the graph but the time of one entity's events.
/// Errors: Error if `out` fails.
/// Source: https://gexf.net/1.3/gexf-13-primer.pdf
void write_gexf(const Graph& graph, std::ostream& out, const ViewOptions& options = {});

}  // namespace habari
