#include <habari/core/query.hpp>

#include <habari/core/near_word.hpp>
#include "query/name_folding.hpp"
#include "query/run.hpp"

#include <set>
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

std::vector<Vertex> QueryIndex::completions(std::string_view name_or_id, std::size_t limit) const {
  if (const auto vertex = graph().find(name_or_id)) return {*vertex};
  return lists_->names().completions(name_or_id, limit);
}

bool QueryIndex::has_relation(std::string_view relation) const {
  if (const auto type = parse_event_type(relation); type && !lists_->of_type(*type).empty()) return true;
  const auto string = graph().rows().strings.find(relation);
  return string && (!lists_->labelled(*string).empty() || !lists_->with_lemma(*string).empty());
}

std::vector<std::string_view> QueryIndex::similar_relations(std::string_view relation, std::size_t limit) const {
  const std::string folded = fold_name(relation);
  const NearWord wanted(folded);
  std::set<std::pair<std::size_t, std::string_view>> found;
  for (const auto keys : {lists_->labels(), lists_->lemmas()}) {
    for (const std::uint32_t key : keys) {
      const std::string_view known = graph().text(StringId(key));
      if (const auto distance = wanted.distance(fold_name(known))) found.emplace(*distance, known);
    }
  }
  std::vector<std::string_view> nearest;
  for (const auto& [distance, known] : found) {
    if (nearest.size() == limit) break;
    nearest.push_back(known);
  }
  return nearest;
}

TripleMatchRange QueryIndex::find(const Pattern& pattern) const {
  return TripleMatchRange(find(std::vector<Pattern>{pattern}));
}

EventMatchRange QueryIndex::events(const Pattern& pattern) const { return EventMatchRange(find(pattern)); }

MatchRange QueryIndex::find(const std::vector<Pattern>& steps) const {
  return MatchRange(std::make_shared<const QueryPlan>(*lists_, steps));
}

}  // namespace habari
