#include "rdf/model/graph_statements.hpp"
#include "rdf/terms/iri.hpp"

#include <habari/core/error.hpp>
#include <habari/exporters/rdf.hpp>

#include <algorithm>

namespace habari {
namespace {

/// `2024-05-13T09:30:00Z`
bool is_date_time(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-ddTdd:dd:ddZ";
  return std::ranges::equal(text, shape,
                            [](char c, char kind) { return kind == 'd' ? c >= '0' && c <= '9' : c == kind; });
}

}  // namespace

void write_rdf(const Graph& graph, RdfSyntax syntax, std::ostream& out, const RdfOptions& options) {
  if (!options.extraction_time.empty() && !is_date_time(options.extraction_time)) {
    throw Error("extraction time \"" + options.extraction_time + "\", expected one such as 2024-05-13T09:30:00Z");
  }
  const rdf::Namespaces namespaces(options.base);
  const auto sink = rdf::make_sink(syntax, namespaces, out);
  sink->begin();
  rdf::GraphStatements statements(graph, options, *sink);
  if (has_named_graphs(syntax)) {
    for (std::uint32_t i = 0; i < graph.article_count(); ++i) statements.write_article(i);
  } else {
    statements.write_all();
  }
  sink->end();
}

void check_base(std::string_view base) { rdf::checked_base(base); }

}  // namespace habari
