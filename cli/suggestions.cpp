#include "suggestions.hpp"

#include <habari/core/near_word.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace habari::cli {
namespace {

using Words = std::array<std::string_view, 2>;

/// What people type who remember another program, and what it is here.
constexpr std::array<Words, 21> other_commands{
    {{"add", "merge"},        {"annotate", "extract"}, {"ask", "query"},    {"convert", "build"},
     {"events", "triples"},   {"export", "build"},     {"find", "query"},   {"graph", "build"},
     {"help", "--help"},      {"import", "push"},      {"load", "push"},    {"ner", "extract"},
     {"print", "triples"},    {"process", "extract"},  {"read", "extract"}, {"run", "extract"},
     {"search", "query"},     {"show", "triples"},     {"sparql", "push"},  {"upload", "push"},
     {"version", "--version"}}};

constexpr std::array<Words, 18> other_options{{{"--author", "--source"},
                                               {"--cores", "--jobs"},
                                               {"--end", "--until"},
                                               {"--entity", "--participant"},
                                               {"--event", "--relation"},
                                               {"--file", "--output"},
                                               {"--from", "--since"},
                                               {"--input", "INPUT"},
                                               {"--lang", "--language"},
                                               {"--location", "--place"},
                                               {"--max", "--limit"},
                                               {"--out", "--output"},
                                               {"--parallel", "--jobs"},
                                               {"--start", "--since"},
                                               {"--threads", "--jobs"},
                                               {"--to", "--until"},
                                               {"--verb", "--relation"},
                                               {"--workers", "--jobs"}}};

constexpr std::string_view about_sparql =
    "SPARQL is asked of a triple store: habari push sends the graph there (docs/querying.md)";

template <std::size_t Size>
std::optional<std::string> remembered(const std::array<Words, Size>& words, const std::string& typed) {
  for (const auto& [other, ours] : words) {
    if (typed == other) return std::string(ours);
  }
  return std::nullopt;
}

/// The nearest of `known`; the first of several.
std::optional<std::string> nearest(const std::string& typed, const std::vector<std::string>& known) {
  const NearWord word(typed);
  std::optional<std::pair<std::size_t, std::string>> best;
  for (const std::string& one : known) {
    const auto away = word.distance(one);
    if (away && (!best || *away < best->first)) best.emplace(*away, one);
  }
  if (!best) return std::nullopt;
  return best->second;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

/// The command that the first arguments name, as far as they do.
struct Command {
  const CLI::App* app;
  std::string name;       ///< `habari gazetteer import`
  std::size_t words = 0;  ///< Arguments that name it.
};

Command command_of(const CLI::App& app, const std::vector<std::string>& arguments) {
  Command command{&app, "habari"};
  for (const std::string& argument : arguments) {
    const std::vector<const CLI::App*> below = commands_of(*command.app);
    const auto found =
        std::find_if(below.begin(), below.end(), [&](const CLI::App* one) { return one->get_name() == argument; });
    if (found == below.end()) break;
    command = {*found, command.name + ' ' + argument, command.words + 1};
  }
  return command;
}

std::vector<std::string> names_of_options(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string about_command(const Command& above, const std::string& typed) {
  if (typed.starts_with('-')) {
    return fmt::format("{} stands before the command: {} COMMAND INPUT {} …", typed, above.name, typed);
  }
  std::error_code failure;
  if (std::filesystem::exists(typed, failure)) {
    return fmt::format("\"{}\" is no command but an input; did you mean `habari triples {}`?", typed, typed);
  }
  std::optional<std::string> meant;
  if (above.words == 0) meant = remembered(other_commands, typed);
  std::vector<std::string> known;
  for (const CLI::App* command : commands_of(*above.app)) known.push_back(command->get_name());
  if (!meant) meant = nearest(typed, known);
  if (!meant) return fmt::format("\"{}\" is no command", typed);
  return fmt::format("\"{}\" is no command; did you mean `{} {}`?", typed, above.name, *meant);
}

std::string about_option(const Command& command, const std::string& typed) {
  const std::string name = typed.substr(0, typed.find('='));
  if (name == "--sparql") return fmt::format("--sparql is no option; {}", about_sparql);
  const std::vector<std::string> known = names_of_options(*command.app);
  std::optional<std::string> meant = remembered(other_options, name);
  if (meant == "INPUT") return fmt::format("{} is no option; inputs stand by themselves: {} news/", name, command.name);
  if (meant && std::find(known.begin(), known.end(), *meant) == known.end()) meant.reset();
  if (!meant) meant = nearest(name, known);
  if (!meant) return fmt::format("{} has no option {}", command.name, name);
  return fmt::format("{} has no option {}; did you mean {}?", command.name, name, *meant);
}

/// The first option that `command` does not have, as it was typed.
std::optional<std::string> unknown_option(const CLI::App& command, const std::vector<std::string>& arguments) {
  const std::vector<std::string> known = names_of_options(command);
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (!argument.starts_with("--")) continue;
    if (std::find(known.begin(), known.end(), argument.substr(0, argument.find('='))) == known.end()) return argument;
  }
  return std::nullopt;
}

}  // namespace

UsageFault usage_fault(const CLI::App& app, const CLI::ParseError& wrong, const std::vector<std::string>& arguments) {
  const Command command = command_of(app, arguments);
  const bool names_none = !commands_of(*command.app).empty();
  if (names_none && command.words < arguments.size()) {
    return {about_command(command, arguments[command.words]), command.name};
  }
  if (names_none) {
    std::string known;
    for (const CLI::App* below : commands_of(*command.app)) known += (known.empty() ? "" : ", ") + below->get_name();
    return {fmt::format("which command? {} has {}", command.name, known), command.name};
  }
  const auto unknown = unknown_option(*command.app, arguments);
  return {unknown ? about_option(command, *unknown) : wrong.what(), command.name};
}

}  // namespace habari::cli
