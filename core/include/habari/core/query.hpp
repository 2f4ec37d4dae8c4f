#pragma once

#include <habari/core/pattern.hpp>
#include <habari/core/triples.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace habari {

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

  /// Made by QueryIndex::find.
  explicit MatchRange(std::shared_ptr<const QueryPlan> plan) : plan_(std::move(plan)) {}
  Iterator begin() const;  ///< Begins the question anew.
  /// After the last answer.
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

  /// Made by QueryIndex::find.
  explicit TripleMatchRange(MatchRange matches) : matches_(std::move(matches)) {}
  /// Begins the question anew.
  Iterator begin() const { return Iterator(matches_.begin()); }
  /// After the last answer.
  std::default_sentinel_t end() const { return {}; }

 private:
  MatchRange matches_;
};

/// Events that a pattern's triples are read from, each once, computed when the iterator comes to it.
class EventMatchRange {
 public:
  class Iterator {
   public:
    using value_type = EventView;
    using difference_type = std::ptrdiff_t;
    using iterator_concept = std::input_iterator_tag;

    Iterator() = default;
    explicit Iterator(TripleMatchRange::Iterator at);
    const EventView& operator*() const { return event_; }
    const EventView* operator->() const { return &event_; }
    Iterator& operator++();
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& at, std::default_sentinel_t end) { return at.at_ == end; }

   private:
    void find_new();

    TripleMatchRange::Iterator at_;
    EventView event_;
    std::unordered_set<Vertex> given_;
  };

  /// Made by QueryIndex::events.
  explicit EventMatchRange(TripleMatchRange triples) : triples_(std::move(triples)) {}
  /// Begins the question anew.
  Iterator begin() const { return Iterator(triples_.begin()); }
  /// After the last answer.
  std::default_sentinel_t end() const { return {}; }

 private:
  TripleMatchRange triples_;
};

/// Finds triples of a graph by what is known of them. The graph must outlive the index, the index its ranges.
/// Thread rule: const members may be called from several threads at once.
class QueryIndex {
 public:
  /// Cost: O(M log M) time and some 60 bytes an event, in the mentions M.
  explicit QueryIndex(const Graph& graph);
  explicit QueryIndex(Graph&&) = delete;
  ~QueryIndex();
  QueryIndex(QueryIndex&&) noexcept;             ///< Movable.
  QueryIndex& operator=(QueryIndex&&) noexcept;  ///< Movable.

  const Graph& graph() const;  ///< What it was made of.

  /// The vertex with this identifier (`person/vladimir-putin`, `event/2ed6657d-…`); else the entities with this name or
  /// alias in any language; else those with a name that has these words side by side (`Putin` finds `Vladimir Putin`);
  /// else the only one with a name that goes on like this (`Vladimir Pu`). Ascending.
  /// Case and accents make no difference (`Støre` and `STORE` are one); punctuation and white space only part words.
  /// The first call numbers all names: O(N log N) in them.
  std::vector<Vertex> named(std::string_view name_or_id) const;
  /// Entities with names written much like `name`, for one that named() does not find: the nearest first, then those
  /// with most mentions. Cost: O(words in all names).
  std::vector<Vertex> similar(std::string_view name, std::size_t limit = 5) const;
  /// Entities with a name that has these words side by side, the last of which may go on: for a search that is being
  /// typed. Those with the whole name first, then those with most mentions; the vertex with the identifier is the only
  /// one. Cost: O(names with such a word).
  std::vector<Vertex> completions(std::string_view name_or_id, std::size_t limit = 10) const;
  /// Whether a Pattern's `relation` may be this: a label, lemma or type that the graph has.
  bool has_relation(std::string_view relation) const;
  /// Labels and lemmas written much like `relation`, the nearest first. Cost: O(different labels and lemmas).
  std::vector<std::string_view> similar_relations(std::string_view relation, std::size_t limit = 5) const;

  /// Order: unspecified, but the same every time.
  /// Cost: where subject, object, place, participant or source is given, of the order of that vertex's edges.
  TripleMatchRange find(const Pattern& pattern) const;
  /// The same as events: `for (const EventView& event : index.events({.place = "Arusha"}))`. Standing relations are
  /// none.
  EventMatchRange events(const Pattern& pattern) const;
  /// A question of several steps: who met someone who sanctioned Russia is
  /// `{{.subject = Variable{"who"}, .relation = "meet", .object = Variable{"whom"}},
  ///   {.subject = Variable{"whom"}, .relation = "sanction", .object = "Russia"}}`.
  /// Steps are taken in the order that promises the fewest triples to look at.
  MatchRange find(const std::vector<Pattern>& steps) const;

 private:
  std::unique_ptr<const QueryLists> lists_;
};

}  // namespace habari
