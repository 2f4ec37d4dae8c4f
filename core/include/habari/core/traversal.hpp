#pragma once

#include <habari/core/graph.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <vector>

namespace habari {

/// Somebody who took part in an event with another, or stands in a relation to them.
struct Neighbour {
  Vertex entity = no_vertex;   ///< Who it is.
  std::uint32_t distance = 0;  ///< Events and standing relations between the two, at least 1.
  std::uint32_t shared = 0;    ///< How many events and relations tie them to those one nearer; at least 1.
  friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// The entities at most `distance` events or standing relations away from `v`: the nearest first, then those with the
/// most in common, then by vertex. An event that is another's content ties no entities.
/// Throws std::invalid_argument where `v` is no entity. Cost: O(edges within the distance), O(vertices) memory.
std::vector<Neighbour> neighbourhood(const Graph& graph, Vertex v, std::uint32_t distance = 1);

/// The dated events that `v` takes part in, by first day, last day and vertex.
/// Throws std::invalid_argument where `v` is no vertex.
std::vector<Vertex> timeline(const Graph& graph, Vertex v);

/// A way from one vertex to another along edges in either direction, no vertex twice.
struct Path {
  std::vector<Vertex> vertices;    ///< Both ends and all between.
  std::vector<Graph::Edge> edges;  ///< One fewer: edges[i] joins vertices[i] and vertices[i + 1].
  friend bool operator==(const Path&, const Path&) = default;
};

/// How far paths go.
struct PathOptions {
  /// In edges: two entities in one event are two edges apart, subject and object of a standing relation one.
  std::uint32_t longest = 6;
};

class PathSearch;

/// Paths between two vertices, shortest first, each found when the iterator comes to it. Refers to its graph.
class PathRange {
 public:
  class Iterator {
   public:
    using value_type = Path;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    Iterator() = default;
    explicit Iterator(std::shared_ptr<PathSearch> search);
    const Path& operator*() const;
    const Path* operator->() const { return &**this; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& at, std::default_sentinel_t /*end*/) { return at.search_ == nullptr; }

   private:
    std::shared_ptr<PathSearch> search_;
  };

  /// Made by paths().
  PathRange(const Graph& graph, Vertex from, Vertex to, PathOptions options)
      : graph_(&graph), from_(from), to_(to), options_(options) {}
  Iterator begin() const;  ///< Begins the search anew.
  /// After the last path.
  std::default_sentinel_t end() const { return {}; }

 private:
  const Graph* graph_;
  Vertex from_;
  Vertex to_;
  PathOptions options_;
};

/// Throws std::invalid_argument where an end is no vertex. The graph must outlive the range.
/// Order: by length, then as edges lie in the graph. Where the ends are one vertex there is one path, without edges.
/// Cost: one breadth-first search when begun, then of the order of the paths given.
PathRange paths(const Graph& graph, Vertex from, Vertex to, PathOptions options = {});
PathRange paths(Graph&&, Vertex, Vertex, PathOptions = {}) = delete;

}  // namespace habari
