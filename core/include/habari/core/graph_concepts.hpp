#pragma once

#include <habari/core/graph.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <string_view>
#include <utility>

// Boost.Graph finds these by argument-dependent lookup.
namespace habari {

/// What the concepts of Boost.Graph ask for; each as Boost documents it.
///@{
inline std::pair<Graph::vertex_iterator, Graph::vertex_iterator> vertices(const Graph& graph) {
  return vertices(graph.structure());
}
inline Graph::vertices_size_type num_vertices(const Graph& graph) { return graph.vertex_count(); }
inline std::pair<Graph::edge_iterator, Graph::edge_iterator> edges(const Graph& graph) {
  return edges(graph.structure());
}
inline Graph::edges_size_type num_edges(const Graph& graph) { return graph.edge_count(); }
inline Vertex source(Graph::Edge edge, const Graph& graph) { return source(edge, graph.structure()); }
inline Vertex target(Graph::Edge edge, const Graph& graph) { return target(edge, graph.structure()); }
inline std::pair<Graph::out_edge_iterator, Graph::out_edge_iterator> out_edges(Vertex v, const Graph& graph) {
  return out_edges(v, graph.structure());
}
inline Graph::degree_size_type out_degree(Vertex v, const Graph& graph) { return out_degree(v, graph.structure()); }
inline std::pair<Graph::in_edge_iterator, Graph::in_edge_iterator> in_edges(Vertex v, const Graph& graph) {
  return in_edges(v, graph.structure());
}
inline Graph::degree_size_type in_degree(Vertex v, const Graph& graph) { return in_degree(v, graph.structure()); }
inline Graph::degree_size_type degree(Vertex v, const Graph& graph) {
  return in_degree(v, graph) + out_degree(v, graph);
}
inline std::pair<Graph::adjacency_iterator, Graph::adjacency_iterator> adjacent_vertices(Vertex v, const Graph& graph) {
  return adjacent_vertices(v, graph.structure());
}

///@}

/// Graph::label of each vertex.
struct VertexLabelMap {
  /// What boost::property_traits asks for.
  ///@{
  using key_type = Vertex;
  using value_type = std::string_view;
  using reference = std::string_view;
  using category = boost::readable_property_map_tag;
  ///@}
  const Graph* graph = nullptr;  ///< Whose labels they are.
  friend std::string_view get(const VertexLabelMap& map, Vertex v) { return map.graph->label(v); }
};

/// Name of the role, or label of the standing relation.
struct EdgeLabelMap {
  /// What boost::property_traits asks for.
  ///@{
  using key_type = Graph::Edge;
  using value_type = std::string_view;
  using reference = std::string_view;
  using category = boost::readable_property_map_tag;
  ///@}
  const Graph* graph = nullptr;  ///< Whose labels they are.
  friend std::string_view get(const EdgeLabelMap& map, Graph::Edge edge) {
    return map.graph->is_relation(edge) ? map.graph->relation(edge).label : name(map.graph->role(edge).role);
  }
};

/// How many mentions an edge has; at least 1.
struct EdgeWeightMap {
  /// What boost::property_traits asks for.
  ///@{
  using key_type = Graph::Edge;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  ///@}
  const Graph* graph = nullptr;  ///< Whose mentions are counted.
  friend double get(const EdgeWeightMap& map, Graph::Edge edge) {
    return static_cast<double>(map.graph->is_relation(edge) ? map.graph->relation(edge).mentions.size()
                                                            : map.graph->role(edge).mentions.size());
  }
};

}  // namespace habari

namespace boost {

template <>
struct property_map<habari::Graph, vertex_index_t> {
  using type = property_map<habari::Graph::Structure, vertex_index_t>::const_type;
  using const_type = type;
};
template <>
struct property_map<habari::Graph, edge_index_t> {
  using type = property_map<habari::Graph::Structure, edge_index_t>::const_type;
  using const_type = type;
};
template <>
struct property_map<habari::Graph, vertex_name_t> {
  using type = habari::VertexLabelMap;
  using const_type = type;
};
template <>
struct property_map<habari::Graph, edge_name_t> {
  using type = habari::EdgeLabelMap;
  using const_type = type;
};
template <>
struct property_map<habari::Graph, edge_weight_t> {
  using type = habari::EdgeWeightMap;
  using const_type = type;
};

}  // namespace boost

namespace habari {

/// Property maps, as Boost.Graph asks for them.
///@{
inline boost::property_map<Graph, boost::vertex_index_t>::const_type get(boost::vertex_index_t tag,
                                                                         const Graph& graph) {
  return get(tag, graph.structure());
}
inline boost::property_map<Graph, boost::edge_index_t>::const_type get(boost::edge_index_t tag, const Graph& graph) {
  return get(tag, graph.structure());
}
inline VertexLabelMap get(boost::vertex_name_t /*tag*/, const Graph& graph) { return {&graph}; }
inline EdgeLabelMap get(boost::edge_name_t /*tag*/, const Graph& graph) { return {&graph}; }
inline EdgeWeightMap get(boost::edge_weight_t /*tag*/, const Graph& graph) { return {&graph}; }
template <typename Tag, typename Key>
auto get(Tag tag, const Graph& graph, const Key& key) -> decltype(get(get(tag, graph), key)) {
  return get(get(tag, graph), key);
}
///@}

}  // namespace habari
