#pragma once

#include <habari/core/graph.hpp>
#include <habari/core/triples.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/rdf.hpp>

#include <sstream>
#include <string>
#include <utility>

namespace habari::test {

/// Everything that can be written of a graph, one format after the other.
inline std::string all_formats(const Graph& graph) {
  std::ostringstream out;
  for (const RdfSyntax syntax : {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::rdf_xml,
                                 RdfSyntax::json_ld, RdfSyntax::trig}) {
    write_rdf(graph, syntax, out);
  }
  write_graphml(graph, out);
  write_graphml(graph, out, {GraphView::events});
  write_gexf(graph, out);
  write_gexf(graph, out, {GraphView::events});
  for (const TripleView& triple : triples_in_reading_order(graph)) out << describe(triple) << '\n';
  return std::move(out).str();
}

}  // namespace habari::test
