#pragma once

#include "commands.hpp"

#include <string>
#include <vector>

namespace habari::cli {

/// An option of a command as help, manual and completion have it.
struct DescribedOption {
  std::vector<std::string> names;  ///< `-o`, `--output`; one without dashes is an input.
  std::string value;               ///< Name of what it takes, `TEXT`; empty where it takes nothing.
  std::string description;
};

/// A command that does something, with all that can be typed behind it.
struct DescribedCommand {
  std::string name;  ///< `gazetteer import`
  std::string description;
  std::vector<DescribedOption> options;
  std::string footer;  ///< Examples.
};

/// All commands in the order of --help.
std::vector<DescribedCommand> described_commands(const CLI::App& app);

}  // namespace habari::cli
