#include "articles.hpp"
#include "commands.hpp"

#include <habari/serve/report.hpp>

#include <memory>

namespace habari::cli {
namespace {

struct ReportOptions {
  ArticleOptions articles;
  std::size_t most_events = serve::most_report_events;
  std::string output = "-";
};

Exit write_report(const ReportOptions& options) {
  OutputFile output(options.output);
  Report report;
  const std::optional<Graph> graph = read_graph(options.articles, report, true);
  if (!graph) return Exit::nothing_done;
  serve::write_report(*graph, output.stream(), options.most_events);
  output.commit();
  return report.exit();
}

}  // namespace

void add_report(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("report", "The page of `habari serve` with its graph, in one file");
  const auto options = std::make_shared<ReportOptions>();
  add_article_options(*command, options->articles);
  command->get_option("INPUT")->description(
      "Graph files (.ttl, .nt, .nq, .trig, .rdf), documents or articles: files, folders or -");
  add_confidence_option(*command, options->articles);
  command->add_option("--most-events", options->most_events, "Of more events those with most mentions are in the file")
      ->check(CLI::Range(std::size_t{1}, serve::most_report_events))
      ->capture_default_str();
  command->add_option("-o,--output", options->output, "File for the page; - is standard output")->capture_default_str();
  command->footer(
      "The file opens in any browser, without a server and without a network.\n"
      "Example:\n"
      "  habari report graph.nq -o report.html");
  command->callback([options, &outcome] { outcome.exit = write_report(*options); });
}

}  // namespace habari::cli
