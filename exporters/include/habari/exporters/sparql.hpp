#pragma once

#include <habari/core/graph.hpp>
#include <habari/exporters/rdf_options.hpp>

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// One term of an answer.
struct RdfTerm {
  /// What sort of term it is.
  enum class Kind : std::uint8_t { none, iri, blank, literal };
  Kind kind = Kind::none;  ///< none: the variable is unbound.
  std::string text;        ///< The IRI, the literal's characters, the blank node's name.
  std::string language;    ///< Of a literal.
  std::string datatype;    ///< Of a literal: an IRI; empty for a plain string.
  friend bool operator==(const RdfTerm&, const RdfTerm&) = default;
};

/// What a SELECT or an ASK gives.
struct SparqlResults {
  std::optional<bool> boolean;             ///< Of an ASK.
  std::vector<std::string> variables;      ///< In the order that the query names them.
  std::vector<std::vector<RdfTerm>> rows;  ///< One term a variable; Kind::none where it is unbound.
};

/// RDF statements that SPARQL is asked of, in memory and indexed. A pattern outside GRAPH is matched against all
/// statements, those of named graphs too.
/// Thread rule: query() may be called from several threads at once once nothing is added any more.
class SparqlStore {
 public:
  SparqlStore();
  ~SparqlStore();
  SparqlStore(SparqlStore&&) noexcept;             ///< Movable.
  SparqlStore& operator=(SparqlStore&&) noexcept;  ///< Movable.

  /// Any RDF, ours or not. Errors: as read_rdf, for the syntax.
  void read(std::istream& in, RdfSyntax syntax, const std::string& name);
  /// What N-Quads say of the graph.
  void add(const Graph& graph, const RdfOptions& options = {});

  /// Statements, each counted once in each graph.
  std::size_t size() const;

  /// Answers by Rasqal. The same statements in the same order give the same rows in the same order.
  /// `name` stands for the query in messages.
  /// Cost: each triple pattern is looked up by index for each answer of the patterns before it, in the order written.
  /// Errors: Error `NAME:LINE: …` where the query is wrong; `NAME: …` for what is not answered: other forms than SELECT
  /// and ASK, FROM, SERVICE, MINUS, VALUES, EXISTS, property paths.
  /// Source: https://www.w3.org/TR/sparql11-query/, as far as Rasqal 0.9.33 has it.
  SparqlResults query(std::string_view sparql, const std::string& name) const;

 private:
  class Statements;
  std::unique_ptr<Statements> statements_;
};

}  // namespace habari
