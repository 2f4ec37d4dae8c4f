#include <habari/core/query.hpp>

#include "query/run.hpp"

#include <utility>

namespace habari {

MatchRange::Iterator::Iterator(std::shared_ptr<QueryRun> run) : run_(std::move(run)) { ++*this; }

const Match& MatchRange::Iterator::operator*() const { return run_->match(); }

MatchRange::Iterator& MatchRange::Iterator::operator++() {
  if (!run_->advance()) run_.reset();
  return *this;
}

MatchRange::Iterator MatchRange::begin() const { return Iterator(std::make_shared<QueryRun>(plan_)); }

const std::vector<std::string>& MatchRange::variables() const { return plan_->variables(); }

TripleMatchRange::Iterator& TripleMatchRange::Iterator::operator++() {
  // Variables of a single pattern may be bound in several ways for one triple.
  const TripleView before = **this;
  do {
    ++at_;
  } while (!(at_ == std::default_sentinel) && at_->triples.front() == before);
  return *this;
}

EventMatchRange::Iterator::Iterator(TripleMatchRange::Iterator at) : at_(std::move(at)) { find_new(); }

EventMatchRange::Iterator& EventMatchRange::Iterator::operator++() {
  ++at_;
  find_new();
  return *this;
}

void EventMatchRange::Iterator::find_new() {
  for (; !(at_ == std::default_sentinel); ++at_) {
    const auto event = at_->event();
    if (!event || !given_.insert(*event).second) continue;
    event_ = at_->graph().event(*event);
    return;
  }
}

QueryIndex::QueryIndex(const Graph& graph) : lists_(std::make_unique<const QueryLists>(graph)) {}
QueryIndex::~QueryIndex() = default;
QueryIndex::QueryIndex(QueryIndex&&) noexcept = default;
QueryIndex& QueryIndex::operator=(QueryIndex&&) noexcept = default;

const Graph& QueryIndex::graph() const { return lists_->graph(); }

std::vector<Vertex> QueryIndex::named(std::string_view name_or_id) const {
  if (const auto vertex = graph().find(name_or_id)) return {*vertex};
  return lists_->names().find(name_or_id);
}

std::vector<Vertex> QueryIndex::similar(std::string_view name, std::size_t limit) const {
  return lists_->names().similar(name, limit);
}

TripleMatchRange QueryIndex::find(const Pattern& pattern) const {
  return TripleMatchRange(find(std::vector<Pattern>{pattern}));
}

EventMatchRange QueryIndex::events(const Pattern& pattern) const { return EventMatchRange(find(pattern)); }

MatchRange QueryIndex::find(const std::vector<Pattern>& steps) const {
  return MatchRange(std::make_shared<const QueryPlan>(*lists_, steps));
}

}  // namespace habari
