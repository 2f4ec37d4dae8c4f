#include "articles.hpp"

#include <habari/exporters/rdf_reader.hpp>
#include <habari/extractors/data_overlay.hpp>
#include <habari/extractors/language_identifier.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

namespace habari::cli {

void add_article_options(CLI::App& command, ArticleOptions& options) {
  command
      .add_option("INPUT", options.inputs,
                  "Files, folders (read with all below them) or - for standard input; "
                  "any of them may be gzip-compressed")
      ->required();
  command
      .add_option("-f,--format", options.format,
                  fmt::format("{}; auto goes by the extension, else by the content", input_format_names))
      ->capture_default_str();
  command.add_option("--date", options.date, "Publication date of articles that tell none, YYYY-MM-DD");
  command
      .add_option(
          "--date-from", options.date_from,
          "name: the date of articles that tell none is in the file's path (2024-05-13-title.txt, 20240513.html, "
          "2024/05/13/title.txt); where it is not, --date holds")
      ->check(CLI::IsMember({"name"}));
  command.add_option("--language", options.language, "Language of all articles (sw, en); else told from each");
  command.add_option("-j,--jobs", options.jobs, "Threads; 0: one a processor. The output is the same for any number")
      ->capture_default_str();
  command
      .add_option("--data", options.data,
                  "Folder with own languages/ and gazetteer/, laid over $HABARI_DATA, else over the installed data; "
                  "more than once for more (docs/mapping.md). A whole one takes their place")
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--gazetteer", options.gazetteer,
                     "Gazetteer file made by `habari gazetteer import`, used beside the tables of the data folder; "
                     "else its gazetteer/gazetteer.bin where that is there");
  command
      .add_option("--reader", options.reader,
                  "accurate (one large network for all its languages, which finds names too) or fast (the language's "
                  "own small one); else accurate where its model is there")
      ->check(CLI::IsMember({"accurate", "fast"}));
}

std::optional<ReaderKind> reader_kind(const ArticleOptions& options) { return parse_reader_kind(options.reader); }

void add_confidence_option(CLI::App& command, ArticleOptions& options) {
  command
      .add_option("--min-confidence", options.min_confidence,
                  "Leave out events, their participants, relations and open triples of articles and documents that are "
                  "less sure than this, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
}

namespace {

/// Whether nothing has to lie below it.
bool is_whole(const std::filesystem::path& folder) {
  return std::filesystem::exists(folder / "gazetteer" / "countries.tsv") &&
         std::filesystem::exists(folder / "gazetteer" / "given_names.tsv");
}

DataDirectory named_directory(const std::vector<std::string>& names) {
  std::vector<std::filesystem::path> folders(names.begin(), names.end());
  const bool has_base = !folders.empty() && is_whole(folders.front());
  const DataDirectory base = has_base ? DataDirectory(folders.front()) : DataDirectory::locate();
  if (has_base) folders.erase(folders.begin());
  if (folders.empty()) return base;
  // The merged folder is read from until the program ends.
  static std::optional<DataOverlay> overlay;
  return overlay.emplace(base, folders).directory();
}

}  // namespace

DataDirectory data_directory(const ArticleOptions& options) {
  DataDirectory data = named_directory(options.data);
  if (!options.gazetteer.empty()) data.use_gazetteer(options.gazetteer);
  return data;
}

namespace {

/// Errors: as open_articles.
ReadingOptions reading_options(const ArticleOptions& options, const DataDirectory& data, ReadingOptions settings) {
  if (options.format != "auto") {
    const auto format = parse_input_format(options.format);
    if (!format) {
      throw Error(fmt::format("--format: \"{}\", expected {}", options.format, input_format_names));
    }
    settings.format = *format;
  }
  if (!options.date.empty()) {
    settings.date = Date::parse(options.date);
    if (!settings.date) throw Error("--date: \"" + options.date + "\" is no date, expected YYYY-MM-DD");
  }
  settings.date_from_name = !options.date_from.empty();
  if (!options.language.empty()) {
    settings.language = LanguageIdentifier::language_code(options.language);
    if (!data.has_language(settings.language)) {
      throw Error(fmt::format("--language: no data for the language \"{}\"; there are data for: {}", settings.language,
                              fmt::join(data.languages(), ", ")));
    }
  }
  return settings;
}

}  // namespace

ArticleReader open_articles(const ArticleOptions& options, const DataDirectory& data, ReadingOptions settings) {
  return ArticleReader(options.inputs, data, reading_options(options, data, std::move(settings)));
}

LoadOptions load_options(const ArticleOptions& options, Report& report) {
  LoadOptions loading;
  // Graph files alone need no data.
  if (!std::ranges::all_of(options.inputs, [](const std::string& input) { return rdf_syntax(input).has_value(); })) {
    loading.data = data_directory(options);
    loading.reading = reading_options(options, *loading.data, {});
  }
  loading.reader = reader_kind(options);
  loading.threads = options.jobs;
  loading.min_confidence = options.min_confidence;
  loading.events = report.events();
  return loading;
}

std::optional<Graph> read_graph(const ArticleOptions& options, Report& report, bool keep_texts) {
  LoadOptions loading = load_options(options, report);
  loading.keep_texts = keep_texts;
  GraphBuilder builder({.keep_texts = keep_texts});
  load(builder, options.inputs, loading);
  report.finish();
  if (report.exit() == Exit::nothing_done) return std::nullopt;
  return builder.freeze();
}

void write(OutputFile& output, const std::string& name, std::string_view bytes) {
  output.stream() << bytes;
  if (!output.stream()) {
    throw Error(fmt::format("{}: cannot be written on: {}", name == "-" ? "<stdout>" : name, std::strerror(errno)));
  }
}

Exit finish(Report& report, OutputFile& output) {
  report.finish();
  if (report.exit() != Exit::nothing_done) output.commit();
  return report.exit();
}

}  // namespace habari::cli
