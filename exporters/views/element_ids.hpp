#pragma once

#include <habari/core/graph.hpp>

#include <initializer_list>
#include <string>
#include <string_view>

namespace habari::views {

/// A node's identifier, in `id`: as in the data IRIs of RDF, after their base; one too long for a reader's attribute is
/// told by its hash.
void take_node_id(const Graph& graph, Vertex v, std::string& id);

/// An edge's identifier: a function of what it is, so that files of different graphs can be opened together.
std::string edge_id(std::initializer_list<std::string_view> parts);

/// An event's label. What did not happen says so where it is drawn, and is no parallel edge of what did.
std::string event_label(const EventView& event);

}  // namespace habari::views
