#pragma once

#include <habari/core/computed_range.hpp>
#include <habari/core/graph_views.hpp>
#include <habari/core/links.hpp>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// The event knowledge graph: immutable, made by GraphBuilder. A model of Boost.Graph's VertexListGraph,
/// BidirectionalGraph, AdjacencyGraph and EdgeListGraph (free functions in graph_concepts.hpp, included below).
///
/// Vertices are entities [0, entity_count()) and events; edges are standing relations (entity to entity), then roles
/// (event to participant). The edge index of Boost.Graph runs over both.
/// Thread rule: const members may be called from several threads at once.
class Graph {
 public:
  /// Compressed sparse rows of edges in both directions.
  using Structure = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                       boost::no_property, std::uint32_t, std::uint32_t>;
  using Edge = Structure::edge_descriptor;  ///< An edge: its source, and its number in the graph.

  /// What boost::graph_traits asks for.
  ///@{
  using vertex_descriptor = Structure::vertex_descriptor;
  using edge_descriptor = Structure::edge_descriptor;
  using directed_category = Structure::directed_category;
  using edge_parallel_category = Structure::edge_parallel_category;
  using traversal_category = Structure::traversal_category;
  using vertex_iterator = Structure::vertex_iterator;
  using edge_iterator = Structure::edge_iterator;
  using out_edge_iterator = Structure::out_edge_iterator;
  using in_edge_iterator = Structure::in_edge_iterator;
  using adjacency_iterator = Structure::adjacency_iterator;
  using vertices_size_type = Structure::vertices_size_type;
  using edges_size_type = Structure::edges_size_type;
  using degree_size_type = Structure::degree_size_type;
  static vertex_descriptor null_vertex() { return Structure::null_vertex(); }
  ///@}

 private:
  /// View number so and so.
  template <typename View>
  struct ByNumber {
    const Graph* graph = nullptr;
    View (Graph::*view)(std::uint32_t) const = nullptr;
    View operator()(std::uint32_t number) const { return (graph->*view)(number); }
  };
  /// View of an edge that goes out of `source`, by the edge's index.
  template <typename View>
  struct Outgoing {
    const Graph* graph = nullptr;
    View (Graph::*view)(Edge) const = nullptr;
    Vertex source = 0;
    View operator()(std::uint32_t index) const { return (graph->*view)(Edge(source, index)); }
  };
  /// View of an edge that comes into a vertex, by its place in the backward structure.
  template <typename View>
  struct Incoming {
    const Graph* graph = nullptr;
    View (Graph::*view)(Edge) const = nullptr;
    View operator()(std::uint32_t at) const { return (graph->*view)(graph->incoming(at)); }
  };
  Edge incoming(std::uint32_t at) const {
    return Edge(structure_.m_backward.m_column[at], structure_.m_backward.m_edge_properties[at]);
  }
  /// What out_range() and the two of in_ranges() are made of.
  struct Numbers {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  /// Indices of the edges that go out of `v`. Throws std::invalid_argument unless `is_sort`: `v` is of the sort meant.
  Numbers out_range(Vertex v, bool is_sort) const;
  /// Places of the edges that come into `v`: standing relations, or roles. Throws std::invalid_argument where it is no
  /// vertex.
  Numbers in_range(Vertex v, bool relations) const;

 public:
  Graph();
  /// `ends` are the edges' sources and targets, in the order of the rows: relations, then roles.
  /// Throws std::invalid_argument where rows and edges do not fit together.
  Graph(GraphRows rows, const std::vector<std::pair<Vertex, Vertex>>& ends);

  /// How many articles it was built of.
  std::uint32_t article_count() const { return static_cast<std::uint32_t>(rows_.articles.size()); }
  /// How many vertices are entities; they come first.
  std::uint32_t entity_count() const { return static_cast<std::uint32_t>(rows_.entities.size()); }
  /// How many vertices are events.
  std::uint32_t event_count() const { return static_cast<std::uint32_t>(rows_.events.size()); }
  /// How many edges are standing relations; they come first.
  std::uint32_t relation_count() const { return static_cast<std::uint32_t>(rows_.relation_labels.size()); }
  /// How many edges are roles.
  std::uint32_t role_count() const { return static_cast<std::uint32_t>(rows_.roles.size()); }
  /// Entities and events.
  std::uint32_t vertex_count() const { return entity_count() + event_count(); }
  /// Standing relations and roles.
  std::uint32_t edge_count() const { return relation_count() + role_count(); }

  /// False for events, and for what is no vertex.
  bool is_entity(Vertex v) const { return v < entity_count(); }
  /// False for entities, and for what is no vertex.
  bool is_event(Vertex v) const { return v >= entity_count() && v < vertex_count(); }
  /// Whether it is a standing relation; else it is a role.
  bool is_relation(Edge edge) const { return edge.idx < relation_count(); }

  /// Each throws std::invalid_argument where the argument is of the other sort or out of range.
  ArticleView article(std::uint32_t index) const;
  EntityView entity(Vertex v) const;       ///< As article().
  EventView event(Vertex v) const;         ///< As article().
  RelationView relation(Edge edge) const;  ///< As article().
  RoleView role(Edge edge) const;          ///< As article().

