#pragma once

#include "commands.hpp"

#include <string>
#include <vector>

namespace habari::cli {

/// What is wrong with a command line, and where to read on.
struct UsageFault {
  std::string message;  ///< `"trples" is no command; did you mean `habari triples`?`
  std::string command;  ///< Whose --help to ask: `habari`, `habari triples`.
};

/// Of a command line that CLI11 does not take: what CLI11 says in `wrong`, or what was probably meant. `arguments` are
/// those behind the program's name.
UsageFault usage_fault(const CLI::App& app, const CLI::ParseError& wrong, const std::vector<std::string>& arguments);

}  // namespace habari::cli
