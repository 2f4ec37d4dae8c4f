#pragma once

#include <habari/exporters/sparql.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace habari::sparql {

/// Number of a term. Variables that stand for anything are `any`.
using TermId = std::uint32_t;
inline constexpr TermId any = 0xFFFFFFFFU;
/// Stands for the default graph where a graph is asked for.
inline constexpr TermId default_graph = 0xFFFFFFFEU;

/// Subject, predicate, object, graph.
using Quad = std::array<TermId, 4>;

/// Statements in the orders that patterns are looked up by.
class StatementIndex {
 public:
  TermId number(const RdfTerm& term);
  std::optional<TermId> find(const RdfTerm& term) const;
  const RdfTerm& term(TermId id) const { return terms_[id]; }
  std::size_t term_count() const { return terms_.size(); }

  void add(const Quad& quad) { quads_.push_back(quad); }
  /// After the last add.
  void finish();
  std::size_t size() const { return quads_.size(); }
  /// Named ones, ascending.
  const std::vector<TermId>& graphs() const { return graphs_; }

  /// Goes through what fits a pattern. Refers to its index.
  class Cursor {
   public:
    Cursor(const std::vector<Quad>& list, std::size_t begin, std::size_t end, const Quad& pattern)
        : list_(&list), at_(begin), end_(end), pattern_(pattern) {
      skip();
    }
    bool is_end() const { return at_ == end_; }
    const Quad& operator*() const { return (*list_)[at_]; }
    void next() {
      ++at_;
      skip();
    }

   private:
    void skip();
    const std::vector<Quad>* list_;
    std::size_t at_;
    std::size_t end_;
    Quad pattern_;
  };

  /// With `any` for the graph a statement of several graphs is met once.
  Cursor find(const Quad& pattern) const;

 private:
  static std::string key(const RdfTerm& term);

  std::deque<RdfTerm> terms_;
  std::unordered_map<std::string, TermId> numbers_;  ///< Looked up, never iterated.
  std::vector<Quad> quads_;                          ///< By graph, subject, predicate, object.
  std::array<std::vector<Quad>, 3> triples_;         ///< By each of `orders`; the graph is one of those that hold it.
  std::vector<TermId> graphs_;
};

}  // namespace habari::sparql
