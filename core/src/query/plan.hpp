#pragma once

#include "query/lists.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace habari {

/// The places of a pattern that hold vertices.
enum class Place : std::uint8_t { subject, object, place, participant, source };
inline constexpr std::size_t place_count = 5;

/// A PatternTerm with names looked up and variables numbered.
struct PlannedTerm {
  enum class Sort : std::uint8_t { any, vertices, variable };
  Sort sort = Sort::any;
  std::vector<Vertex> vertices;  ///< Ascending.
  std::uint32_t variable = 0;
};

/// A Pattern with everything looked up.
struct PlannedStep {
  std::array<PlannedTerm, place_count> terms;
  bool impossible = false;  ///< It asks for a string or an article that the graph does not have.
  bool any_relation = true;
  std::optional<StringId> label;
  std::optional<StringId> lemma;
  std::optional<EventType> relation_type;
  std::string sense;  ///< Empty: any.
  std::optional<DayRange> days;
  std::optional<EventType> type;
  std::optional<Factuality> factuality;
  std::optional<StringId> language;
  std::optional<std::uint32_t> article;
  std::size_t position = 0;  ///< In the question.

  const PlannedTerm& term(Place place) const { return terms[static_cast<std::size_t>(place)]; }
};

/// A question ready to run: immutable, shared by the ranges made of it.
class QueryPlan {
 public:
  QueryPlan(const QueryLists& lists, const std::vector<Pattern>& steps);

  const QueryLists& lists() const { return lists_; }
  const std::vector<PlannedStep>& steps() const { return steps_; }  ///< In the order of their execution.
  const std::vector<std::string>& variables() const { return variables_; }

 private:
  PlannedStep planned(const Pattern& pattern, std::size_t position);
  PlannedTerm planned(const PatternTerm& term);
  void order_steps();

  const QueryLists& lists_;
  std::vector<PlannedStep> steps_;
  std::vector<std::string> variables_;
};

/// What the variables stand for; no_vertex: not known yet.
using Values = std::vector<Vertex>;

/// The vertices that may stand at a place under given values; nothing: any.
std::optional<std::span<const Vertex>> allowed(const PlannedTerm& term, const Values& values);

/// Where a step's candidates come from, and how many there are at most.
struct Driver {
  enum class Sort : std::uint8_t { vertices, owners, times, everything };
  Sort sort = Sort::everything;
  Place place = Place::subject;                ///< With Sort::vertices and Place::source.
  std::vector<std::span<const Owner>> owners;  ///< Lists whose union holds all candidates.
  std::span<const TimeLine::Entry> times;
  std::uint64_t cost = 0;
};
Driver cheapest_driver(const QueryLists& lists, const PlannedStep& step, const Values& values);

}  // namespace habari
