#pragma once

#include <optional>
#include <string>
#include <vector>

namespace habari {

/// What a JSON object or an item of a feed says of an article.
struct ArticleMembers {
  std::optional<std::string> id, text, html, title, date, language, url;
  std::string language_hint;  ///< Of the feed around it.
  std::string others;         ///< Names of other members, for messages: `"headline", "body"`; the first few.
  bool is_document = false;   ///< Its `schema` is that of a document.
};

}  // namespace habari
