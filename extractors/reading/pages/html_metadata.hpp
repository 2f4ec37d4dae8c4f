#pragma once

#include "pages/html_tree.hpp"

#include <habari/core/date.hpp>

#include <optional>
#include <string>

namespace habari {

/// What a page says of itself, in its head, its JSON-LD and its markup. Empty where it does not say.
struct HtmlMetadata {
  std::string title;
  std::string url;       ///< Canonical, absolute.
  std::string language;  ///< As the page writes it: `sw`, `en-US`.
  std::optional<Date> date;
  std::string body;  ///< The article's text by its JSON-LD.
};

/// Title: og:title, JSON-LD headline, h1, title. Date: article:published_time, JSON-LD datePublished, other meta names
/// in use, `<time>`, the address. Dates that read_page_date does not read are passed over: the page's reader could only
/// guess. Source: https://ogp.me/, https://schema.org/NewsArticle
HtmlMetadata read_html_metadata(const HtmlTree& page);

}  // namespace habari
