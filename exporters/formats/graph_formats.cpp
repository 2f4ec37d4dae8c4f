#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graph_formats.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/rdf.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace habari {
namespace {

template <RdfSyntax syntax>
void rdf(const Graph& graph, std::ostream& out, const ExportOptions& options) {
  write_rdf(graph, syntax, out, options.rdf);
}

void gexf(const Graph& graph, std::ostream& out, const ExportOptions& options) { write_gexf(graph, out, options.view); }

void graphml(const Graph& graph, std::ostream& out, const ExportOptions& options) {
  write_graphml(graph, out, options.view);
}

constexpr std::array formats = {
    GraphFormat{".ttl", "Turtle", RdfSyntax::turtle, rdf<RdfSyntax::turtle>},
    GraphFormat{".nt", "N-Triples", RdfSyntax::n_triples, rdf<RdfSyntax::n_triples>},
    GraphFormat{".nq", "N-Quads", RdfSyntax::n_quads, rdf<RdfSyntax::n_quads>},
    GraphFormat{".trig", "TriG", RdfSyntax::trig, rdf<RdfSyntax::trig>},
    GraphFormat{".rdf", "RDF/XML", RdfSyntax::rdf_xml, rdf<RdfSyntax::rdf_xml>},
    GraphFormat{".jsonld", "JSON-LD", RdfSyntax::json_ld, rdf<RdfSyntax::json_ld>},
    GraphFormat{".rj", "RDF/JSON", RdfSyntax::rdf_json, nullptr},
    GraphFormat{".gexf", "GEXF", std::nullopt, gexf},
    GraphFormat{".graphml", "GraphML", std::nullopt, graphml},
};

}  // namespace

std::span<const GraphFormat> graph_formats() { return formats; }

const GraphFormat* graph_format(const std::filesystem::path& file) {
  const std::string extension = without_gz(file).extension().string();
  const auto found = std::ranges::find(formats, extension, &GraphFormat::extension);
  return found == formats.end() ? nullptr : &*found;
}

}  // namespace habari
