#pragma once

#include "sparql/statement_index.hpp"

#include <rasqal.h>

#include <memory>
#include <unordered_map>
#include <vector>

namespace habari::sparql {

struct FreeRasqal {
  void operator()(raptor_world* world) const { raptor_free_world(world); }
  void operator()(rasqal_world* world) const { rasqal_free_world(world); }
  void operator()(rasqal_query* query) const { rasqal_free_query(query); }
  void operator()(rasqal_query_results* results) const { rasqal_free_query_results(results); }
  void operator()(rasqal_literal* literal) const { rasqal_free_literal(literal); }
};
template <typename Handle>
using RasqalPointer = std::unique_ptr<Handle, FreeRasqal>;

/// What Rasqal takes its triples from: an index of ours, looked up for each pattern. Its own source goes through all
/// triples for each.
class TriplesSource {
 public:
  explicit TriplesSource(const StatementIndex& index) : index_(index) {}

  /// Makes the world take its triples from here. Both must outlive its queries.
  void install(rasqal_world* world);

  const StatementIndex& index() const { return index_; }
  /// Rasqal's literal for a term, made once. Not owned by the caller.
  rasqal_literal* literal(TermId id);
  /// The term that a literal stands for; nothing where no statement has it.
  std::optional<TermId> find(rasqal_literal* literal) const;
  /// What a literal says: for one of ours as it was read, for one that Rasqal computed as Rasqal writes it.
  RdfTerm term(rasqal_literal* literal) const;

 private:
  static RdfTerm written_term(rasqal_literal* literal);

  const StatementIndex& index_;
  rasqal_world* world_ = nullptr;
  std::unordered_map<TermId, RasqalPointer<rasqal_literal>> literals_;  ///< Looked up, never iterated.
  std::unordered_map<const rasqal_literal*, TermId> terms_;             ///< Of the literals above.
};

}  // namespace habari::sparql
