#pragma once

#include "bindings.hpp"

#include <habari/core/graph.hpp>
#include <habari/core/query.hpp>
#include <habari/core/triples.hpp>

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace habari::python {

/// A graph with the index that questions need, which is made when the first is asked.
/// Thread rule: const members may be called from several threads at once.
class PythonGraph {
 public:
  explicit PythonGraph(Graph made) : graph(std::move(made)) {}

  const QueryIndex& index() const {
    std::call_once(once_, [this] { index_ = std::make_unique<QueryIndex>(graph); });
    return *index_;
  }

  const Graph graph;

 private:
  mutable std::once_flag once_;
  mutable std::unique_ptr<QueryIndex> index_;
};

using GraphClass = py::class_<PythonGraph, std::shared_ptr<PythonGraph>>;

/// Adds what is asked: find, named, paths, neighbours, timeline.
void bind_queries(GraphClass& graph);

/// As a Python number that has no more digits than the graph's: 0.9 and not 0.8999999761581421.
py::float_ to_confidence(float value);
/// None or the number.
py::object vertex_or_none(std::optional<Vertex> v);
/// The identifiers of articles, each a string.
py::tuple article_ids(const Graph& graph, const std::vector<std::uint32_t>& articles);
/// A tuple of a Triple's fields.
py::tuple triple_row(const TripleView& triple);

}  // namespace habari::python
