#pragma once

#include <habari/exporters/rdf_options.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace habari::rdf {

struct TermView {
  enum class Kind : std::uint8_t { none, iri, blank, literal };
  Kind kind = Kind::none;
  std::string_view text;      ///< Characters of the IRI or the literal, name of the blank node.
  std::string_view language;  ///< Of a literal.
  std::string_view datatype;  ///< Of a literal: an IRI; empty for a plain string.
};

struct StatementView {
  TermView subject;
  TermView predicate;
  TermView object;
  TermView graph;  ///< None: the default graph.
  int line = 0;    ///< Where the parser is, from 1.
};

/// Parses RDF piece by piece with Raptor and hands on each statement. Memory does not grow with the input.
/// `name` stands for the input in messages.
/// Errors: Error `NAME:LINE: …` where the syntax is wrong, a literal no UTF-8, a statement or a language tag too long,
/// or the file was cut; whatever `take` throws.
class StatementParser {
 public:
  using Take = std::function<void(const StatementView&)>;
  /// What may stand between one statement and the next: an article's text, or all that Turtle says of one subject.
  static constexpr std::size_t max_statement_bytes = std::size_t{1} << 26U;

  StatementParser(RdfSyntax syntax, std::string name, Take take, std::size_t statement_bytes = max_statement_bytes);
  ~StatementParser();
  StatementParser(const StatementParser&) = delete;
  StatementParser& operator=(const StatementParser&) = delete;

  void parse(std::string_view bytes);
  /// The input ends here.
  void finish();

 private:
  class Raptor;
  std::unique_ptr<Raptor> raptor_;
};

/// All of `in`. Errors: as StatementParser; `NAME: byte …` where it cannot be read.
void parse_statements(std::istream& in, RdfSyntax syntax, const std::string& name, StatementParser::Take take);

}  // namespace habari::rdf
