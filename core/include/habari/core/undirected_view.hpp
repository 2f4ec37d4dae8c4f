#pragma once

#include <habari/core/graph.hpp>

#include <boost/iterator/iterator_facade.hpp>

#include <tuple>
#include <utility>

namespace habari {

/// A graph's edges without their direction, for algorithms that want an undirected graph: connected components,
/// distances and communities between entities, whose edges all come from the events they take part in.
/// A model of Boost.Graph's VertexListGraph, IncidenceGraph and EdgeListGraph; refers to its graph.
class UndirectedView {
 public:
  /// An edge as met from `source`; `edge` is the directed one.
  struct Edge {
    Graph::Edge edge;           ///< In the graph below.
    Vertex source = no_vertex;  ///< Where it was met.
    Vertex target = no_vertex;  ///< The other end.
    friend bool operator==(const Edge& a, const Edge& b) { return a.edge.idx == b.edge.idx; }
  };

  /// First the edges that go out, then those that come in.
  class OutEdgeIterator : public boost::iterator_facade<OutEdgeIterator, Edge, boost::forward_traversal_tag, Edge> {
   public:
    OutEdgeIterator() = default;
    static OutEdgeIterator begin_of(const Graph& graph, Vertex v) {
      OutEdgeIterator made(graph, v);
      std::tie(made.out_, made.out_end_) = out_edges(v, graph);
      made.in_ = in_edges(v, graph).first;
      return made;
    }
    static OutEdgeIterator end_of(const Graph& graph, Vertex v) {
      OutEdgeIterator made(graph, v);
      made.out_ = made.out_end_ = out_edges(v, graph).second;
      made.in_ = in_edges(v, graph).second;
      return made;
    }

   private:
    friend class boost::iterator_core_access;
    OutEdgeIterator(const Graph& graph, Vertex v) : vertex_(v), graph_(&graph) {}
    Edge dereference() const {
      return out_ != out_end_ ? Edge{*out_, vertex_, habari::target(*out_, *graph_)}
                              : Edge{*in_, vertex_, habari::source(*in_, *graph_)};
    }
    bool equal(const OutEdgeIterator& other) const { return out_ == other.out_ && in_ == other.in_; }
    void increment() {
      if (out_ != out_end_) {
        ++out_;
      } else {
        ++in_;
      }
    }

    Graph::out_edge_iterator out_;
    Graph::out_edge_iterator out_end_;
    Graph::in_edge_iterator in_;
    Vertex vertex_ = no_vertex;
    const Graph* graph_ = nullptr;
  };

  class EdgeIterator : public boost::iterator_facade<EdgeIterator, Edge, boost::forward_traversal_tag, Edge> {
   public:
    EdgeIterator() = default;
    EdgeIterator(const Graph& graph, Graph::edge_iterator at) : at_(at), graph_(&graph) {}

   private:
    friend class boost::iterator_core_access;
    Edge dereference() const { return {*at_, habari::source(*at_, *graph_), habari::target(*at_, *graph_)}; }
    bool equal(const EdgeIterator& other) const { return at_ == other.at_; }
    void increment() { ++at_; }

    Graph::edge_iterator at_;
    const Graph* graph_ = nullptr;
  };

  /// What boost::graph_traits asks for.
  ///@{
  using vertex_descriptor = Vertex;
  using edge_descriptor = Edge;
  using directed_category = boost::undirected_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::incidence_graph_tag, boost::vertex_list_graph_tag, boost::edge_list_graph_tag {};
  using vertex_iterator = Graph::vertex_iterator;
  using out_edge_iterator = OutEdgeIterator;
  using edge_iterator = EdgeIterator;
  using in_edge_iterator = void;
  using adjacency_iterator = void;
  using vertices_size_type = Graph::vertices_size_type;
  using edges_size_type = Graph::edges_size_type;
  using degree_size_type = Graph::degree_size_type;
  static vertex_descriptor null_vertex() { return Graph::null_vertex(); }
  ///@}

  /// The graph must outlive it.
  explicit UndirectedView(const Graph& graph) : graph_(&graph) {}
  explicit UndirectedView(Graph&&) = delete;
  /// What lies below.
  const Graph& graph() const { return *graph_; }

 private:
  const Graph* graph_;
};

/// What the concepts of Boost.Graph ask for; each as Boost documents it.
///@{
inline auto vertices(const UndirectedView& view) { return vertices(view.graph()); }
inline Graph::vertices_size_type num_vertices(const UndirectedView& view) { return num_vertices(view.graph()); }
inline Graph::edges_size_type num_edges(const UndirectedView& view) { return num_edges(view.graph()); }
inline Vertex source(const UndirectedView::Edge& edge, const UndirectedView&) { return edge.source; }
inline Vertex target(const UndirectedView::Edge& edge, const UndirectedView&) { return edge.target; }
inline Graph::degree_size_type out_degree(Vertex v, const UndirectedView& view) { return degree(v, view.graph()); }
inline std::pair<UndirectedView::OutEdgeIterator, UndirectedView::OutEdgeIterator> out_edges(
    Vertex v, const UndirectedView& view) {
  return {UndirectedView::OutEdgeIterator::begin_of(view.graph(), v),
          UndirectedView::OutEdgeIterator::end_of(view.graph(), v)};
}
inline std::pair<UndirectedView::EdgeIterator, UndirectedView::EdgeIterator> edges(const UndirectedView& view) {
  const auto [first, last] = edges(view.graph());
  return {{view.graph(), first}, {view.graph(), last}};
}
inline auto get(boost::vertex_index_t tag, const UndirectedView& view) { return get(tag, view.graph()); }
///@}

}  // namespace habari

namespace boost {

template <>
struct property_map<habari::UndirectedView, vertex_index_t> : property_map<habari::Graph, vertex_index_t> {};

}  // namespace boost
