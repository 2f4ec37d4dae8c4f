#include "described_commands.hpp"

namespace habari::cli {
namespace {

DescribedOption described(const CLI::Option& option) {
  DescribedOption made;
  for (const std::string& name : option.get_snames()) made.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) made.names.push_back("--" + name);
  if (made.names.empty()) made.names.push_back(option.get_name());
  if (option.get_items_expected_max() > 0) made.value = option.get_type_name();
  made.description = option.get_description();
  if (const std::string usual = option.get_default_str(); !usual.empty()) made.description += " [" + usual + "]";
  return made;
}

void add(const CLI::App& app, const std::string& above, std::vector<DescribedCommand>& commands) {
  for (const CLI::App* one : app.get_subcommands([](const CLI::App*) { return true; })) {
    const std::string name = above + one->get_name();
    if (!one->get_subcommands([](const CLI::App*) { return true; }).empty()) {
      add(*one, name + ' ', commands);
      continue;
    }
    DescribedCommand made{name, one->get_description(), {}, one->get_footer()};
    for (const CLI::Option* option : one->get_options()) made.options.push_back(described(*option));
    commands.push_back(std::move(made));
  }
}

}  // namespace

std::vector<DescribedCommand> described_commands(const CLI::App& app) {
  std::vector<DescribedCommand> commands;
  add(app, "", commands);
  return commands;
}

}  // namespace habari::cli
