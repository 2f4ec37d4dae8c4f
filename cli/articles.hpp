#pragma once

#include "commands.hpp"
#include "report.hpp"

#include <habari/exporters/output_file.hpp>
#include <habari/extractors/documents.hpp>

#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari::cli {

/// What every command that reads articles is asked for.
struct ArticleOptions {
  std::vector<std::string> inputs;
  std::string format = "auto";
  std::string date;
  std::string language;
  std::string data;
  std::string gazetteer;
  std::string reader;         ///< Empty: the best there is for each language.
  unsigned jobs = 0;          ///< 0: as many as the machine has processors.
  double min_confidence = 0;  ///< Events and relations below it are left out.
};

/// Adds INPUT… and the options to `command`.
void add_article_options(CLI::App& command, ArticleOptions& options);

/// Adds --min-confidence.
void add_confidence_option(CLI::App& command, ArticleOptions& options);

/// The data directory that `--data` names, else the one found by DataDirectory::locate.
DataDirectory data_directory(const ArticleOptions& options);

/// What `--reader` names; nothing where it was not given.
std::optional<ReaderKind> reader_kind(const ArticleOptions& options);

/// Checks the options and opens the reader. `settings` holds what the command itself decides.
/// Errors: Error for a date, format or language that is none.
ArticleReader open_articles(const ArticleOptions& options, const DataDirectory& data, ReadingOptions settings = {});

/// Writes `bytes`. Errors: Error where the disk is full or the pipe closed, at once, so that a long run ends there.
void write(OutputFile& output, const std::string& name, std::string_view bytes);

/// Prints the count of skipped articles and, unless nothing was done, puts the output in its place.
Exit finish(Report& report, OutputFile& output);

/// Runs `work` on each article, on several threads, and hands what it returns to `use`, on one thread at a time and in
/// input order, so that the output does not depend on the number of threads. Few articles are in flight at once.
/// An Error of the reader or of `work` costs its article; one of `use` ends the run.
template <typename Work, typename Use>
void for_each_article(ArticleReader& reader, const ArticleOptions& options, Report& report, Work work, Use use) {
  using Result = decltype(work(std::declval<ReadArticle>()));
  struct Item {
    std::optional<ReadArticle> article;
    std::optional<Result> result;
    std::vector<std::string> notes;
    std::string failure;
    bool is_input_failure = false;
  };
  using ItemPtr = std::shared_ptr<Item>;  // The pipeline copies what it hands on.
  const auto read = [&](bool& at_end) -> ItemPtr {
    auto item = std::make_shared<Item>();
    try {
      item->article = reader.next();
      at_end = !item->article;
      if (item->article) item->notes = std::move(item->article->notes);
    } catch (const InputError& error) {
      item->failure = error.what();
      item->is_input_failure = true;
    } catch (const Error& error) {
      item->failure = error.what();
    }
    return item;
  };
  const auto process = [&](ItemPtr item) -> ItemPtr {
    if (!item->article) return item;
    try {
      item->result.emplace(work(std::move(*item->article)));
    } catch (const Error& error) {
      item->failure = error.what();
    }
    item->article.reset();
    return item;
  };
  const auto finish = [&](const ItemPtr& item) {
    for (const std::string& note : item->notes) report.note(note);
    if (item->result) {
      use(std::move(*item->result));
      report.count_articles();
    } else if (item->is_input_failure) {
      report.skip_input(item->failure);
    } else {
      report.skip_article(item->failure);
    }
  };

  if (options.jobs == 1) {
    for (bool at_end = false;;) {
      ItemPtr item = read(at_end);
      if (at_end) return;
      finish(process(std::move(item)));
    }
  }
  namespace tbb = oneapi::tbb;
  const std::size_t threads = options.jobs != 0
                                  ? options.jobs
                                  : tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::parallel_pipeline(4 * threads, tbb::make_filter<void, ItemPtr>(tbb::filter_mode::serial_in_order,
                                                                      [&](tbb::flow_control& control) -> ItemPtr {
                                                                        bool at_end = false;
                                                                        ItemPtr item = read(at_end);
                                                                        if (at_end) {
                                                                          control.stop();
                                                                          return nullptr;
                                                                        }
                                                                        return item;
                                                                      }) &
                                          tbb::make_filter<ItemPtr, ItemPtr>(tbb::filter_mode::parallel, process) &
                                          tbb::make_filter<ItemPtr, void>(tbb::filter_mode::serial_in_order, finish));
}

}  // namespace habari::cli
