#include "articles.hpp"
#include "commands.hpp"

#include <habari/core/identity_report.hpp>
#include <habari/exporters/graph_formats.hpp>
#include <habari/exporters/input_file.hpp>
#include <habari/exporters/output_file.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/tables.hpp>
#include <habari/exporters/term_mapping.hpp>
#include <habari/extractors/grounding.hpp>
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
  ViewOptions drawing;
  bool no_sentences = false;
  std::string mapping;
  std::string rdf_size = "lean";
  RdfOptions rdf;
  bool no_text = false;
  bool extraction_time = false;
  std::string explained;             ///< Entity to explain.
  bool is_merge = false;             ///< Documents in, and documents out in the order of their identifiers.
  std::vector<std::string> without;  ///< Articles to leave out.
  std::string without_extractor;     ///< Whose events to leave out.
};

struct Output {
  const GraphFormat* format = nullptr;  ///< Null: documents, or tables.
  std::string name;
  std::unique_ptr<OutputFile> file;  ///< Null: tables, in the folder `name`.
  bool is_documents() const { return format == nullptr && file != nullptr; }
};

/// `tables/`: a folder, for tables.
bool is_folder(const std::string& name) { return name.ends_with('/'); }

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
    outputs.push_back({is_folder(name) ? nullptr : format_of(name), name, nullptr});
  }
  for (Output& output : outputs) {
    if (!is_folder(output.name)) output.file = std::make_unique<OutputFile>(output.name);
  }
  return outputs;
}

void write_graph(const Graph& graph, const Output& output, const ExportOptions& options) {
  if (output.is_documents()) return;
  if (output.file == nullptr) return write_tables(graph, output.name, {options.rdf.mapping});
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
  if (!view) throw Error("--view: \"" + options.view + "\", expected entities, events or names");
  options.drawing.view = *view;
  options.drawing.sentences = !options.no_sentences;
  TermMapping mapping;
  if (!options.mapping.empty()) mapping.add_file(options.mapping);
  options.rdf.mapping = &mapping;
  check_base(options.rdf.base);
  const auto size = parse_rdf_size(options.rdf_size);
  if (!size) throw Error("--rdf: \"" + options.rdf_size + "\", expected lean or full");
  if (options.extraction_time && *size != RdfSize::full) throw Error("--extraction-time is for --rdf full");
  options.rdf.size = *size;
  if (options.outputs.empty() && options.explained.empty())
    throw Error("where to? -o FILE is required (-o graph.nq), or --explain ENTITY");
  options.rdf.texts = !options.no_text;
  if (options.extraction_time) options.rdf.extraction_time = fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)));
  const std::vector<Output> outputs = open_outputs(options.outputs);
  std::vector<const Output*> document_outputs;
  for (const Output& output : outputs) {
    if (output.is_documents()) document_outputs.push_back(&output);
  }

  Report report;
  GraphBuilder builder({.keep_texts = !options.no_text});
  DocumentShelf shelf;
  LoadOptions loading = load_options(options.articles, report);
  if (!options.without_extractor.empty()) {
    loading.change = [&](Document& document) { drop_extractor(document, options.without_extractor); };
  }
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
  for (const Output& output : outputs) write_graph(graph, output, {options.rdf, options.drawing});
  for (const Output& output : outputs) {
    if (output.file != nullptr) output.file->commit();
  }
  report.sum_up(&graph);
  if (!options.explained.empty()) print_explanation(identity, graph, options.explained);
  return report.exit();
}

void add_output_options(CLI::App& command, BuildOptions& options) {
  command
      .add_option("-o,--output", options.outputs,
                  fmt::format("File to write, more than once for more; the ending tells the format: {} (documents); "
                              "with .gz after it, gzip-compressed; a folder (tables/) gets tables, CSV and JSON Lines",
                              written_formats([](const GraphFormat& format) {
                                return fmt::format("{} ({})", format.extension, format.name);
                              })))
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--view", options.view,
                  "GraphML and GEXF: entities (edges are triples), events (edges are roles) or names (named entities, "
                  "edges summed up)")
      ->capture_default_str();
  command.add_flag("--no-sentences", options.no_sentences, "Names: do not join what only shares a sentence");
  command.add_flag("--isolated", options.drawing.isolated, "Names: also entities that nothing joins to another");
  command.add_flag("--one-edge", options.drawing.one_edge_a_pair, "Names: one edge a pair, not one a relation");
  command.add_option("--mapping", options.mapping,
                     "RDF and tables: table of codes or IRIs for relations, types and roles (docs/mapping.md)");
  command.add_option("--rdf", options.rdf_size, "RDF: lean or full (every place and its provenance spelled out)")
      ->capture_default_str();
  command.add_option("--base", options.rdf.base, "RDF: absolute IRI that data IRIs begin with")->capture_default_str();
  command.add_flag("--no-text", options.no_text,
                   "Keep the articles' texts out of the graph; mentions keep their words and places");
  command.add_flag("--extraction-time", options.extraction_time,
                   "RDF in full: say when this ran; without it the same articles give the same bytes");
  command.add_option("--explain", options.explained,
                     "Print why the names of this entity (an identifier or a name) were joined or kept apart");
}

}  // namespace

void add_build(CLI::App& app, Outcome& outcome) {
  CLI::App* command =
      app.add_subcommand("build", "Articles or documents to one graph, as RDF, GraphML, GEXF, tables or documents");
  const auto options = std::make_shared<BuildOptions>();
  add_article_options(*command, options->articles);
  add_confidence_option(*command, options->articles);
  add_output_options(*command, *options);
  command->footer(
      "Examples:\n"
      "  habari build article.txt -o graph.ttl -o graph.graphml\n"
      "  habari build news/ --base https://example.org/news/ -o graph.nq\n"
      "  habari build documents.jsonl --view names -o graph.gexf -o tables/");
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
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--extractor", options->without_extractor,
                      "Name of an extractor whose events leave all articles (habari ground)");
  command->footer(
      "Examples:\n"
      "  habari remove --article arusha-gas week.jsonl -o rest.jsonl -o rest.nq\n"
      "  habari remove --extractor model both.jsonl -o ours.jsonl");
  command->callback([options, &outcome] {
    if (options->without.empty() && options->without_extractor.empty()) {
      throw Error("what to remove? --article ID or --extractor NAME is required");
    }
    outcome.exit = build(*options);
  });
}

}  // namespace habari::cli
