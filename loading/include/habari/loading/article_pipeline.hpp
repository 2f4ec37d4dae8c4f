#pragma once

#include <habari/extractors/article_reader.hpp>
#include <habari/loading/load_events.hpp>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace habari {

/// What is left to do with an article when its turn comes.
using ArticleUse = std::function<void()>;

/// Runs `work` on each article, on `threads` threads (0: one a processor), and then what it returns, on one thread at a
/// time and in input order. Few articles are in flight at once.
/// An Error of the reader or of `work` costs its article; one of the ArticleUse ends the run.
/// Errors: as LoadEvents::skipped; what an ArticleUse throws; DataError.
void run_articles(ArticleReader& reader, unsigned threads, const LoadEvents& events,
                  const std::function<ArticleUse(ReadArticle)>& work);

/// The same, where `use` gets what `work` returns: what comes of it does not depend on the number of threads.
template <typename Work, typename Use>
void for_each_article(ArticleReader& reader, unsigned threads, const LoadEvents& events, Work work, Use use) {
  using Result = std::invoke_result_t<Work&, ReadArticle>;
  run_articles(reader, threads, events, [&](ReadArticle article) -> ArticleUse {
    // Shared: a std::function is copied with what it holds.
    const auto result = std::make_shared<Result>(work(std::move(article)));
    return [&use, result] { use(std::move(*result)); };
  });
}

}  // namespace habari
