#include "query/run.hpp"

#include <algorithm>

namespace habari {
namespace {

bool contains(std::span<const Vertex> vertices, Vertex v) {
  return std::binary_search(vertices.begin(), vertices.end(), v);
}

bool is_open(const PlannedTerm& term, const Values& values) {
  return term.sort == PlannedTerm::Sort::variable && values[term.variable] == no_vertex;
}

}  // namespace

StepRun::StepRun(const QueryLists& lists, const PlannedStep& step, Values values)
    : graph_(lists.graph()),
      step_(step),
      given_(std::move(values)),
      candidates_(graph_, step_, given_, cheapest_driver(lists, step_, given_)) {}

bool StepRun::advance() {
  if (step_.impossible) return false;
  if (at_ + 1 < found_.size()) {
    ++at_;
    return true;
  }
  at_ = 0;
  found_.clear();
  while (found_.empty()) {
    const auto candidate = candidates_.next();
    if (!candidate) return false;
    if (fits_relation(candidate->owner) && fits_mentions(candidate->owner)) look_at(*candidate);
  }
  return true;
}

/// Whether a sense is this one or a narrower one of it.
bool is_sense(std::string_view found, std::string_view wanted) {
  return found.starts_with(wanted) && (found.size() == wanted.size() || found[wanted.size()] == '.');
}

bool StepRun::fits_relation(Owner owner) const {
  const GraphRows& rows = graph_.rows();
  if (owner >= graph_.event_count()) {
    if (step_.type || step_.days || !step_.sense.empty() ||
        step_.factuality.value_or(Factuality::actual) != Factuality::actual)
      return false;
    return step_.any_relation || step_.label == rows.relation_labels[owner - graph_.event_count()];
  }
  const EventRecord& event = rows.events[owner];
  if (step_.type && event.type != *step_.type) return false;
  if (!step_.sense.empty() && !is_sense(rows.strings[event.sense], step_.sense)) return false;
  if (step_.factuality && event.factuality != *step_.factuality) return false;
  if (step_.days) {
    const auto time = event.time.unpack();
    if (!time) return false;
    const DayRange days = DayRange::of(*time);
    if (days.last < step_.days->first || days.first > step_.days->last) return false;
  }
  if (step_.any_relation || step_.label == event.label || step_.relation_type == event.type) return true;
  const auto mentions = graph_.event(graph_.entity_count() + owner).mentions;
  return step_.lemma && std::any_of(mentions.begin(), mentions.end(),
                                    [&](const EventMention& mention) { return mention.lemma == *step_.lemma; });
}

bool StepRun::fits_mention(std::uint32_t article, Vertex source) const {
  if (step_.article && *step_.article != article) return false;
  if (step_.language && *step_.language != graph_.rows().articles[article].language) return false;
  const auto sources = allowed(step_.term(Place::source), given_);
  return !sources || (source != no_vertex && contains(*sources, source));
}

bool StepRun::fits_mentions(Owner owner) const {
  if (!step_.article && !step_.language && step_.term(Place::source).sort == PlannedTerm::Sort::any) return true;
  if (owner >= graph_.event_count()) {
    const auto mentions = graph_.relation(graph_.edge(owner - graph_.event_count())).mentions;
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](const RelationMention& mention) { return fits_mention(mention.article, no_vertex); });
  }
  const auto mentions = graph_.event(graph_.entity_count() + owner).mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const EventMention& mention) { return fits_mention(mention.article, mention.source); });
}

void StepRun::look_at(const Candidate& candidate) {
  const auto look = [&](const TripleView& triple) {
    const auto fits_candidate = [&](const TripleView& reading) {
      return (candidate.subject == no_vertex || reading.subject() == candidate.subject) &&
             (candidate.object == no_vertex || reading.object() == candidate.object);
    };
    const std::size_t before = found_.size();
    const bool fits = take(triple);
    if (!fits_candidate(triple)) found_.resize(before);
    const auto mirrored = triple.mirrored();
    const bool both_sides = is_open(step_.term(Place::subject), given_) || is_open(step_.term(Place::object), given_);
    if (mirrored && (!fits || both_sides) && fits_candidate(*mirrored)) take(*mirrored);
  };
  if (candidate.owner >= graph_.event_count()) {
    return look(triple_of(graph_, graph_.edge(candidate.owner - graph_.event_count())));
  }
  for (const TripleView& triple : triples_of(graph_, graph_.entity_count() + candidate.owner)) look(triple);
}

bool StepRun::take(const TripleView& triple) {
  const std::size_t before = found_.size();
  bind(triple, 0, given_);
  return found_.size() > before;
}

std::vector<Vertex> StepRun::at_place(const TripleView& triple, Place place) const {
  std::vector<Vertex> vertices;
  const auto event = triple.event();
  switch (place) {
    case Place::subject:
      if (triple.subject()) vertices.push_back(*triple.subject());
      return vertices;
    case Place::object:
      if (triple.object()) vertices.push_back(*triple.object());
      return vertices;
    case Place::source:
      if (!event) return vertices;
      for (const EventMention& mention : graph_.event(*event).mentions) {
        if (mention.source != no_vertex && fits_mention(mention.article, mention.source)) {
          vertices.push_back(mention.source);
        }
      }
      break;
    case Place::place:
    case Place::participant:
      if (!event) {
        if (place == Place::participant) vertices = {*triple.subject(), *triple.object()};
        break;
      }
      for (auto [edge, end] = out_edges(*event, graph_); edge != end; ++edge) {
        const RoleView role = graph_.role(*edge);
        if (place == Place::participant || role.role == Role::place) vertices.push_back(role.participant);
      }
      break;
  }
  std::sort(vertices.begin(), vertices.end());
  vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
  return vertices;
}

/// One answer for each way to bind the open variables from `place` on.
void StepRun::bind(const TripleView& triple, std::size_t place, const Values& values) {
  for (; place < place_count; ++place) {
    const PlannedTerm& term = step_.terms[place];
    if (term.sort == PlannedTerm::Sort::any) continue;
    const std::vector<Vertex> vertices = at_place(triple, static_cast<Place>(place));
    if (const auto wanted = allowed(term, values)) {
      if (std::none_of(vertices.begin(), vertices.end(), [&](Vertex v) { return contains(*wanted, v); })) return;
      continue;
    }
    for (const Vertex v : vertices) {
      Values bound = values;
      bound[term.variable] = v;
      bind(triple, place + 1, bound);
    }
    return;
  }
  found_.push_back({triple, values});
}

QueryRun::QueryRun(std::shared_ptr<const QueryPlan> plan) : plan_(std::move(plan)) {
  match_.triples.resize(plan_->steps().size());
  if (!plan_->steps().empty()) open(Values(plan_->variables().size(), no_vertex));
}

void QueryRun::open(Values values) {
  steps_.push_back(std::make_unique<StepRun>(plan_->lists(), plan_->steps()[steps_.size()], std::move(values)));
}

bool QueryRun::advance() {
  while (!steps_.empty()) {
    StepRun& step = *steps_.back();
    if (!step.advance()) {
      steps_.pop_back();
      continue;
    }
    match_.triples[plan_->steps()[steps_.size() - 1].position] = step.triple();
    if (steps_.size() == plan_->steps().size()) {
      match_.values = step.values();
      return true;
    }
    open(step.values());
  }
  return false;
}

}  // namespace habari
