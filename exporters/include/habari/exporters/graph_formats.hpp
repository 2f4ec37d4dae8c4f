#pragma once

#include <habari/core/graph.hpp>
#include <habari/exporters/graph_view.hpp>
#include <habari/exporters/rdf_options.hpp>

#include <filesystem>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

namespace habari {

/// How a graph is written, whatever the format: each takes what concerns it.
struct ExportOptions {
  RdfOptions rdf;    ///< RDF.
  ViewOptions view;  ///< GraphML and GEXF.
};

/// A kind of graph file, known by its ending.
struct GraphFormat {
  std::string_view extension;       ///< `.ttl`
  std::string_view name;            ///< `Turtle`
  std::optional<RdfSyntax> syntax;  ///< What read_rdf reads it as; nothing where it is not RDF.
  /// Null where it is only read. Errors: as write_rdf and its like.
  void (*write)(const Graph& graph, std::ostream& out, const ExportOptions& options) = nullptr;
};

/// All there are, one row each: a new format is one file and one row.
std::span<const GraphFormat> graph_formats();

/// The one that the file's ending tells; a `.gz` after it is passed over. Null for other endings.
const GraphFormat* graph_format(const std::filesystem::path& file);

}  // namespace habari
