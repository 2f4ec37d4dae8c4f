#include "rdf/graph_statements.hpp"
#include "rdf/iri.hpp"

#include <habari/exporters/rdf.hpp>

namespace habari {

void write_rdf(const Graph& graph, RdfSyntax syntax, std::ostream& out, const RdfOptions& options) {
  const rdf::Namespaces namespaces(options.base);
  const auto sink = rdf::make_sink(syntax, namespaces, out);
  sink->begin();
  rdf::GraphStatements statements(graph, options.texts, *sink);
  if (syntax == RdfSyntax::n_quads) {
    for (std::uint32_t i = 0; i < graph.article_count(); ++i) statements.write_article(i);
  } else {
    statements.write_all();
  }
  sink->end();
}

void check_base(std::string_view base) { rdf::checked_base(base); }

}  // namespace habari
