#include <habari/loading/article_pipeline.hpp>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace habari {
namespace {

namespace tbb = oneapi::tbb;

/// One article on its way.
struct Item {
  std::optional<ReadArticle> article;
  ArticleUse use;
  std::vector<std::string> notes;
  std::string failure;
  Skipped skipped = Skipped::article;
};
using ItemPtr = std::shared_ptr<Item>;  // The pipeline copies what it hands on.

/// Nothing at the end of the input.
ItemPtr read(ArticleReader& reader) {
  auto item = std::make_shared<Item>();
  try {
    item->article = reader.next();
    if (!item->article) return nullptr;
    item->notes = std::move(item->article->notes);
  } catch (const InputError& error) {
    item->failure = error.what();
    item->skipped = Skipped::input;
  } catch (const Error& error) {
    item->failure = error.what();
  }
  return item;
}

void process(Item& item, const std::function<ArticleUse(ReadArticle)>& work) {
  if (!item.article) return;
  try {
    item.use = work(std::move(*item.article));
  } catch (const Error& error) {
    item.failure = error.what();
  }
  item.article.reset();
}

void finish(const Item& item, const LoadEvents& events) {
  for (const std::string& note : item.notes) events.note(note);
  if (!item.use) return events.skipped(item.failure, item.skipped);
  item.use();
  events.read(1);
}

void run_in_parallel(ArticleReader& reader, unsigned threads, const LoadEvents& events,
                     const std::function<ArticleUse(ReadArticle)>& work) {
  const std::size_t most =
      threads != 0 ? threads : tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, most);
  const auto reading =
      tbb::make_filter<void, ItemPtr>(tbb::filter_mode::serial_in_order, [&](tbb::flow_control& control) {
        ItemPtr item = read(reader);
        if (!item) control.stop();
        return item;
      });
  const auto working = tbb::make_filter<ItemPtr, ItemPtr>(tbb::filter_mode::parallel, [&](ItemPtr item) {
    process(*item, work);
    return item;
  });
  const auto finishing = tbb::make_filter<ItemPtr, void>(tbb::filter_mode::serial_in_order,
                                                         [&](const ItemPtr& item) { finish(*item, events); });
  tbb::parallel_pipeline(4 * most, reading & working & finishing);
}

}  // namespace

void run_articles(ArticleReader& reader, unsigned threads, const LoadEvents& events,
                  const std::function<ArticleUse(ReadArticle)>& work) {
  if (threads == 1) {
    while (const ItemPtr item = read(reader)) {
      process(*item, work);
      finish(*item, events);
    }
  } else {
    run_in_parallel(reader, threads, events, work);
  }
  const std::string others = reader.passed_over();
  if (!others.empty()) events.note("files of other kinds in the folders were passed over: " + others);
}

}  // namespace habari