  /// All articles, one at a time, by identifier, as the ranges below random-access and computed when looked at:
  /// `for (const EntityView& entity : graph.entities())`.
  auto articles() const& { return ComputedRange(ByNumber<ArticleView>{this, &Graph::article}, 0, article_count()); }
  /// All entities, by identifier.
  auto entities() const& { return ComputedRange(ByNumber<EntityView>{this, &Graph::entity}, 0, entity_count()); }
  /// All events, by identifier.
  auto events() const& {
    return ComputedRange(ByNumber<EventView>{this, &Graph::event}, entity_count(), vertex_count());
  }
  /// Who and what takes part in an event, as RoleView, by role. Throws std::invalid_argument where `event` is no event.
  auto participants(Vertex event) const& {
    const auto [begin, end] = out_range(event, is_event(event));
    return ComputedRange(Outgoing<RoleView>{this, &Graph::role, event}, begin, end);
  }
  /// The events that `v` takes part in, as RoleView: once for each of its roles there.
  /// Throws std::invalid_argument where `v` is no vertex.
  auto participations(Vertex v) const& {
    const auto [begin, end] = in_range(v, false);
    return ComputedRange(Incoming<RoleView>{this, &Graph::role}, begin, end);
  }
  /// The standing relations whose subject `v` is, as RelationView. Throws std::invalid_argument where it is no entity.
  auto relations_from(Vertex v) const& {
    const auto [begin, end] = out_range(v, is_entity(v));
    return ComputedRange(Outgoing<RelationView>{this, &Graph::relation, v}, begin, end);
  }
  /// The standing relations whose object `v` is. Throws std::invalid_argument where it is no vertex.
  auto relations_to(Vertex v) const& {
    const auto [begin, end] = in_range(v, true);
    return ComputedRange(Incoming<RelationView>{this, &Graph::relation}, begin, end);
  }
  void articles() const&& = delete;
  void entities() const&& = delete;
  void events() const&& = delete;
  void participants(Vertex event) const&& = delete;
  void participations(Vertex v) const&& = delete;
  void relations_from(Vertex v) const&& = delete;
  void relations_to(Vertex v) const&& = delete;

  /// As the mentions of roles and times number them.
  const EventMention& event_mention(std::uint32_t index) const { return rows_.event_mentions.at(index); }
  /// The event that mention number `index` tells of. Cost: O(log event_count()).
  Vertex event_of_mention(std::uint32_t index) const;
  /// Time expressions of an event mention. Cost: O(log of all time expressions).
  std::span<const TimeMention> times(std::uint32_t event_mention) const;
  /// Counts and amounts of an event mention: its own and its participants'. Cost: O(log of all of them).
  std::span<const QuantityMention> quantities(std::uint32_t event_mention) const;

  /// Which entries of public catalogues `entity` is, and where it lies: one of each kind (link_kind), more only where
  /// articles disagree, but never two positions. Cost: O(log of all links).
  std::span<const EntityLink> links(Vertex entity) const;
  /// Where `entity` lies; nothing where no article knows. Cost: as links.
  std::optional<GeoPoint> position(Vertex entity) const;
  /// Those that pair `event` with one that is probably the same. Cost: O(all matches).
  std::vector<EventMatch> matches(Vertex event) const;

  /// Lives as long as the graph.
  std::string_view text(StringId id) const { return rows_.strings[id]; }
  /// `person/vladimir-putin`, `event/2ed6657d-…`.
  std::string id(Vertex v) const;
  /// What to call a vertex: an entity's preferred name in `language`, or its most used one where it has none there;
  /// an event's label.
  std::string_view label(Vertex v, std::string_view language = {}) const;
  /// By identifier, as id() gives it. Cost: O(log vertex_count()).
  std::optional<Vertex> find(std::string_view id) const;
  /// Number of the article with this identifier. Cost: O(log of all strings).
  std::optional<std::uint32_t> find_article(std::string_view id) const;

  /// The flat arrays, for what the views do not tell.
  const GraphRows& rows() const { return rows_; }
  /// Boost's graph, without what its vertices and edges mean.
  const Structure& structure() const { return structure_; }
  /// By number. Throws std::invalid_argument beyond the last. Cost: O(log vertex_count()).
  Edge edge(std::uint32_t index) const;

  /// What the graph takes, in bytes.
  struct Memory {
    std::size_t vertices = 0;  ///< Entities, events, their names and mentions.
    std::size_t edges = 0;     ///< Relations and roles, their mentions, both directions of the structure.
    std::size_t strings = 0;   ///< The string table and the articles with their texts.
  };
  Memory memory() const;  ///< Cost: O(articles).

  /// The same articles' content: equal rows and edges.
  friend bool operator==(const Graph& a, const Graph& b);

 private:
  GraphRows rows_;
  Structure structure_;
};

}  // namespace habari

#include <habari/core/graph_concepts.hpp>  // IWYU pragma: export
