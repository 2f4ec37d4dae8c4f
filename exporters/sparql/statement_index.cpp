#include "sparql/statement_index.hpp"

#include <algorithm>
#include <span>

namespace habari::sparql {
namespace {

enum Part : std::size_t { subject, predicate, object, graph };
using Order = std::array<Part, 4>;

constexpr std::array<Order, 3> orders = {Order{subject, predicate, object, graph},
                                         Order{predicate, object, subject, graph},
                                         Order{object, subject, predicate, graph}};
constexpr Order by_graph = {graph, subject, predicate, object};

bool less(const Quad& a, const Quad& b, std::span<const Part> order) {
  for (const Part part : order) {
    if (a[part] != b[part]) return a[part] < b[part];
  }
  return false;
}

/// How many parts of the order, from its first, the pattern says.
std::size_t bound_prefix(const Quad& pattern, const Order& order) {
  std::size_t count = 0;
  while (count < order.size() && pattern[order[count]] != any) ++count;
  return count;
}

}  // namespace

std::string StatementIndex::key(const RdfTerm& term) {
  std::string key(1, static_cast<char>(term.kind));
  key.append(term.datatype).append(1, '\0').append(term.language).append(1, '\0').append(term.text);
  return key;
}

TermId StatementIndex::number(const RdfTerm& term) {
  const auto [at, added] = numbers_.try_emplace(key(term), static_cast<TermId>(terms_.size()));
  if (added) terms_.push_back(term);
  return at->second;
}

std::optional<TermId> StatementIndex::find(const RdfTerm& term) const {
  const auto found = numbers_.find(key(term));
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

void StatementIndex::finish() {
  const auto sort = [](std::vector<Quad>& list, const Order& order) {
    std::sort(list.begin(), list.end(), [&](const Quad& a, const Quad& b) { return less(a, b, order); });
  };
  sort(quads_, by_graph);
  quads_.erase(std::unique(quads_.begin(), quads_.end()), quads_.end());
  graphs_.clear();
  for (const Quad& quad : quads_) {
    if (quad[graph] != default_graph && (graphs_.empty() || graphs_.back() != quad[graph])) {
      graphs_.push_back(quad[graph]);
    }
  }
  triples_[0] = quads_;
  sort(triples_[0], orders[0]);
  const auto same_triple = [](const Quad& a, const Quad& b) { return std::equal(a.begin(), a.begin() + 3, b.begin()); };
  triples_[0].erase(std::unique(triples_[0].begin(), triples_[0].end(), same_triple), triples_[0].end());
  for (std::size_t i = 1; i < orders.size(); ++i) {
    triples_[i] = triples_[0];
    sort(triples_[i], orders[i]);
  }
}

StatementIndex::Cursor StatementIndex::find(const Quad& pattern) const {
  const std::vector<Quad>* list = &quads_;
  const Order* order = &by_graph;
  if (pattern[graph] == any) {
    const auto best = std::max_element(orders.begin(), orders.end(), [&](const Order& a, const Order& b) {
      return bound_prefix(pattern, a) < bound_prefix(pattern, b);
    });
    list = &triples_[static_cast<std::size_t>(best - orders.begin())];
    order = best;
  }
  const std::span<const Part> prefix(order->data(), bound_prefix(pattern, *order));
  const auto [first, last] = std::equal_range(list->begin(), list->end(), pattern,
                                              [&](const Quad& a, const Quad& b) { return less(a, b, prefix); });
  return {*list, static_cast<std::size_t>(first - list->begin()), static_cast<std::size_t>(last - list->begin()),
          pattern};
}

void StatementIndex::Cursor::skip() {
  const auto fits = [&](const Quad& quad) {
    for (std::size_t part = 0; part < quad.size(); ++part) {
      if (pattern_[part] != any && pattern_[part] != quad[part]) return false;
    }
    return true;
  };
  while (at_ != end_ && !fits((*list_)[at_])) ++at_;
}

}  // namespace habari::sparql
