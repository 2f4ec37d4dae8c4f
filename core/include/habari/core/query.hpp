#pragma once

#include <habari/core/triples.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace habari {

/// Stands for a vertex to be found; equal names stand for the same one in all steps of a question.
struct Variable {
  std::string name;
  friend bool operator==(const Variable&, const Variable&) = default;
};

/// Who or what may stand at one place of a pattern: anything or nothing at all (the default), a vertex, whatever has an
/// identifier or a name (as QueryIndex::named), or a variable, which must be there and may be anything.
class PatternTerm {
 public:
  PatternTerm() = default;
  /*implicit*/ PatternTerm(Vertex v) : value_(v) {}
  /*implicit*/ PatternTerm(Variable variable) : value_(std::move(variable)) {}
  /*implicit*/ PatternTerm(std::string name) : value_(std::move(name)) {}
  /*implicit*/ PatternTerm(std::string_view name) : value_(std::string(name)) {}
  /*implicit*/ PatternTerm(const char* name) : value_(std::string(name)) {}

  bool is_any() const { return std::holds_alternative<std::monostate>(value_); }
  const Vertex* vertex() const { return std::get_if<Vertex>(&value_); }
  const std::string* name() const { return std::get_if<std::string>(&value_); }
  const Variable* variable() const { return std::get_if<Variable>(&value_); }

 private:
  std::variant<std::monostate, Vertex, std::string, Variable> value_;
};

/// What is asked of a triple. What is left empty asks nothing.
struct Pattern {
  PatternTerm subject = {};
  /// Label (`meet`, `president`), lemma of a mention in any language (`kutana`) or type of event (`CONSULT`).
  std::string relation = {};
  PatternTerm object = {};
  PatternTerm place = {};        ///< Where the event happens: a participant as Role::place.
  PatternTerm participant = {};  ///< In any role; of a standing relation, its subject or object.
  PatternTerm source = {};       ///< Whose word a mention is.
  /// The event's time and the days from the first of `since` to the last of `until` share a day. Events without a time,
  /// and standing relations, lie in no range.
  std::optional<Date> since = {};
  std::optional<Date> until = {};
  std::optional<EventType> type = {};
  std::optional<Factuality> factuality = {};  ///< Standing relations are actual.
  std::string language = {};                  ///< Of an article that tells of it.
  std::string article = {};                   ///< Identifier of one.
  // One mention must fit `source`, `language` and `article` at once.
};

/// An answer: a triple for each step of the question, and what its variables stand for.
struct Match {
  std::vector<TripleView> triples;  ///< In the order of the steps.
  std::vector<Vertex> values;       ///< In the order in which the steps name the variables.
  friend bool operator==(const Match&, const Match&) = default;
};

class QueryLists;
class QueryPlan;
class QueryRun;

/// Answers to a question, each computed when the iterator comes to it. Refers to its index and graph.
/// A question without variables gives each triple once. Where agents act on each other (Kim and Putin meet) a triple
/// fits from either side and is given as the pattern reads it.
class MatchRange {
 public:
  class Iterator {
   public:
    using value_type = Match;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    Iterator() = default;
    explicit Iterator(std::shared_ptr<QueryRun> run);
    const Match& operator*() const;
    const Match* operator->() const { return &**this; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& at, std::default_sentinel_t /*end*/) { return at.run_ == nullptr; }

   private:
    std::shared_ptr<QueryRun> run_;
  };

  explicit MatchRange(std::shared_ptr<const QueryPlan> plan) : plan_(std::move(plan)) {}
  Iterator begin() const;
  std::default_sentinel_t end() const { return {}; }
  /// The variables' names, in the order of Match::values.
  const std::vector<std::string>& variables() const;

 private:
  std::shared_ptr<const QueryPlan> plan_;
};

/// Triples that fit a pattern, each once, computed when the iterator comes to it.
class TripleMatchRange {
 public:
  class Iterator {
   public:
    using value_type = TripleView;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    Iterator() = default;
    explicit Iterator(MatchRange::Iterator at) : at_(std::move(at)) {}
    const TripleView& operator*() const { return at_->triples.front(); }
    const TripleView* operator->() const { return &**this; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& at, std::default_sentinel_t end) { return at.at_ == end; }

   private:
    MatchRange::Iterator at_;
  };

  explicit TripleMatchRange(MatchRange matches) : matches_(std::move(matches)) {}
  Iterator begin() const { return Iterator(matches_.begin()); }
  std::default_sentinel_t end() const { return {}; }

 private:
  MatchRange matches_;
};

/// Finds triples of a graph by what is known of them. The graph must outlive the index, the index its ranges.
/// Thread rule: const members may be called from several threads at once.
class QueryIndex {
 public:
  /// Cost: O(M log M) time and some 60 bytes an event, in the mentions M.
  explicit QueryIndex(const Graph& graph);
  explicit QueryIndex(Graph&&) = delete;
  ~QueryIndex();
  QueryIndex(QueryIndex&&) noexcept;
  QueryIndex& operator=(QueryIndex&&) noexcept;

  const Graph& graph() const;

  /// The vertex with this identifier (`person/vladimir-putin`, `event/2ed6657d-…`); else the entities with this name;
  /// else those with a name that has these words side by side (`Putin` finds `Vladimir Putin`). Ascending.
  /// ASCII letters agree in either case; ASCII punctuation and white space only part words.
  /// The first call numbers all names: O(N log N) in them.
  std::vector<Vertex> named(std::string_view name_or_id) const;

  /// Order: unspecified, but the same every time.
  /// Cost: where subject, object, place, participant or source is given, of the order of that vertex's edges.
  TripleMatchRange find(const Pattern& pattern) const;
  /// A question of several steps: who met someone who sanctioned Russia is
  /// `{{.subject = Variable{"who"}, .relation = "meet", .object = Variable{"whom"}},
  ///   {.subject = Variable{"whom"}, .relation = "sanction", .object = "Russia"}}`.
  /// Steps are taken in the order that promises the fewest triples to look at.
  MatchRange find(const std::vector<Pattern>& steps) const;

 private:
  std::unique_ptr<const QueryLists> lists_;
};

}  // namespace habari
