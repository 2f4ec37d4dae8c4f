#include "query/plan.hpp"

#include <algorithm>
#include <limits>

namespace habari {
namespace {

std::uint64_t size_of(const std::vector<std::span<const Owner>>& lists) {
  std::uint64_t size = 0;
  for (const auto& list : lists) size += list.size();
  return size;
}

}  // namespace

std::optional<std::span<const Vertex>> allowed(const PlannedTerm& term, const Values& values) {
  switch (term.sort) {
    case PlannedTerm::Sort::any:
      return std::nullopt;
    case PlannedTerm::Sort::vertices:
      return term.vertices;
    case PlannedTerm::Sort::variable:
      break;
  }
  const Vertex& value = values[term.variable];
  if (value == no_vertex) return std::nullopt;
  return std::span(&value, 1);
}

QueryPlan::QueryPlan(const QueryLists& lists, const std::vector<Pattern>& steps) : lists_(lists) {
  for (std::size_t i = 0; i < steps.size(); ++i) steps_.push_back(planned(steps[i], i));
  order_steps();
}

PlannedTerm QueryPlan::planned(const PatternTerm& term) {
  PlannedTerm planned;
  if (term.is_any()) return planned;
  if (const Variable* variable = term.variable()) {
    planned.sort = PlannedTerm::Sort::variable;
    const auto known = std::find(variables_.begin(), variables_.end(), variable->name);
    planned.variable = static_cast<std::uint32_t>(known - variables_.begin());
    if (known == variables_.end()) variables_.push_back(variable->name);
    return planned;
  }
  planned.sort = PlannedTerm::Sort::vertices;
  const Graph& graph = lists_.graph();
  if (const Vertex* vertex = term.vertex()) {
    if (*vertex < graph.vertex_count()) planned.vertices = {*vertex};
  } else if (const auto found = graph.find(*term.name())) {
    planned.vertices = {*found};
  } else {
    planned.vertices = lists_.names().find(*term.name());
  }
  return planned;
}

PlannedStep QueryPlan::planned(const Pattern& pattern, std::size_t position) {
  const Graph& graph = lists_.graph();
  PlannedStep step;
  step.position = position;
  const std::array<const PatternTerm*, place_count> terms = {&pattern.subject, &pattern.object, &pattern.place,
                                                             &pattern.participant, &pattern.source};
  for (std::size_t i = 0; i < place_count; ++i) step.terms[i] = planned(*terms[i]);
  if (!pattern.relation.empty()) {
    step.any_relation = false;
    step.label = step.lemma = graph.rows().strings.find(pattern.relation);
    step.relation_type = parse_event_type(pattern.relation);
    step.impossible = !step.label && !step.relation_type;
  }
  if (pattern.since || pattern.until) {
    DayRange days{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    if (pattern.since) days.first = DayRange::number(*pattern.since, 0);
    if (pattern.until) days.last = DayRange::number(*pattern.until, 99);
    step.days = days;
  }
  step.sense = pattern.sense;
  step.type = pattern.type;
  step.factuality = pattern.factuality;
  if (!pattern.language.empty()) {
    step.language = graph.rows().strings.find(pattern.language);
    step.impossible = step.impossible || !step.language;
  }
  if (!pattern.article.empty()) {
    step.article = graph.find_article(pattern.article);
    step.impossible = step.impossible || !step.article;
  }
  return step;
}

/// Next comes the step that has least to look at, with the variables of those before it known.
void QueryPlan::order_steps() {
  // Any vertex will do to measure with but that of a hub; a vertex of middling degree is what is expected.
  const Graph& graph = lists_.graph();
  const std::uint64_t mean_degree =
      graph.vertex_count() == 0 ? 0 : 1 + std::uint64_t{2} * graph.edge_count() / graph.vertex_count();
  std::vector<bool> known(variables_.size());
  const Values nothing(variables_.size(), no_vertex);
  const auto cost = [&](const PlannedStep& step) {
    std::uint64_t least = cheapest_driver(lists_, step, nothing).cost;
    for (const PlannedTerm& term : step.terms) {
      if (term.sort == PlannedTerm::Sort::variable && known[term.variable]) least = std::min(least, mean_degree);
    }
    return least;
  };
  for (std::size_t done = 0; done < steps_.size(); ++done) {
    std::size_t best = done;
    std::uint64_t best_cost = cost(steps_[done]);
    for (std::size_t i = done + 1; i < steps_.size(); ++i) {
      const std::uint64_t other = cost(steps_[i]);
      if (other < best_cost) {
        best = i;
        best_cost = other;
      }
    }
    std::rotate(steps_.begin() + static_cast<std::ptrdiff_t>(done), steps_.begin() + static_cast<std::ptrdiff_t>(best),
                steps_.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    for (const PlannedTerm& term : steps_[done].terms) {
      if (term.sort == PlannedTerm::Sort::variable) known[term.variable] = true;
    }
  }
}

Driver cheapest_driver(const QueryLists& lists, const PlannedStep& step, const Values& values) {
  const Graph& graph = lists.graph();
  Driver best;
  best.cost = graph.event_count() + graph.relation_count();
  const auto offer = [&](Driver driver) {
    if (driver.cost < best.cost) best = std::move(driver);
  };
  for (const Place place : {Place::subject, Place::object, Place::place, Place::participant}) {
    const auto vertices = allowed(step.term(place), values);
    if (!vertices) continue;
    Driver driver{Driver::Sort::vertices, place, {}, {}, 0};
    for (const Vertex v : *vertices)
      driver.cost += in_degree(v, graph) + (graph.is_entity(v) ? out_degree(v, graph) : 0);
    offer(std::move(driver));
  }
  const auto offer_lists = [&](std::vector<std::span<const Owner>> owners) {
    const std::uint64_t size = size_of(owners);
    offer({Driver::Sort::owners, Place::subject, std::move(owners), {}, size});
  };
  if (const auto sources = allowed(step.term(Place::source), values)) {
    std::vector<std::span<const Owner>> owners;
    for (const Vertex source : *sources) owners.push_back(lists.told_by(source));
    offer_lists(std::move(owners));
  }
  if (!step.any_relation) {
    std::vector<std::span<const Owner>> owners;
    if (step.label) owners.push_back(lists.labelled(*step.label));
    if (step.lemma) owners.push_back(lists.with_lemma(*step.lemma));
    if (step.relation_type) owners.push_back(lists.of_type(*step.relation_type));
    offer_lists(std::move(owners));
  }
  if (step.type) offer_lists({lists.of_type(*step.type)});
  if (step.article) offer_lists({lists.in_article(*step.article)});
  if (step.days) {
    const auto times = lists.near(*step.days);
    offer({Driver::Sort::times, Place::subject, {}, times, times.size()});
  }
  return best;
}

}  // namespace habari
