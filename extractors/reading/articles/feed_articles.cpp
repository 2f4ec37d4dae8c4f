#include "articles/feed_articles.hpp"

#include "cleaning/text_shape.hpp"
#include "pages/html_tree.hpp"
#include "pages/page_dates.hpp"

#include <habari/core/error.hpp>

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace habari {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 14U;
/// Expat holds a tag until it ends, and begins it anew with each piece.
constexpr std::size_t most_tag_bytes = std::size_t{1} << 20U;

/// What is taken of an item; of several elements for one of these, the first row's wins.
enum class Field : unsigned char { title, address, identifier, date, changed, language, body, summary, count };

constexpr std::array<std::pair<std::string_view, Field>, 15> fields{{{"title", Field::title},
                                                                     {"link", Field::address},
                                                                     {"guid", Field::identifier},
                                                                     {"id", Field::identifier},
                                                                     {"dc:identifier", Field::identifier},
                                                                     {"pubDate", Field::date},
                                                                     {"published", Field::date},
                                                                     {"dc:date", Field::date},
                                                                     {"issued", Field::date},
                                                                     {"updated", Field::changed},
                                                                     {"dc:language", Field::language},
                                                                     {"content:encoded", Field::body},
                                                                     {"content", Field::body},
                                                                     {"description", Field::summary},
                                                                     {"summary", Field::summary}}};

struct Item {
  std::size_t line = 0;
  std::array<std::string, static_cast<std::size_t>(Field::count)> values;
  std::size_t bytes = 0;
  std::string& operator[](Field field) { return values[static_cast<std::size_t>(field)]; }
};

std::string_view attribute(const XML_Char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

bool has_markup(std::string_view text) { return text.find_first_of("<&") != text.npos; }

/// A line of text; feeds escape what they take from a page once more.
std::string plain_line(const std::string& text) {
  if (!has_markup(text)) return std::string(trim(text));
  const HtmlTree tree = HtmlTree::parse(text);
  return tree.size() == 0 ? std::string() : std::string(trim(tree.text(0)));
}

std::optional<std::string> some(std::string value) {
  if (value.empty()) return std::nullopt;
  return value;
}

/// A date that cannot be read is passed over, as a page's is. Errors: Error where there is no text.
ArticleMembers members_of(Item& item, const std::string& language) {
  ArticleMembers members;
  members.title = some(plain_line(item[Field::title]));
  members.url = some(std::string(trim(item[Field::address])));
  if (!members.url) members.id = some(std::string(trim(item[Field::identifier])));
  members.language_hint = item[Field::language].empty() ? language : std::string(trim(item[Field::language]));
  std::string& body = item[Field::body].size() > item[Field::summary].size() ? item[Field::body] : item[Field::summary];
  if (trim(body).empty()) throw Error("an item without text");
  for (const Field field : {Field::date, Field::changed}) {
    const auto date = read_page_date(item[field]);
    if (date && !members.date) members.date = date->iso();
  }
  (has_markup(body) ? members.html : members.text) = std::move(body);
  return members;
}

}  // namespace

class FeedArticles::Parser {
 public:
  Parser(ByteReader& bytes, std::size_t limit) : bytes_(bytes), limit_(limit), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &start, &end);
    XML_SetCharacterDataHandler(parser_.get(), &characters);
    // HTML's entities, which XML does not know, are kept as they are written.
    XML_UseForeignDTD(parser_.get(), XML_TRUE);
    XML_SetSkippedEntityHandler(parser_.get(), &skipped_entity);
  }

  std::optional<ArticleMembers> next(std::size_t& line) {
    while (done_.empty() && !ended_) read_piece();
    if (done_.empty()) {
      line = error_line_;
      if (error_.empty()) return std::nullopt;
      throw Error(std::exchange(error_, {}));
    }
    Item item = std::move(done_.front());
    done_.pop_front();
    line = item.line;
    if (item.bytes > limit_) throw Error(fmt::format("more than {} bytes in one item; skipped", limit_));
    return members_of(item, language_);
  }

 private:
  void read_piece() {
    std::array<char, piece_bytes> piece;
    const std::size_t size = bytes_.read(piece.data(), piece.size());
    ended_ = size < piece.size();
    const bool is_good =
        XML_Parse(parser_.get(), piece.data(), static_cast<int>(size), ended_ ? 1 : 0) != XML_STATUS_ERROR;
    taken_ += size;
    if (!is_good) return stop(std::string("malformed XML: ") + XML_ErrorString(XML_GetErrorCode(parser_.get())));
    const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
    if (at >= 0 && taken_ - static_cast<std::size_t>(at) > most_tag_bytes) {
      stop(fmt::format("a tag of more than {} bytes", most_tag_bytes));
    }
  }

  void stop(const std::string& reason) {
    ended_ = true;
    error_line_ = XML_GetCurrentLineNumber(parser_.get());
    error_ = reason + "; the rest of the feed is left out";
  }

  static Parser& of(void* data) { return *static_cast<Parser*>(data); }
  static void start(void* data, const XML_Char* name, const XML_Char** attributes) {
    of(data).start_element(name, attributes);
  }
  static void end(void* data, const XML_Char* name) { of(data).end_element(name); }
  static void characters(void* data, const XML_Char* text, int size) {
    of(data).add(std::string_view(text, static_cast<std::size_t>(size)));
  }
  static void skipped_entity(void* data, const XML_Char* name, int is_parameter) {
    if (is_parameter == 0) of(data).add(fmt::format("&{};", name));
  }

  void start_element(std::string_view name, const XML_Char** attributes) {
    ++depth_;
    if (const std::string_view language = attribute(attributes, "xml:lang"); !language.empty() && language_.empty()) {
      language_ = language;
    }
    if (inside_markup()) return add_tag(name);
    if (item_depth_ == 0 && (name == "item" || name == "entry")) {
      item_depth_ = depth_;
      item_ = Item();
      item_.line = XML_GetCurrentLineNumber(parser_.get());
    } else if (item_depth_ != 0 && depth_ == item_depth_ + 1) {
      open_field(name, attributes);
    } else if (item_depth_ == 0 && name == "language") {
      language_.clear();
      is_language_ = true;
    }
  }

  void open_field(std::string_view name, const XML_Char** attributes) {
    const auto row = std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.first == name; });
    if (row == fields.end()) return;
    is_xhtml_ = attribute(attributes, "type") == "xhtml";
    const std::string_view address = attribute(attributes, "href");
    if (row->second == Field::address && !address.empty()) {
      const std::string_view kind = attribute(attributes, "rel");
      if (kind.empty() || kind == "alternate") item_[Field::address] = address;
      return;
    }
    if (item_[row->second].empty()) open_ = row->second;
  }

  void end_element(std::string_view name) {
    if (inside_markup() && depth_ > item_depth_ + 1) add_tag(fmt::format("/{}", name));
    if (depth_ == item_depth_ + 1) open_.reset();
    if (item_depth_ != 0 && depth_ == item_depth_) {
      item_depth_ = 0;
      done_.push_back(std::move(item_));
    }
    is_language_ = false;
    --depth_;
  }

  bool inside_markup() const { return open_.has_value() && is_xhtml_; }

  void add_tag(std::string_view name) { append(fmt::format("<{}>", name)); }

  void add(std::string_view text) {
    if (is_language_) language_.append(text.substr(0, 32));
    if (!open_) return;
    if (!is_xhtml_) return append(text);
    for (const char c : text) append(c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string_view(&c, 1));
  }

  void append(std::string_view text) {
    item_.bytes += text.size();
    if (item_.bytes <= limit_) item_[*open_] += text;
  }

  struct Free {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };

  ByteReader& bytes_;
  std::size_t limit_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
  std::size_t depth_ = 0;       ///< Of the element inside which it is.
  std::size_t item_depth_ = 0;  ///< Of the item inside which it is; 0: inside none.
  Item item_;
  std::optional<Field> open_;
  bool is_xhtml_ = false;     ///< Markup inside the open field is its text's.
  bool is_language_ = false;  ///< What comes is the feed's language.
  std::string language_;
  std::deque<Item> done_;
  std::size_t taken_ = 0;  ///< Bytes of the feed.
  bool ended_ = false;
  std::string error_;
  std::size_t error_line_ = 0;
};

FeedArticles::FeedArticles(ByteReader& bytes, std::size_t limit) : parser_(std::make_unique<Parser>(bytes, limit)) {}
FeedArticles::~FeedArticles() = default;

std::optional<ArticleMembers> FeedArticles::next(std::size_t& line) { return parser_->next(line); }

}  // namespace habari
