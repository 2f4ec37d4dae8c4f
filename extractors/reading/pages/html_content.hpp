#pragma once

#include "pages/html_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// The article's paragraphs, subheadings and captions in page order, found by structure: `article` and `main`, else the
/// part that holds most of the page's prose. Left out: navigation, asides, footers, forms, hidden parts, blocks that
/// are mostly links, credits in captions, parts whose class or id names what is no prose (`share-buttons`), and the
/// heading that repeats `title`.
std::vector<std::string> read_html_paragraphs(const HtmlTree& page, std::string_view title);

/// Whether this element is by its tag, class or id beside the article: an aside, comments, a list of others.
bool is_beside_the_article(const HtmlTree::Node& node);

}  // namespace habari
