#include "pages/html_tree.hpp"

#include "cleaning/text_shape.hpp"

#include <habari/core/error.hpp>

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <map>
#include <memory>
#include <new>
#include <string_view>

namespace habari {
namespace {

constexpr std::size_t max_tags = 400'000;
constexpr std::size_t max_open_tags = 5'000;
constexpr std::size_t max_script_tags = 20'000;
constexpr std::size_t max_attributes = 2'000;

/// Gumbo frees its tree by recursion, which a deeply nested page turns into a stack overflow. So every block it asks
/// for hangs in a list here, and the list is freed one by one. Gumbo compares each attribute with all before it in its
/// tag: where there are too many the parse is left from here, as only Gumbo knows what is a tag.
class Blocks {
 public:
  Blocks() { head_.next = head_.previous = &head_; }
  ~Blocks() {
    while (head_.next != &head_) release(head_.next);
  }
  Blocks(const Blocks&) = delete;
  Blocks& operator=(const Blocks&) = delete;

  /// Null where a tag has more than max_attributes.
  const GumboOutput* parse(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &allocate;
    options.deallocator = &deallocate;
    options.userdata = this;
    options.max_errors = 0;
    if (setjmp(too_many_attributes_) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size());
  }

 private:
  struct alignas(std::max_align_t) Header {
    Header* previous;
    Header* next;
  };

  static void* allocate(void* self, std::size_t size) {
    auto* blocks = static_cast<Blocks*>(self);
    // Room for an element and for its first child: a tag ended.
    if (blocks->last_size_ == sizeof(GumboNode) && size == sizeof(void*)) blocks->attributes_ = 0;
    blocks->last_size_ = size;
    if (size == sizeof(GumboAttribute) && ++blocks->attributes_ > max_attributes) {
      std::longjmp(blocks->too_many_attributes_, 1);
    }
    auto* block = static_cast<Header*>(std::malloc(sizeof(Header) + size));
    if (block == nullptr) std::abort();  // Gumbo does not look at what it gets.
    Header& head = blocks->head_;
    block->previous = &head;
    block->next = head.next;
    head.next->previous = block;
    head.next = block;
    return block + 1;
  }
  static void deallocate(void*, void* memory) {
    if (memory != nullptr) release(static_cast<Header*>(memory) - 1);
  }

  static void release(Header* block) {
    block->previous->next = block->next;
    block->next->previous = block->previous;
    std::free(block);
  }

  Header head_;
  std::size_t last_size_ = 0;   ///< That was asked for.
  std::size_t attributes_ = 0;  ///< Since the last element.
  std::jmp_buf too_many_attributes_{};
};

std::string lower_name(std::string_view html, std::size_t at) {
  std::string name;
  for (; at < html.size() && std::isalnum(static_cast<unsigned char>(html[at])); ++at) {
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(html[at])));
  }
  return name;
}

/// These close themselves, or at the next of their kind.
bool never_nests(const std::string& name) {
  static const std::vector<std::string_view> names{
      "area",  "base", "br",    "col", "dd",    "dt",     "embed", "hr",  "img", "input",
      "li",    "link", "meta",  "p",   "path",  "option", "param", "rp",  "rt",  "source",
      "tbody", "td",   "tfoot", "th",  "thead", "tr",     "track", "use", "wbr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool closes_itself(std::string_view html, std::size_t at) {
  const std::size_t end = html.find('>', at);
  return end != std::string_view::npos && end > 0 && html[end - 1] == '/';
}

std::size_t tags_in(std::string_view html) {
  std::size_t count = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    if (at + 1 < html.size() && std::isalpha(static_cast<unsigned char>(html[at + 1])) != 0) ++count;
  }
  return count;
}

