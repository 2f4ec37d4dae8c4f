#pragma once

#include <habari/core/graph.hpp>
#include <habari/core/triples.hpp>
#include <habari/exporters/graph_formats.hpp>

#include <sstream>
#include <string>
#include <utility>

namespace habari::test {

/// Everything that can be written of a graph, one format after the other.
inline std::string all_formats(const Graph& graph) {
  std::ostringstream out;
  for (const GraphFormat& format : graph_formats()) {
    if (format.write == nullptr) continue;
    format.write(graph, out, {});
    if (format.syntax) format.write(graph, out, {.rdf = {.size = RdfSize::full}, .view = {}});
    if (!format.syntax) format.write(graph, out, {.rdf = {}, .view = {GraphView::events}});
  }
  for (const TripleView& triple : triples_in_reading_order(graph)) out << describe(triple) << '\n';
  return std::move(out).str();
}

}  // namespace habari::test
