#pragma once

#include "views/view_writer.hpp"

#include <habari/core/graph.hpp>
#include <habari/exporters/graph_view.hpp>

namespace habari::views {

/// Gives a view of the graph to `writer`, one element after the other, in the order of the graph.
void write_view(const Graph& graph, const ViewOptions& options, ViewWriter& writer);

}  // namespace habari::views
