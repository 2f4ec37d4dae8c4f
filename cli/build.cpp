#include "articles.hpp"
#include "commands.hpp"

#include <habari/core/identity_report.hpp>
#include <habari/exporters/graph_formats.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/loading/document_shelf.hpp>

#include <fmt/chrono.h>

#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace habari::cli {
namespace {

constexpr std::string_view documents_extension = ".jsonl";

struct BuildOptions {
  ArticleOptions articles;
  std::vector<std::string> outputs;
  std::string view = "entities";
  RdfOptions rdf;
  bool no_text = false;
  bool extraction_time = false;
  std::string explained;             ///< Entity to explain.
  bool is_merge = false;             ///< Documents in, and documents out in the order of their identifiers.
  std::vector<std::string> without;  ///< Articles to leave out.
};

struct Output {
  const GraphFormat* format = nullptr;  ///< Null: documents.
  std::string name;
  std::unique_ptr<OutputFile> file;
};

/// What `tell` says of each format that is written, `.ttl, .nt, …`.
template <typename Tell>
std::string written_formats(Tell tell) {
  std::string told;
  for (const GraphFormat& format : graph_formats()) {
    if (format.write != nullptr) told += tell(format) + ", ";
  }
  return told + std::string(documents_extension);
}

/// Null for documents.
const GraphFormat* format_of(const std::string& name) {
  if (without_gz(name).extension() == documents_extension) return nullptr;
  const GraphFormat* format = graph_format(name);
  if (format != nullptr && format->write != nullptr) return format;
  throw Error(fmt::format("-o {}: the ending tells the format; expected one of {}, or one with .gz after it", name,
                          written_formats([](const GraphFormat& row) { return std::string(row.extension); })));
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

void write_graph(const Graph& graph, const Output& output, const ExportOptions& options) {
  if (output.format == nullptr) return;
  try {
    output.format->write(graph, output.file->stream(), options);
  } catch (const Error& error) {
    throw Error(output.name + ": " + error.what());
  }
}

void print_explanation(const IdentityReport& report, const Graph& graph, const std::string& entity) {
  const std::vector<std::string> lines = explain(report, graph, entity);
  if (lines.empty()) throw Error("--explain: no entity is called \"" + entity + "\"");
  OutputFile output("-");
  for (const std::string& line : lines) output.stream() << line << '\n';
  output.commit();
}

Exit build(BuildOptions options) {
  const auto view = parse_graph_view(options.view);
  if (!view) throw Error("--view: \"" + options.view + "\", expected entities or events");
  check_base(options.rdf.base);
  if (options.outputs.empty() && options.explained.empty())
    throw Error("where to? -o FILE is required (-o graph.nq), or --explain ENTITY");
  options.rdf.texts = !options.no_text;
  if (options.extraction_time) options.rdf.extraction_time = fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)));
  const std::vector<Output> outputs = open_outputs(options.outputs);
  std::vector<const Output*> document_outputs;
  for (const Output& output : outputs) {
    if (output.format == nullptr) document_outputs.push_back(&output);
  }

  Report report;
  GraphBuilder builder({.keep_texts = !options.no_text});
  DocumentShelf shelf;
  LoadOptions loading = load_options(options.articles, report);
  if (!document_outputs.empty()) {
    loading.on_document = [&](const std::string& line) {
      if (options.is_merge) return shelf.add(line);
      for (const Output* output : document_outputs) output->file->stream() << line << '\n';
    };
  }
  load(builder, options.articles.inputs, loading);
  if (report.exit() == Exit::nothing_done) {
    report.finish();
    return Exit::nothing_done;
  }
  for (const std::string& id : options.without) {
    if (!builder.remove(id)) throw Error("--article: no article \"" + id + "\" was read");
    shelf.remove(id);
  }
  if (options.is_merge) {
    for (const Output* output : document_outputs) shelf.write(output->file->stream());
  }

  IdentityReport identity;
  const Graph graph = builder.freeze(options.explained.empty() ? nullptr : &identity);
  for (const Output& output : outputs) write_graph(graph, output, {options.rdf, {*view}});
  for (const Output& output : outputs) output.file->commit();
  report.sum_up(&graph);
  if (!options.explained.empty()) print_explanation(identity, graph, options.explained);
  return report.exit();
}

void add_output_options(CLI::App& command, BuildOptions& options) {
  command
      .add_option("-o,--output", options.outputs,
                  fmt::format("File to write, more than once for more; the ending tells the format: {} (documents); "
                              "with .gz after it, gzip-compressed",
                              written_formats([](const GraphFormat& format) {
                                return fmt::format("{} ({})", format.extension, format.name);
                              })))
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--view", options.view, "GraphML and GEXF: entities (edges are triples) or events (edges are roles)")
      ->capture_default_str();
  command.add_option("--base", options.rdf.base, "RDF: absolute IRI that data IRIs begin with")->capture_default_str();
  command.add_flag("--no-text", options.no_text,
                   "Keep the articles' texts out of the graph; mentions keep their words and places");
  command.add_flag("--extraction-time", options.extraction_time,
                   "RDF: say when this ran; without it the same articles give the same bytes");
  command.add_option("--explain", options.explained,
                     "Print why the names of this entity (an identifier or a name) were joined or kept apart");
}

}  // namespace

void add_build(CLI::App& app, Outcome& outcome) {
  CLI::App* command =
      app.add_subcommand("build", "Articles or documents to one graph, as RDF, GraphML, GEXF or documents");
  const auto options = std::make_shared<BuildOptions>();
  add_article_options(*command, options->articles);
  add_confidence_option(*command, options->articles);
  add_output_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  habari build article.txt -o graph.ttl -o graph.graphml\n"
      "  habari build news/ --base https://example.org/news/ -o graph.nq\n"
      "  habari build documents.jsonl --view events -o graph.gexf");
  command->callback([options, &outcome] { outcome.exit = build(*options); });
}

void add_merge(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand(
      "merge", "Documents of several runs to one graph or one file of documents, the same whatever the parts");
  const auto options = std::make_shared<BuildOptions>();
  options->is_merge = true;
  add_article_options(*command, options->articles);
  add_output_options(*command, *options);
  command->footer(
      "Of two versions of an article the later published stays. Documents come out by their identifiers.\n"
      "Examples:\n"
      "  habari merge monday.jsonl tuesday.jsonl -o week.jsonl\n"
      "  habari merge monday.jsonl tuesday.jsonl -o week.nq");
  command->callback([options, &outcome] { outcome.exit = build(*options); });
}

void add_remove(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("remove", "Takes articles out of documents, as if they had never been read");
  const auto options = std::make_shared<BuildOptions>();
  options->is_merge = true;
  add_article_options(*command, options->articles);
  add_output_options(*command, *options);
  command->add_option("--article", options->without, "Identifier of an article, more than once for more")
      ->required()
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->footer(
      "Examples:\n"
      "  habari remove --article arusha-gas week.jsonl -o rest.jsonl -o rest.nq");
  command->callback([options, &outcome] { outcome.exit = build(*options); });
}

}  // namespace habari::cli
