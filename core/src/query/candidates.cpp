#include "query/candidates.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace habari {
namespace {

constexpr Owner no_owner = 0xFFFFFFFFU;

}  // namespace

Candidates::Candidates(const Graph& graph, const PlannedStep& step, const Values& values, Driver driver)
    : graph_(graph), driver_(std::move(driver)) {
  if (driver_.sort == Driver::Sort::owners) merge(std::move(driver_.owners));
  if (driver_.sort != Driver::Sort::vertices) return;
  const auto vertices = allowed(step.term(driver_.place), values).value();
  vertices_.assign(vertices.begin(), vertices.end());
  // An event may have two of them at its place or as participants: all are gathered so that each is given once.
  if (vertices_.size() < 2 || driver_.place == Place::subject || driver_.place == Place::object) return;
  while (const auto found = next_of_vertices()) merged_.push_back(found->owner);
  std::sort(merged_.begin(), merged_.end());
  merged_.erase(std::unique(merged_.begin(), merged_.end()), merged_.end());
  owners_ = merged_;
  driver_.sort = Driver::Sort::owners;
}

void Candidates::merge(std::vector<std::span<const Owner>> lists) {
  std::erase_if(lists, [](const auto& list) { return list.empty(); });
  if (lists.size() == 1) owners_ = lists.front();
  if (lists.size() < 2) return;
  for (const auto& list : lists) merged_.insert(merged_.end(), list.begin(), list.end());
  std::sort(merged_.begin(), merged_.end());
  merged_.erase(std::unique(merged_.begin(), merged_.end()), merged_.end());
  owners_ = merged_;
}

std::optional<Candidate> Candidates::next() {
  switch (driver_.sort) {
    case Driver::Sort::vertices:
      return next_of_vertices();
    case Driver::Sort::owners:
      if (at_ == owners_.size()) return std::nullopt;
      return Candidate{owners_[at_++]};
    case Driver::Sort::times:
      if (at_ == driver_.times.size()) return std::nullopt;
      return Candidate{driver_.times[at_++].owner};
    case Driver::Sort::everything:
      break;
  }
  if (at_ == graph_.event_count() + graph_.relation_count()) return std::nullopt;
  return Candidate{static_cast<Owner>(at_++)};
}

bool Candidates::open_vertex() {
  if (vertex_ == vertices_.size()) return false;
  const Vertex v = vertices_[vertex_];
  std::tie(out_, out_end_) = out_edges(v, graph_);
  // An event's out-edges are its own roles; an entity's are the standing relations it is the subject of.
  if (!graph_.is_entity(v) || driver_.place == Place::object || driver_.place == Place::place) out_ = out_end_;
  std::tie(in_, in_end_) = in_edges(v, graph_);
  last_ = no_owner;
  return true;
}

/// In-edges are in order of their sources, so an event with several of them comes several times running.
std::optional<Owner> Candidates::next_in_edge(Vertex v) {
  for (; in_ != in_end_; ++in_) {
    const Graph::Edge edge = *in_;
    if (graph_.is_relation(edge)) {
      if (driver_.place == Place::subject || driver_.place == Place::place) continue;
      // A relation of an entity to itself was met as an out-edge.
      if (driver_.place == Place::participant && source(edge, graph_) == v) continue;
      ++in_;
      return graph_.event_count() + edge.idx;
    }
    const Role role = graph_.rows().roles[edge.idx - graph_.relation_count()];
    if (driver_.place == Place::subject && role != Role::agent) continue;
    if (driver_.place == Place::place && role != Role::place) continue;
    const Owner owner = source(edge, graph_) - graph_.entity_count();
    if (std::exchange(last_, owner) == owner) continue;
    ++in_;
    return owner;
  }
  return std::nullopt;
}

std::optional<Candidate> Candidates::next_of_vertices() {
  while (open_ || open_vertex()) {
    open_ = true;
    const Vertex v = vertices_[vertex_];
    std::optional<Owner> owner;
    if (out_ != out_end_) {
      owner = graph_.event_count() + (*out_++).idx;
    } else {
      owner = next_in_edge(v);
    }
    if (owner) {
      Candidate found{*owner};
      if (driver_.place == Place::subject) found.subject = v;
      if (driver_.place == Place::object) found.object = v;
      return found;
    }
    open_ = false;
    ++vertex_;
  }
  return std::nullopt;
}

}  // namespace habari
