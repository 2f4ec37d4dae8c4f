#pragma once

#include "query/candidates.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace habari {

/// The answers of one step under given values.
class StepRun {
 public:
  StepRun(const QueryLists& lists, const PlannedStep& step, Values values);

  /// Moves on; false at the end.
  bool advance();
  const TripleView& triple() const { return found_[at_].triple; }
  const Values& values() const { return found_[at_].values; }

 private:
  struct Found {
    TripleView triple;
    Values values;
  };
  bool fits_relation(Owner owner) const;
  bool fits_mentions(Owner owner) const;
  bool fits_mention(std::uint32_t article, Vertex source) const;
  void look_at(const Candidate& candidate);
  bool take(const TripleView& triple);
  void bind(const TripleView& triple, std::size_t place, const Values& values);
  std::vector<Vertex> at_place(const TripleView& triple, Place place) const;

  const Graph& graph_;
  const PlannedStep& step_;
  Values given_;
  Candidates candidates_;
  std::vector<Found> found_;  ///< Of one candidate.
  std::size_t at_ = 0;
};

/// A question under way: steps inside one another.
class QueryRun {
 public:
  explicit QueryRun(std::shared_ptr<const QueryPlan> plan);
  /// Moves on; false at the end.
  bool advance();
  const Match& match() const { return match_; }

 private:
  void open(Values values);

  std::shared_ptr<const QueryPlan> plan_;
  std::vector<std::unique_ptr<StepRun>> steps_;  ///< Those under way.
  Match match_;
};

}  // namespace habari
