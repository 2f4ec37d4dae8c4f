#pragma once

#include "commands.hpp"
#include "report.hpp"

#include <habari/exporters/output_file.hpp>
#include <habari/extractors/article_reader.hpp>
#include <habari/loading/load_graph.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari::cli {

/// What every command that reads articles is asked for.
struct ArticleOptions {
  std::vector<std::string> inputs;
  std::string format = "auto";
  std::string date;
  std::string date_from;  ///< `name`, or empty.
  std::string language;
  std::vector<std::string> data;  ///< Folders, each over those before it.
  std::string gazetteer;
  std::string reader;         ///< Empty: the best there is for each language.
  unsigned jobs = 0;          ///< 0: as many as the machine has processors.
  double min_confidence = 0;  ///< Events, participants and relations below it are left out.
};

/// Adds INPUT… and the options to `command`.
void add_article_options(CLI::App& command, ArticleOptions& options);

/// Adds --min-confidence.
void add_confidence_option(CLI::App& command, ArticleOptions& options);

/// The data directory found by DataDirectory::locate with the folders of `--data` laid over it; the first of these
/// alone below the others where it is whole. Errors: as DataOverlay.
DataDirectory data_directory(const ArticleOptions& options);

/// What `--reader` names; nothing where it was not given.
std::optional<ReaderKind> reader_kind(const ArticleOptions& options);

/// Checks the options and opens the reader. `settings` holds what the command itself decides.
/// Errors: Error for a date, format or language that is none.
ArticleReader open_articles(const ArticleOptions& options, const DataDirectory& data, ReadingOptions settings = {});

/// What the loader is told: the options, and to tell `report`. Errors: as open_articles.
LoadOptions load_options(const ArticleOptions& options, Report& report);

/// The graph of all inputs; nothing where nothing could be read. Prints what was skipped.
/// Errors: as open_articles.
std::optional<Graph> read_graph(const ArticleOptions& options, Report& report, bool keep_texts = false);

/// Writes `bytes`. Errors: Error where the disk is full or the pipe closed, at once, so that a long run ends there.
void write(OutputFile& output, const std::string& name, std::string_view bytes);

/// Prints the count of skipped articles and, unless nothing was done, puts the output in its place.
Exit finish(Report& report, OutputFile& output);

}  // namespace habari::cli
