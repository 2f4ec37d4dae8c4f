#pragma once

#include <CLI/CLI.hpp>

namespace habari::cli {

/// How a run ended, as the exit status says it.
enum class Exit : int { all_read = 0, some_skipped = 1, nothing_done = 2 };

/// A subcommand sets this when it runs; main returns it.
struct Outcome {
  Exit exit = Exit::all_read;
};

}  // namespace habari::cli
