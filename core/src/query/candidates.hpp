#pragma once

#include "query/plan.hpp"

#include <optional>
#include <vector>

namespace habari {

/// What a step has to look at, one owner at a time.
struct Candidate {
  Owner owner = 0;
  Vertex subject = no_vertex;  ///< The only one to look for, where the candidates come from a subject.
  Vertex object = no_vertex;   ///< The same for objects.
};

/// Goes through a driver's owners. None is given twice with the same subject and object.
class Candidates {
 public:
  Candidates(const Graph& graph, const PlannedStep& step, const Values& values, Driver driver);
  std::optional<Candidate> next();

 private:
  void merge(std::vector<std::span<const Owner>> lists);
  bool open_vertex();
  std::optional<Candidate> next_of_vertices();
  std::optional<Owner> next_in_edge(Vertex v);

  const Graph& graph_;
  Driver driver_;
  std::vector<Vertex> vertices_;
  std::size_t vertex_ = 0;  ///< Of vertices_; those before it are done.
  bool open_ = false;
  Graph::out_edge_iterator out_;
  Graph::out_edge_iterator out_end_;
  Graph::in_edge_iterator in_;
  Graph::in_edge_iterator in_end_;
  Owner last_ = 0;
  std::vector<Owner> merged_;
  std::span<const Owner> owners_;
  std::size_t at_ = 0;
};

}  // namespace habari
