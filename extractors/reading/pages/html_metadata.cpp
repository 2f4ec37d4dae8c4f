#include "pages/html_metadata.hpp"

#include "cleaning/text_shape.hpp"
#include "pages/html_content.hpp"
#include "pages/json_ld.hpp"
#include "pages/page_dates.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace habari {
namespace {

/// So many elements at most above a `<time>` are asked what they are.
constexpr int highest_part = 100;

std::string collapsed(std::string_view text) {
  std::string out;
  append_collapsed(out, text);
  return std::string(trim(out));
}

class MetadataReader {
 public:
  explicit MetadataReader(const HtmlTree& page) : page_(page) {
    for (HtmlTree::Index i = 0; i < page_.size(); ++i) collect(i);
  }

  HtmlMetadata read() const {
    HtmlMetadata metadata;
    metadata.title = title();
    metadata.date = date();
    metadata.language = language();
    metadata.body = json_ld_.body;
    metadata.url = canonical_.empty() ? meta("og:url") : canonical_;
    if (!metadata.url.starts_with("http://") && !metadata.url.starts_with("https://")) metadata.url.clear();
    return metadata;
  }

 private:
  void collect(HtmlTree::Index i) {
    const HtmlTree::Node& node = page_[i];
    if (node.tag == "meta") {
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = ascii_lower(node.attribute(key));
        const std::string content = collapsed(node.attribute("content"));
        if (!name.empty() && !content.empty()) meta_.emplace(name, content);
      }
    } else if (node.tag == "title" && title_.empty()) {
      title_ = page_.text(i);
    } else if (node.tag == "h1" && h1_.empty()) {
      h1_ = page_.text(i);
    } else if (node.tag == "link" && canonical_.empty() && ascii_lower(node.attribute("rel")) == "canonical") {
      canonical_ = std::string(trim(node.attribute("href")));
    } else if (node.tag == "html" && html_language_.empty()) {
      html_language_ = node.attribute(node.has_attribute("lang") ? "lang" : "xml:lang");
    } else if (node.tag == "script" && i + 1 < node.end) {
      read_json_ld(page_[i + 1].text, json_ld_);
    } else if (node.tag == "time" || node.attribute("itemprop") == "datePublished") {
      collect_time(i);
    }
  }

  /// A page's other times are those of comments and of the articles it links to: one that says so is the article's,
  /// else the first inside the article, else the first.
  void collect_time(HtmlTree::Index i) {
    const HtmlTree::Node& node = page_[i];
    const auto found = read_page_date(node.attribute(node.has_attribute("datetime") ? "datetime" : "content"));
    if (!found) return;
    int rank = 1;
    int steps = 0;
    for (HtmlTree::Index at = i; at != 0 && steps < highest_part; at = page_[at].parent, ++steps) {
      if (is_beside_the_article(page_[at])) return;
      if (page_[at].tag == "article" || page_[at].tag == "main") rank = 2;
    }
    if (node.attribute("itemprop") == "datePublished" || node.has_attribute("pubdate")) rank = 3;
    if (rank <= time_rank_) return;
    time_ = found;
    time_rank_ = rank;
  }

  std::string meta(const char* name) const {
    const auto found = meta_.find(name);
    return found == meta_.end() ? std::string() : found->second;
  }

  std::string title() const {
    std::string title = meta("og:title");
    if (title.empty()) title = collapsed(json_ld_.headline);
    if (title.empty()) title = h1_;
    const bool from_head = title.empty();
    if (from_head) title = title_;
    // `Headline | Site`: the heading, where it begins the title, says where the headline ends.
    if (!h1_.empty() && title.size() > h1_.size() && title.starts_with(h1_)) return h1_;
    return without_site(title, from_head);
  }

  std::string without_site(std::string title, bool from_head) const {
    const std::string site = meta("og:site_name");
    for (const std::string_view mark : {" | ", " - ", " – ", " — ", " · ", " » ", " :: "}) {
      const std::size_t at = title.rfind(mark);
      if (at == std::string::npos || at == 0) continue;
      const std::string_view tail = std::string_view(title).substr(at + mark.size());
      const bool is_site = (!site.empty() && ascii_lower(tail) == ascii_lower(site)) ||
                           (from_head && std::count(tail.begin(), tail.end(), ' ') < 4 && at > tail.size());
      if (is_site) return std::string(trim(std::string_view(title).substr(0, at)));
    }
    return title;
  }

  std::optional<Date> date() const {
    if (const auto found = read_page_date(meta("article:published_time"))) return found;
    if (const auto found = read_page_date(json_ld_.date)) return found;
    for (const char* name :
         {"og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
          "dcterms.issued", "dcterms.created", "pubdate", "publishdate", "publish-date", "publication_date",
          "sailthru.date", "parsely-pub-date", "article.published", "citation_publication_date"}) {
      if (const auto found = read_page_date(meta(name))) return found;
    }
    if (time_) return time_;
    const auto filed = date_in_address(canonical_);
    return filed ? filed : date_in_address(meta("og:url"));
  }

  std::string language() const {
    if (!html_language_.empty()) return html_language_;
    if (!json_ld_.language.empty()) return json_ld_.language;
    if (const std::string locale = meta("og:locale"); !locale.empty()) return locale;
    return meta("content-language");
  }

  const HtmlTree& page_;
  std::map<std::string, std::string, std::less<>> meta_;
  std::string title_;
  std::string h1_;
  std::string canonical_;
  std::string html_language_;
  JsonLd json_ld_;
  std::optional<Date> time_;
  int time_rank_ = 0;
};

}  // namespace

HtmlMetadata read_html_metadata(const HtmlTree& page) { return MetadataReader(page).read(); }

}  // namespace habari
