#pragma once

#include <habari/core/byte_reader.hpp>
#include "articles/article_members.hpp"

#include <cstddef>
#include <memory>
#include <optional>

namespace habari {

/// Takes the articles of a feed one at a time: RSS 0.9 to 2.0 (with `content:encoded` and Dublin Core) and Atom. Few
/// items are held at once. Entities of other files are not read.
/// Source: https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/, RFC 4287
class FeedArticles {
 public:
  /// An item may hold `limit` bytes.
  FeedArticles(ByteReader& bytes, std::size_t limit);
  ~FeedArticles();
  FeedArticles(const FeedArticles&) = delete;
  FeedArticles& operator=(const FeedArticles&) = delete;

  /// The next item; nothing at the end. `line`: where it begins.
  /// Errors: Error says what is wrong, without file and line; `line` tells where. Malformed XML ends the feed.
  std::optional<ArticleMembers> next(std::size_t& line);

 private:
  class Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace habari
