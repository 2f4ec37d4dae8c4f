#pragma once

#include <habari/core/graph_records.hpp>

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

struct ArticleView {
  std::string_view id;
  std::string_view language;
  std::string_view title;
  std::string_view url;
  std::string_view text;  ///< Empty where the graph was built without texts.
  std::optional<Date> date;
};

struct EntityView {
  std::string_view id;  ///< `person/vladimir-putin`
  EntityKind kind = EntityKind::thing;
  std::span<const EntityName> names;
  std::span<const EntityMention> mentions;
};

struct EventView {
  Uuid uuid;
  std::string_view label;  ///< English verb.
  EventType type = EventType::other;
  Factuality factuality = Factuality::actual;
  std::optional<TimeValue> time;
  std::span<const EventMention> mentions;

  /// Of the surest mention.
  float confidence() const;
  /// Whose word the mentions give for it, each once, in ascending order.
  std::vector<Vertex> sources() const;
};

struct RoleView {
  Vertex event = no_vertex;
  Role role = Role::agent;
  Vertex participant = no_vertex;  ///< An entity; with Role::content mostly another event.
  std::span<const RoleMention> mentions;
};

struct RelationView {
  Vertex subject = no_vertex;
  std::string_view label;  ///< English noun.
  Vertex object = no_vertex;
  std::span<const RelationMention> mentions;

  float confidence() const;
};

/// The event knowledge graph: immutable, made by GraphBuilder. A model of Boost.Graph's VertexListGraph,
/// BidirectionalGraph, AdjacencyGraph and EdgeListGraph (free functions in graph_concepts.hpp, included below).
///
/// Vertices are entities [0, entity_count()) and events; edges are standing relations (entity to entity), then roles
/// (event to participant). The edge index of Boost.Graph runs over both.
/// Thread rule: const members may be called from several threads at once.
class Graph {
 public:
  using Structure = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                       boost::no_property, std::uint32_t, std::uint32_t>;
  using Edge = Structure::edge_descriptor;

  // What boost::graph_traits asks for.
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

  Graph();
  /// `ends` are the edges' sources and targets, in the order of the rows: relations, then roles.
  /// Throws std::invalid_argument where rows and edges do not fit together.
  Graph(GraphRows rows, const std::vector<std::pair<Vertex, Vertex>>& ends);

  std::uint32_t article_count() const { return static_cast<std::uint32_t>(rows_.articles.size()); }
  std::uint32_t entity_count() const { return static_cast<std::uint32_t>(rows_.entities.size()); }
  std::uint32_t event_count() const { return static_cast<std::uint32_t>(rows_.events.size()); }
  std::uint32_t relation_count() const { return static_cast<std::uint32_t>(rows_.relation_labels.size()); }
  std::uint32_t role_count() const { return static_cast<std::uint32_t>(rows_.roles.size()); }
  std::uint32_t vertex_count() const { return entity_count() + event_count(); }
  std::uint32_t edge_count() const { return relation_count() + role_count(); }

  bool is_entity(Vertex v) const { return v < entity_count(); }
  bool is_event(Vertex v) const { return v >= entity_count() && v < vertex_count(); }
  bool is_relation(Edge edge) const { return edge.idx < relation_count(); }

  /// Each throws std::invalid_argument where the argument is of the other sort or out of range.
  ArticleView article(std::uint32_t index) const;
  EntityView entity(Vertex v) const;
  EventView event(Vertex v) const;
  RelationView relation(Edge edge) const;
  RoleView role(Edge edge) const;
  const EventMention& event_mention(std::uint32_t index) const { return rows_.event_mentions.at(index); }
  /// The event that mention number `index` tells of. Cost: O(log event_count()).
  Vertex event_of_mention(std::uint32_t index) const;
  /// Time expressions of an event mention. Cost: O(log of all time expressions).
  std::span<const TimeMention> times(std::uint32_t event_mention) const;

  std::string_view text(StringId id) const { return rows_.strings[id]; }
  /// `person/vladimir-putin`, `event/2ed6657d-…`.
  std::string id(Vertex v) const;
  /// What to call a vertex: an entity's preferred name in `language`, or its most used one where it has none there;
  /// an event's label.
  std::string_view label(Vertex v, std::string_view language = {}) const;
  /// By identifier, as id() gives it. Cost: O(log vertex_count()).
  std::optional<Vertex> find(std::string_view id) const;
  std::optional<std::uint32_t> find_article(std::string_view id) const;

  const GraphRows& rows() const { return rows_; }
  const Structure& structure() const { return structure_; }
  Edge edge(std::uint32_t index) const;

  /// What the graph takes, in bytes.
  struct Memory {
    std::size_t vertices = 0;  ///< Entities, events, their names and mentions.
    std::size_t edges = 0;     ///< Relations and roles, their mentions, both directions of the structure.
    std::size_t strings = 0;   ///< The string table and the articles with their texts.
  };
  Memory memory() const;

  /// The same articles' content: equal rows and edges.
  friend bool operator==(const Graph& a, const Graph& b);

 private:
  GraphRows rows_;
  Structure structure_;
};

}  // namespace habari

#include <habari/core/graph_concepts.hpp>  // IWYU pragma: export
