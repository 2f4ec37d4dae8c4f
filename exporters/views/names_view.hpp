#pragma once

#include "views/view_writer.hpp"

#include <habari/core/graph.hpp>
#include <habari/exporters/graph_view.hpp>

namespace habari::views {

/// Gives the names view of the graph to `writer`: key players first, with sizes by degree and colours by community.
void write_names_view(const Graph& graph, const ViewOptions& options, ViewWriter& writer);

}  // namespace habari::views
