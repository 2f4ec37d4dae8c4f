#include <habari/exporters/rdf.hpp>
#include <habari/exporters/sparql.hpp>

#include "rdf/reading/statement_parser.hpp"
#include "sparql/rasqal_query.hpp"
#include "sparql/statement_index.hpp"

#include <ostream>
#include <streambuf>

namespace habari {
namespace {

/// Hands what is written to it on to a parser, so that a graph becomes statements without a file between.
class ParserBuffer final : public std::streambuf {
 public:
  explicit ParserBuffer(rdf::StatementParser& parser) : parser_(parser) {}

 protected:
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    parser_.parse({text, static_cast<std::size_t>(size)});
    return size;
  }
  int overflow(int c) override {
    const char byte = static_cast<char>(c);
    parser_.parse({&byte, 1});
    return c;
  }

 private:
  rdf::StatementParser& parser_;
};

RdfTerm term(const rdf::TermView& view) {
  return {static_cast<RdfTerm::Kind>(view.kind), std::string(view.text), std::string(view.language),
          std::string(view.datatype)};
}
static_assert(static_cast<int>(RdfTerm::Kind::literal) == static_cast<int>(rdf::TermView::Kind::literal));

}  // namespace

class SparqlStore::Statements {
 public:
  void take(const rdf::StatementView& statement, std::size_t input) {
    const auto number = [&](const rdf::TermView& view) {
      RdfTerm found = term(view);
      // A blank node's name holds in its own input only.
      if (found.kind == RdfTerm::Kind::blank) found.text = "b" + std::to_string(input) + "-" + found.text;
      return index.number(found);
    };
    const sparql::TermId graph =
        statement.graph.kind == rdf::TermView::Kind::none ? sparql::default_graph : number(statement.graph);
    index.add({number(statement.subject), number(statement.predicate), number(statement.object), graph});
  }

  sparql::StatementIndex index;
  std::size_t inputs = 0;
};

SparqlStore::SparqlStore() : statements_(std::make_unique<Statements>()) {}
SparqlStore::~SparqlStore() = default;
SparqlStore::SparqlStore(SparqlStore&&) noexcept = default;
SparqlStore& SparqlStore::operator=(SparqlStore&&) noexcept = default;

void SparqlStore::read(std::istream& in, RdfSyntax syntax, const std::string& name) {
  const std::size_t input = statements_->inputs++;
  rdf::parse_statements(in, syntax, name,
                        [&](const rdf::StatementView& statement) { statements_->take(statement, input); });
  statements_->index.finish();
}

void SparqlStore::add(const Graph& graph, const RdfOptions& options) {
  const std::size_t input = statements_->inputs++;
  rdf::StatementParser parser(RdfSyntax::n_quads, "graph",
                              [&](const rdf::StatementView& statement) { statements_->take(statement, input); });
  ParserBuffer buffer(parser);
  std::ostream out(&buffer);
  out.exceptions(std::ios::badbit);  // What the parser throws comes through.
  write_n_quads(graph, out, options);
  parser.finish();
  statements_->index.finish();
}

std::size_t SparqlStore::size() const { return statements_->index.size(); }

SparqlResults SparqlStore::query(std::string_view sparql, const std::string& name) const {
  return sparql::RasqalQuery(statements_->index, std::string(sparql), name).run();
}

}  // namespace habari
