#pragma once

#include <CLI/CLI.hpp>

namespace habari::cli {

/// How a run ended, as the exit status says it.
enum class Exit : int { all_read = 0, some_skipped = 1, nothing_done = 2 };

/// A subcommand sets this when it runs; main returns it.
struct Outcome {
  Exit exit = Exit::all_read;
};

// One function a subcommand, in cli/NAME.cpp: adds `NAME` with its options and examples to `app`, and a callback that
// does the work and sets `outcome`. A callback may throw habari::Error: main prints it and ends with nothing_done.
// main.cpp lists the subcommands in the order in which --help shows them.

void add_extract(CLI::App& app, Outcome& outcome);    ///< Articles to documents.
void add_parse(CLI::App& app, Outcome& outcome);      ///< Articles to CoNLL-U.
void add_build(CLI::App& app, Outcome& outcome);      ///< Articles or documents to graph files.
void add_merge(CLI::App& app, Outcome& outcome);      ///< Documents to one graph or one file.
void add_remove(CLI::App& app, Outcome& outcome);     ///< Documents without some articles.
void add_triples(CLI::App& app, Outcome& outcome);    ///< Articles or documents to readable lines.
void add_query(CLI::App& app, Outcome& outcome);      ///< Questions to a graph.
void add_serve(CLI::App& app, Outcome& outcome);      ///< Graphs to a page in the browser.
void add_report(CLI::App& app, Outcome& outcome);     ///< Graphs to a page in one file.
void add_push(CLI::App& app, Outcome& outcome);       ///< Graphs to a triple store.
void add_gazetteer(CLI::App& app, Outcome& outcome);  ///< Wikidata dumps and tables to a gazetteer file.
void add_train(CLI::App& app, Outcome& outcome);      ///< Treebanks to a model file.

}  // namespace habari::cli
