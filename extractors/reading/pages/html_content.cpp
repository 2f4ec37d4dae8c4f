#include "pages/html_content.hpp"

#include "cleaning/text_shape.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace habari {
namespace {

using Index = HtmlTree::Index;
using Node = HtmlTree::Node;

/// Prose is at least this long, in bytes, or ends as sentences do.
constexpr std::size_t prose_bytes = 80;
constexpr std::size_t sentence_bytes = 25;
/// More of a block than this in links: a list of other pages.
constexpr double max_link_share = 0.6;
/// A part called "sidebar" that holds this share of the prose is the article all the same.
constexpr double article_share = 0.4;

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& sorted, std::string_view value) {
  return std::binary_search(sorted.begin(), sorted.end(), value);
}

constexpr std::array<std::string_view, 11> dropped_tags{"aside", "button", "dialog", "footer", "form",  "head",
                                                        "input", "label",  "menu",   "nav",    "script"};

constexpr std::array<std::string_view, 11> dropped_roles{"alert",   "banner",  "complementary", "contentinfo",
                                                         "dialog",  "menu",    "navigation",    "search",
                                                         "tablist", "toolbar", "tooltip"};

constexpr std::array<std::string_view, 39> block_tags{
    "address",  "article",    "blockquote", "body",   "center", "dd",    "details", "div", "dl",      "dt",
    "fieldset", "figcaption", "figure",     "footer", "h1",     "h2",    "h3",      "h4",  "h5",      "h6",
    "header",   "hr",         "html",       "li",     "main",   "ol",    "p",       "pre", "section", "summary",
    "table",    "tbody",      "td",         "tfoot",  "th",     "thead", "tr",      "ul",  "video"};

/// Words of class and id attributes that say what is no prose, whatever the page's language.
constexpr std::array<std::string_view, 62> dropped_words{
    "ad",        "ads",          "advert",      "advertisement", "advertising", "author",     "banner",
    "bio",       "breadcrumb",   "breadcrumbs", "byline",        "comment",     "comments",   "consent",
    "cookie",    "cookies",      "copyright",   "credit",        "credits",     "disqus",     "donate",
    "donation",  "followus",     "footer",      "gdpr",          "login",       "masthead",   "menu",
    "modal",     "mostread",     "nav",         "navbar",        "navigation",  "newsletter", "offscreen",
    "outbrain",  "pager",        "pagination",  "paywall",       "popular",     "popup",      "promo",
    "promotion", "promotions",   "readmore",    "recirculation", "recommended", "related",    "share",
    "sharing",   "sidebar",      "signup",      "skip",          "social",      "sponsor",    "sponsored",
    "subscribe", "subscription", "taboola",     "tags",          "toolbar",     "trending"};

static_assert(std::is_sorted(dropped_tags.begin(), dropped_tags.end()));
static_assert(std::is_sorted(dropped_roles.begin(), dropped_roles.end()));
static_assert(std::is_sorted(block_tags.begin(), block_tags.end()));
static_assert(std::is_sorted(dropped_words.begin(), dropped_words.end()));

/// Whether one of the words of `names` (`entry-share`, `shareButtons`) is a dropped one.
bool has_dropped_word(std::string_view names) {
  std::string word;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    const char c = at < names.size() ? names[at] : ' ';
    const bool is_upper = std::isupper(static_cast<unsigned char>(c)) != 0;
    if (!std::isalnum(static_cast<unsigned char>(c)) || (is_upper && !word.empty())) {
      if (holds(dropped_words, word)) return true;
      word.clear();
    }
    if (std::isalnum(static_cast<unsigned char>(c))) word += static_cast<char>(std::tolower(c));
  }
  return false;
}

