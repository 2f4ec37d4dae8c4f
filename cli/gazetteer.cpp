#include "commands.hpp"
#include "report.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/gazetteer_import.hpp>

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

namespace habari::cli {
namespace {

struct ImportOptions {
  std::vector<std::string> inputs;
  std::string output;
  std::string data;
  GazetteerImportOptions import;
};

Exit import(const ImportOptions& options) {
  const DataDirectory data = options.data.empty() ? DataDirectory::locate() : DataDirectory(options.data);
  const GazetteerImportCounts counts = import_gazetteer(options.inputs, options.output, data, options.import);
  Report().note(fmt::format("{} entities read, {} taken into {}", counts.read, counts.taken, options.output));
  return Exit::all_read;
}

}  // namespace

void add_gazetteer(CLI::App& app, Outcome& outcome) {
  CLI::App* command = app.add_subcommand("gazetteer", "Names of the world for the recognition of entities");
  command->require_subcommand(1);
  CLI::App* importer = command->add_subcommand(
      "import", "Wikidata dumps and tables to one file that --gazetteer of other commands names");
  const auto options = std::make_shared<ImportOptions>();
  importer->add_option("INPUT", options->inputs, "Wikidata JSON dumps (.json) and tables (.csv), also with .gz")
      ->required();
  importer->add_option("-o,--output", options->output, "Gazetteer file to write")->required();
  importer->add_option("--languages", options->import.languages, "Languages whose names are taken, best first")
      ->delimiter(',')
      ->capture_default_str();
  importer->add_option("--data", options->data,
                       "Folder with gazetteer/classes.tsv below it; else $HABARI_DATA, else the installed one");
  importer->footer(
      "Examples:\n"
      "  habari gazetteer import latest-all.json.gz -o gazetteer.bin\n"
      "  habari gazetteer import cut.json.gz towns.csv --languages sw,en,fr -o gazetteer.bin\n"
      "  habari build news/ --gazetteer gazetteer.bin -o graph.ttl");
  importer->callback([options, &outcome] { outcome.exit = import(*options); });
}

}  // namespace habari::cli
