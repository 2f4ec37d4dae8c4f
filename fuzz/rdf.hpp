#pragma once

#include "target.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <sstream>

namespace habari::fuzz {

inline std::string written(const Graph& graph, RdfSyntax syntax) {
  std::ostringstream out;
  write_rdf(graph, syntax, out);
  return out.str();
}

inline Graph graph_of(std::string_view bytes, RdfSyntax syntax) {
  std::istringstream in{std::string(bytes)};
  GraphBuilder builder;
  add_rdf(builder, in, syntax, "file");
  return builder.freeze();
}

/// A graph or an error with its place, the same twice; one that was read is written and read back.
inline void check_rdf(const std::uint8_t* data, std::size_t size, RdfSyntax syntax) {
  const auto first =
      same_twice("file:", [&] { return written(graph_of(text_of(data, size), syntax), RdfSyntax::n_quads); });
  if (!first) return;
  const std::string second = written(graph_of(*first, RdfSyntax::n_quads), RdfSyntax::n_quads);
  check(written(graph_of(second, RdfSyntax::n_quads), RdfSyntax::n_quads) == second, "what was written reads back");
}

}  // namespace habari::fuzz
