#include "rdf/reading/statement_reader.hpp"

#include "rdf/reading/statement_parser.hpp"

#include <habari/core/error.hpp>

namespace habari::rdf {

StatementTable read_statements(std::istream& in, RdfSyntax syntax, const std::string& name) {
  StatementTable table;
  parse_statements(in, syntax, name, [&](const StatementView& statement) {
    using Kind = TermView::Kind;
    if (statement.subject.kind != Kind::iri || statement.predicate.kind != Kind::iri) return;
    const auto predicate = StatementTable::predicate(statement.predicate.text);
    if (!predicate) return;
    if (table.is_full()) {
      throw Error(name + ":" + std::to_string(statement.line) + ": more than 2^32 - 2 terms in one file");
    }
    if (statement.object.kind == Kind::iri) {
      table.add(statement.subject.text, *predicate, statement.object.text);
    } else if (statement.object.kind == Kind::literal) {
      table.add_literal(statement.subject.text, *predicate, statement.object.text);
    }
  });
  table.finish();
  return table;
}

}  // namespace habari::rdf
