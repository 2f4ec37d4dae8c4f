#pragma once

#include "sparql/statement_index.hpp"

#include <memory>
#include <string>

namespace habari::sparql {

/// One query, run by Rasqal over an index of ours.
class RasqalQuery {
 public:
  /// Errors: Error as SparqlStore::query.
  RasqalQuery(const StatementIndex& index, const std::string& text, const std::string& name);
  ~RasqalQuery();
  RasqalQuery(const RasqalQuery&) = delete;
  RasqalQuery& operator=(const RasqalQuery&) = delete;

  SparqlResults run();

 private:
  class Rasqal;
  std::unique_ptr<Rasqal> rasqal_;
};

}  // namespace habari::sparql