bool is_hidden(const Node& node) {
  if (node.has_attribute("hidden") || node.attribute("aria-hidden") == "true") return true;
  std::string style;
  for (const char c : node.attribute("style")) {
    if (c != ' ') style += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_heading(std::string_view tag) { return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6'; }

struct Block {
  std::string text;
  std::size_t link_bytes = 0;
  std::size_t time_bytes = 0;
  Index container = 0;  ///< Its block element.

  double link_share() const {
    return text.empty() ? 0.0 : static_cast<double>(link_bytes) / static_cast<double>(text.size());
  }
  bool is_prose() const {
    return link_share() < max_link_share &&
           (text.size() >= prose_bytes || (text.size() >= sentence_bytes && ends_as_sentence(text)));
  }
};

/// Cuts what is under a node into blocks of text; `dropped` nodes and what is below them are passed over.
std::vector<Block> cut_blocks(const HtmlTree& page, Index root, const std::vector<bool>& dropped) {
  std::vector<Block> blocks;
  Block block;
  std::vector<Index> open;  // ancestors of the current node
  const auto flush = [&](Index next_container) {
    block.text = std::string(trim(block.text));
    if (!block.text.empty()) blocks.push_back(std::move(block));
    block = {};
    block.container = next_container;
  };
  const auto nearest_block = [&] {
    for (auto at = open.rbegin(); at != open.rend(); ++at) {
      if (holds(block_tags, page[*at].tag)) return *at;
    }
    return root;
  };
  std::size_t open_links = 0;
  std::size_t open_times = 0;
  block.container = root;
  for (Index i = root; i < page[root].end;) {
    while (!open.empty() && page[open.back()].end <= i) {
      const std::string& tag = page[open.back()].tag;
      open.pop_back();
      open_links -= tag == "a" ? 1 : 0;
      open_times -= tag == "time" ? 1 : 0;
      if (holds(block_tags, tag)) flush(nearest_block());
    }
    const Node& node = page[i];
    if (dropped[i]) {
      i = node.end;
      continue;
    }
    if (node.is_text()) {
      const std::size_t before = block.text.size();
      append_collapsed(block.text, node.text);
      if (open_links != 0) block.link_bytes += block.text.size() - before;
      if (open_times != 0) block.time_bytes += block.text.size() - before;
    } else {
      if (node.tag == "br") flush(block.container);
      open.push_back(i);
      open_links += node.tag == "a" ? 1 : 0;
      open_times += node.tag == "time" ? 1 : 0;
      if (holds(block_tags, node.tag)) flush(i);
    }
    ++i;
  }
  flush(root);
  return blocks;
}

class ContentFinder {
 public:
  explicit ContentFinder(const HtmlTree& page) : page_(page), dropped_(page.size(), false) {
    for (Index i = 0; i < page_.size(); ++i) dropped_[i] = is_dropped_by_markup(i);
    measure();
    drop_by_name();
  }

  std::vector<Block> find() {
    if (page_.size() == 0) return {};
    const Index root = choose_root();
    std::vector<Block> blocks = cut_blocks(page_, root, dropped_);
    if (prose_[0] == 0) return blocks;
    const auto is_prose = [](const Block& block) { return block.is_prose(); };
    const auto first = std::find_if(blocks.begin(), blocks.end(), is_prose);
    const auto last = std::find_if(blocks.rbegin(), blocks.rend(), is_prose).base();
    std::vector<Block> kept;
    for (auto block = blocks.begin(); block != blocks.end(); ++block) {
      if (block->link_share() >= max_link_share || block->time_bytes * 2 > block->text.size()) continue;
      const std::string& tag = page_[block->container].tag;
      if ((tag == "td" || tag == "th") && !block->is_prose()) continue;
      // Outside the prose, only sentences and what is marked up as text count: a bare `div` there is a label.
      const bool is_text = tag == "p" || tag == "figcaption" || tag == "blockquote" || is_heading(tag) ||
                           (ends_as_sentence(block->text) && block->text.find(' ') != block->text.rfind(' '));
      const bool is_inside = block >= first && block < last;
      if (is_inside || is_text) kept.push_back(std::move(*block));
    }
    return kept;
  }

 private:
  bool is_dropped_by_markup(Index i) const {
    const Node& node = page_[i];
    if (node.is_text()) return false;
    if (holds(dropped_tags, node.tag) || is_hidden(node)) return true;
    if (holds(dropped_roles, node.attribute("role"))) return true;
    if (node.tag == "header" && !is_within(i, "article") && !is_within(i, "main")) return true;
    return (node.tag == "cite" || node.tag == "small") && is_within(i, "figure");
  }

  bool is_within(Index i, std::string_view tag) const {
    while (i != 0) {
      i = page_[i].parent;
      if (page_[i].tag == tag) return true;
    }
    return false;
  }

  /// Bytes of prose under each node.
  void measure() {
    prose_.assign(page_.size(), 0);
    if (page_.size() == 0) return;
    for (const Block& block : cut_blocks(page_, 0, dropped_)) {
      if (block.is_prose()) prose_[block.container] += block.text.size();
    }
    for (Index i = page_.size(); i-- > 1;) prose_[page_[i].parent] += prose_[i];
  }

  void drop_by_name() {
    const auto limit = static_cast<double>(prose_.empty() ? 0 : prose_[0]) * article_share;
    bool any = false;
    for (Index i = 1; i < page_.size(); ++i) {
      const Node& node = page_[i];
      if (node.is_text() || dropped_[i] || node.tag == "body") continue;
      if (!has_dropped_word(node.attribute("class")) && !has_dropped_word(node.attribute("id")) &&
          node.attribute("rel") != "author" && node.attribute("itemprop") != "author") {
        continue;
      }
      if (static_cast<double>(prose_[i]) > limit) continue;
      dropped_[i] = true;
      any = true;
    }
    if (any) measure();
  }

  /// The outermost element for which `is_candidate` holds that has the most prose, if that is half of the page's.
  template <typename Predicate>
  std::optional<Index> most_prose(Predicate is_candidate) const {
    std::optional<Index> best;
    for (Index i = 0; i < page_.size(); ++i) {
      if (dropped_[i]) {
        i = page_[i].end - 1;
      } else if (is_candidate(page_[i]) && (!best || prose_[i] > prose_[*best])) {
        best = i;
      }
    }
    if (best && prose_[*best] * 2 < prose_[0]) best.reset();
    return best;
  }

  Index choose_root() const {
    if (const auto found = most_prose([](const Node& node) { return node.tag == "article"; })) return *found;
    if (const auto found = most_prose([](const Node& node) { return node.attribute("itemprop") == "articleBody"; })) {
      return *found;
    }
    const auto main = most_prose([](const Node& n) { return n.tag == "main" || n.attribute("role") == "main"; });
    Index root = main.value_or(0);
    while (true) {
      const Index heaviest = heaviest_child(root);
      if (heaviest == root || prose_[heaviest] * 10 < prose_[root] * 9 || page_[heaviest].tag == "p") return root;
      root = heaviest;
    }
  }

  Index heaviest_child(Index parent) const {
    Index best = parent;
    for (Index i = parent + 1; i < page_[parent].end; i = page_[i].end) {
      if (!dropped_[i] && prose_[i] > 0 && (best == parent || prose_[i] > prose_[best])) best = i;
    }
    return best;
  }

  const HtmlTree& page_;
  std::vector<bool> dropped_;
  std::vector<std::size_t> prose_;
};

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ') out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

}  // namespace

std::vector<std::string> read_html_paragraphs(const HtmlTree& page, std::string_view title) {
  std::vector<std::string> paragraphs;
  const std::string folded_title = folded(title);
  for (Block& block : ContentFinder(page).find()) {
    const bool repeats_title = is_heading(page[block.container].tag) && folded(block.text) == folded_title;
    if (!repeats_title) paragraphs.push_back(std::move(block.text));
  }
  return paragraphs;
}

bool is_beside_the_article(const HtmlTree::Node& node) {
  // Lines about author and sharing hold the article's own date.
  const auto is_aside = [](std::string_view names) {
    const std::string lower = ascii_lower(names);
    const auto has = [&](std::string_view word) { return lower.find(word) != std::string::npos; };
    return has("comment") || has("related") || has("sidebar") || has("recommended") || has("disqus");
  };
  if (node.tag == "aside" || node.tag == "nav" || node.tag == "footer") return true;
  // Of the page itself the class tells its layout: `body class="has-sidebar"`.
  const bool whole = node.tag == "body" || node.tag == "html" || node.tag == "main" || node.tag == "article";
  return !whole && (is_aside(node.attribute("class")) || is_aside(node.attribute("id")));
}

}  // namespace habari
