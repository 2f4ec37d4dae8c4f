#include "commands.hpp"
#include "report.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/petrarch_import.hpp>

#include <fmt/format.h>

#include <memory>
#include <string>

namespace habari::cli {
namespace {

struct ImportOptions {
  PetrarchDictionaries dictionaries;
  std::string output;
};

Exit import(const ImportOptions& options) {
  const PetrarchDictionaries& from = options.dictionaries;
  if (from.verbs.empty() && from.actors.empty() && from.agents.empty()) {
    throw Error("a dictionary is required: --verbs, --actors or --agents");
  }
  const PetrarchImportCounts counts = import_petrarch(from, DataDirectory::locate(), options.output);
  Report().note(fmt::format(
      "{} verbs, {} persons, {} organizations, {} nouns taken into {}; {} lines not carried over: {}/not-carried.tsv",
      counts.verbs, counts.persons, counts.organizations, counts.nouns, options.output, counts.left_out,
      options.output));
  return Exit::all_read;
}

}  // namespace

void add_lexicon(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("lexicon", "Own words: a data folder for --data of other commands");
  command->require_subcommand(1);
  CLI::App* importer = command->add_subcommand(
      "import",
      "PETRARCH's dictionaries to a data folder that is laid over the installed one, and a table for --mapping");
  const auto options = std::make_shared<ImportOptions>();
  importer->add_option("--verbs", options->dictionaries.verbs, "Verb dictionaries");
  importer->add_option("--actors", options->dictionaries.actors, "Actor dictionaries");
  importer->add_option("--agents", options->dictionaries.agents, "Agent dictionaries");
  importer->add_option("-o,--output", options->output, "Folder to write")->required();
  importer->footer(
      "Examples:\n"
      "  habari lexicon import --verbs CAMEO.2.0.txt --actors Phoenix.Countries.actors.txt -o mine\n"
      "  habari build news/ --data mine --mapping mine/codes.tsv -o graph.nq");
  importer->callback([options, &outcome] { outcome.exit = import(*options); });
}

}  // namespace habari::cli