/// Gumbo takes time that grows with the number of tags times the number of open ones: bounds both beforehand.
void check_size(std::string_view html) {
  std::map<std::string, std::size_t> open;
  std::size_t open_count = 0;
  std::size_t tags = 0;
  std::size_t script_tags = 0;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    ++at;
    if (++tags > max_tags) throw Error("more than " + std::to_string(max_tags) + " tags, expected a news page");
    const bool closing = at < html.size() && html[at] == '/';
    const std::string name = lower_name(html, closing ? at + 1 : at);
    if (name.empty() || never_nests(name)) continue;
    if (closing) {
      const auto found = open.find(name);
      if (found == open.end() || found->second == 0) continue;
      --found->second;
      --open_count;
    } else if (name == "script" || name == "style") {
      const std::size_t end = std::min(html.find("</", at), html.size());
      // What looks like a script need not be one, in a comment for example.
      script_tags += tags_in(html.substr(at, end - at));
      if (script_tags > max_script_tags) {
        throw Error("more than " + std::to_string(max_script_tags) + " tags in scripts, expected a news page");
      }
      at = end;
    } else if (!closes_itself(html, at) || name == "div" || name == "span") {
      ++open[name];
      if (++open_count > max_open_tags) {
        throw Error("more than " + std::to_string(max_open_tags) + " tags open at once, expected a news page");
      }
    }
  }
}

bool is_wanted_attribute(std::string_view name) {
  static const std::vector<std::string_view> names{
      "aria-hidden", "class", "content",  "datetime", "hidden", "href", "http-equiv", "id",   "itemprop",
      "lang",        "name",  "property", "pubdate",  "rel",    "role", "style",      "type", "xml:lang"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_dropped(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
      return true;
    default:
      return false;
  }
}

bool is_json_ld(const GumboElement& element) {
  const GumboAttribute* type = gumbo_get_attribute(&element.attributes, "type");
  return type != nullptr && std::string_view(type->value) == "application/ld+json";
}

std::string tag_name(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name(piece.data == nullptr ? "" : piece.data, piece.data == nullptr ? 0 : piece.length);
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return name.empty() ? "unknown" : name;
}

/// Copies one of Gumbo's nodes; false where it and what is below it are left out.
bool copy_node(const GumboNode& from, HtmlTree::Node& to) {
  if (from.type == GUMBO_NODE_TEXT || from.type == GUMBO_NODE_WHITESPACE || from.type == GUMBO_NODE_CDATA) {
    to.text = from.v.text.text;
    return true;
  }
  if (from.type != GUMBO_NODE_ELEMENT) return false;
  const GumboElement& element = from.v.element;
  if (is_dropped(element.tag) || (element.tag == GUMBO_TAG_SCRIPT && !is_json_ld(element))) return false;
  to.tag = tag_name(element);
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    if (is_wanted_attribute(attribute.name)) to.attributes.emplace_back(attribute.name, attribute.value);
  }
  return true;
}

}  // namespace

std::string_view HtmlTree::Node::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool HtmlTree::Node::has_attribute(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const auto& pair) { return pair.first == name; });
}

HtmlTree HtmlTree::parse(std::string_view html) {
  check_size(html);
  Blocks blocks;
  const GumboOutput* output = blocks.parse(html);
  if (output == nullptr) {
    throw Error("more than " + std::to_string(max_attributes) + " attributes in a tag, expected a news page");
  }

  struct Open {
    const GumboNode* node;
    Index index;
    unsigned next_child;
  };
  HtmlTree tree;
  std::vector<Open> open;
  const auto enter = [&](const GumboNode& node) {
    Node copy;
    if (!copy_node(node, copy)) return;
    copy.parent = open.empty() ? 0 : open.back().index;
    const auto index = static_cast<Index>(tree.nodes_.size());
    copy.end = index + 1;
    tree.nodes_.push_back(std::move(copy));
    if (node.type == GUMBO_NODE_ELEMENT) open.push_back({&node, index, 0});
  };
  enter(*output->root);
  while (!open.empty()) {
    Open& top = open.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next_child < children.length) {
      enter(*static_cast<const GumboNode*>(children.data[top.next_child++]));
    } else {
      tree.nodes_[top.index].end = static_cast<Index>(tree.nodes_.size());
      open.pop_back();
    }
  }
  return tree;
}

std::string HtmlTree::text(Index index) const {
  std::string out;
  for (Index i = index; i < nodes_[index].end; ++i) {
    if (nodes_[i].tag == "script") {
      i = nodes_[i].end - 1;
    } else if (nodes_[i].is_text()) {
      append_collapsed(out, nodes_[i].text);
    } else if (nodes_[i].tag == "br") {
      append_collapsed(out, " ");
    }
  }
  return std::string(trim(out));
}

void append_collapsed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
    } else if (rest.starts_with("\xC2\xAD")) {  // soft hyphen
      at += 1;
    } else if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xEF\xBB\xBF")) {  // zero-width blanks
      at += 2;
    } else {
      out += c;
    }
  }
}

}  // namespace habari
