#include "articles.hpp"
#include "commands.hpp"

#include <habari/serve/page_files.hpp>
#include <habari/serve/page_server.hpp>

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace habari::cli {
namespace {

struct ServeOptions {
  ArticleOptions articles;
  std::uint16_t port = 8484;
};

Exit serve(const ServeOptions& options) {
  Report report;
  const std::optional<Graph> graph = read_graph(options.articles, report, true);
  if (!graph) return Exit::nothing_done;
  const serve::Explorer explorer(*graph);
  serve::PageServer server(explorer, options.port);
  if (!serve::has_page())
    report.note("built without its page, for npm was missing: only questions below /api/ are answered");
  fmt::print("{} events of {} articles are at {} until this program is ended (Ctrl-C)\n", graph->event_count(),
             graph->article_count(), server.url());
  std::fflush(stdout);
  server.run();
  return report.exit();
}

}  // namespace

void add_serve(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("serve", "A page in your browser to explore a graph with");
  const auto options = std::make_shared<ServeOptions>();
  add_article_options(*command, options->articles);
  command->get_option("INPUT")->description(
      "Graph files (.ttl, .nt, .nq, .trig, .rdf), documents or articles: files, folders or -");
  add_confidence_option(*command, options->articles);
  command->add_option("--port", options->port, "Where to listen on 127.0.0.1; 0: anywhere that is free")
      ->capture_default_str();
  command->footer(
      "Only this machine's browsers reach the page, and nothing can be changed through it. It makes no request but to\n"
      "this program.\n"
      "Examples:\n"
      "  habari serve graph.nq\n"
      "  habari serve news/ --port 9000");
  command->callback([options, &outcome] { outcome.exit = serve(*options); });
}

}  // namespace habari::cli
