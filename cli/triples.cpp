#include "articles.hpp"
#include "commands.hpp"

#include <habari/core/triples.hpp>
#include <habari/exporters/output_file.hpp>

#include <memory>
#include <optional>
#include <string>

namespace habari::cli {
namespace {

struct TriplesOptions {
  ArticleOptions articles;
  std::string names;
  std::string output = "-";
};

Exit print_triples(const TriplesOptions& options) {
  OutputFile output(options.output);
  Report report;
  const std::optional<Graph> graph = read_graph(options.articles, report);
  if (!graph) return Exit::nothing_done;
  for (const TripleView& triple : triples_in_reading_order(*graph)) {
    output.stream() << describe(triple, options.names) << '\n';
  }
  output.commit();
  return report.exit();
}

}  // namespace

void add_triples(CLI::App& app, Outcome& outcome) {
  CLI::App* command =
      app.add_subcommand("triples", "Who did what to whom, in readable lines, from articles or documents");
  const auto options = std::make_shared<TriplesOptions>();
  add_article_options(*command, options->articles);
  add_confidence_option(*command, options->articles);
  command->add_option("--names", options->names, "Language to give names in, where they have one there");
  command->add_option("-o,--output", options->output, "File for the lines; - is standard output")
      ->capture_default_str();
  command->footer(
      "Examples:\n"
      "  habari triples --date 2023-09-13 article.txt\n"
      "  habari triples --names en news/ | grep meet");
  command->callback([options, &outcome] { outcome.exit = print_triples(*options); });
}

}  // namespace habari::cli
