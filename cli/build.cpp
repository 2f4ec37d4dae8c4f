#include "commands.hpp"
#include "graph_input.hpp"

#include <habari/exporters/graphml.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/exporters/rdf.hpp>

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace habari::cli {
namespace {

enum class Format : std::uint8_t { turtle, n_triples, n_quads, graphml, documents };

struct FormatEntry {
  std::string_view extension;
  Format format;
};

constexpr std::array formats = {FormatEntry{".ttl", Format::turtle}, FormatEntry{".nt", Format::n_triples},
                                FormatEntry{".nq", Format::n_quads}, FormatEntry{".graphml", Format::graphml},
                                FormatEntry{".jsonl", Format::documents}};

struct BuildOptions {
  ArticleOptions articles;
  std::vector<std::string> outputs;
  std::string view = "entities";
  RdfOptions rdf;
  bool no_text = false;
};

struct Output {
  Format format;
  std::string name;
  std::unique_ptr<OutputFile> file;
};

Format format_of(const std::string& name) {
  const std::string extension = std::filesystem::path(name).extension().string();
  std::string known;
  for (const FormatEntry& entry : formats) {
    if (extension == entry.extension) return entry.format;
    known += known.empty() ? "" : ", ";
    known += entry.extension;
  }
  throw Error("-o " + name + ": the ending tells the format; expected one of " + known);
}

/// Opened before anything is read: a place that cannot be written to is known at once.
std::vector<Output> open_outputs(const std::vector<std::string>& names) {
  std::vector<Output> outputs;
  for (const std::string& name : names) {
    for (const Output& other : outputs) {
      if (other.name == name) throw Error("-o " + name + " is given twice");
    }
    outputs.push_back({format_of(name), name, nullptr});
  }
  for (Output& output : outputs) output.file = std::make_unique<OutputFile>(output.name);
  return outputs;
}

void write_graph(const Graph& graph, const Output& output, const RdfOptions& rdf, const GraphmlOptions& graphml) {
  std::ostream& out = output.file->stream();
  try {
    switch (output.format) {
      case Format::turtle:
        return write_turtle(graph, out, rdf);
      case Format::n_triples:
        return write_n_triples(graph, out, rdf);
      case Format::n_quads:
        return write_n_quads(graph, out, rdf);
      case Format::graphml:
        return write_graphml(graph, out, graphml);
      case Format::documents:
        return;
    }
  } catch (const Error& error) {
    throw Error(output.name + ": " + error.what());
  }
}

Exit build(BuildOptions options) {
  const auto view = parse_graph_view(options.view);
  if (!view) throw Error("--view: \"" + options.view + "\", expected entities or events");
  check_base(options.rdf.base);
  options.rdf.texts = !options.no_text;
  const std::vector<Output> outputs = open_outputs(options.outputs);
  std::vector<const Output*> document_outputs;
  for (const Output& output : outputs) {
    if (output.format == Format::documents) document_outputs.push_back(&output);
  }

  Report report;
  GraphBuilder builder({.keep_texts = !options.no_text});
  collect(options.articles, report, builder, !document_outputs.empty(), [&](const std::string& line) {
    for (const Output* output : document_outputs) output->file->stream() << line << '\n';
  });
  report.finish();
  if (report.exit() == Exit::nothing_done) return Exit::nothing_done;

  const Graph graph = builder.freeze();
  for (const Output& output : outputs) write_graph(graph, output, options.rdf, {*view});
  for (const Output& output : outputs) output.file->commit();
  return report.exit();
}

}  // namespace

void add_build(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand(
      "build", "Articles or documents to one graph, as Turtle, N-Triples, N-Quads, GraphML or documents");
  const auto options = std::make_shared<BuildOptions>();
  add_article_options(*command, options->articles);
  command
      ->add_option("-o,--output", options->outputs,
                   "File to write, more than once for more; the ending tells the format: .ttl, .nt, .nq, .graphml, "
                   ".jsonl (documents)")
      ->required()
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--view", options->view, "GraphML: entities (edges are triples) or events (edges are roles)")
      ->capture_default_str();
  command->add_option("--base", options->rdf.base, "RDF: absolute IRI that data IRIs begin with")
      ->capture_default_str();
  command->add_flag("--no-text", options->no_text,
                    "Keep the articles' texts out of the graph; mentions keep their words and places");
  command->footer(
      "Examples:\n"
      "  habari build article.txt -o graph.ttl -o graph.graphml\n"
      "  habari build news/ --base https://example.org/news/ -o graph.nq\n"
      "  habari build documents.jsonl --view events -o graph.graphml");
  command->callback([options, &outcome] { outcome.exit = build(*options); });
}

}  // namespace habari::cli
