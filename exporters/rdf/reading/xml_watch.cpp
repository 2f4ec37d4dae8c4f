#include "rdf/reading/xml_watch.hpp"

#include <algorithm>

namespace habari::rdf {
namespace {

constexpr std::string_view doctype = "<!DOCTYPE";
constexpr std::string_view cdata_begin = "![CDATA[";
constexpr std::string_view language_attribute = "lang";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t longest_instruction = 4096;

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Whether ASCII's characters are ASCII's bytes in it.
bool is_above_ascii(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), upper);
  return name == "UTF-8" || name == "US-ASCII" || name == "ASCII" || name.starts_with("ISO-8859-") ||
         name.starts_with("WINDOWS-125");
}

}  // namespace

bool XmlWatch::ends_in(std::string_view end, char c) {
  if (inside_.size() == end.size()) inside_.erase(0, 1);
  inside_ += c;
  return inside_ == end;
}

void XmlWatch::step(char c) {
  if (!has_root_) before_root(c);
  switch (state_) {
    case State::between:
      if (c == '<') state_ = State::opened;
      inside_.clear();
      return;
    case State::opened:
      return opened(c);
    case State::instruction:
      inside_ += c;
      if (inside_.size() > longest_instruction) fail("more than 4096 bytes from <? to ?>");
      if (!inside_.ends_with("?>")) return;
      check_encoding();
      state_ = State::between;
      return;
    case State::comment:
      if (ends_in("-->", c)) state_ = State::between;
      return;
    case State::cdata:
      if (ends_in("]]>", c)) state_ = State::between;
      return;
    case State::begin_tag:
      return in_begin_tag(c);
    case State::end_tag:
      if (c != '>') return;
      if (depth_ > 0) --depth_;
      state_ = State::between;
      return;
  }
}

/// The parser would take a declaration only here.
void XmlWatch::before_root(char c) {
  if (c == '\0') fail("a NUL byte, expected RDF/XML in UTF-8");
  if (recent_.size() == doctype.size()) recent_.erase(0, 1);
  recent_ += c;
  if (recent_ == doctype) fail("a document type declaration (<!DOCTYPE), expected RDF/XML without one");
  if (state_ == State::between && c != '<' && blanks.find(c) == std::string_view::npos &&
      byte_order_mark.find(c) == std::string_view::npos) {
    fail("is no RDF/XML, expected <");
  }
}

void XmlWatch::opened(char c) {
  inside_ += c;
  if (inside_ == "!--") {
    state_ = State::comment;
  } else if (inside_ == cdata_begin) {
    state_ = State::cdata;
  } else if (inside_ == "!-" || cdata_begin.starts_with(inside_) || doctype.substr(1).starts_with(inside_)) {
    return;
  } else if (inside_ == "?") {
    state_ = State::instruction;
  } else if (inside_ == "/") {
    state_ = State::end_tag;
  } else if (inside_.front() == '!') {
    state_ = State::between;  // The parser says what is wrong.
  } else {
    has_root_ = true;
    state_ = State::begin_tag;
    attributes_ = 0;
    quote_ = '\0';
    if (++depth_ > max_depth) fail("more than " + std::to_string(max_depth) + " elements inside each other");
    return in_begin_tag(c);
  }
  inside_.clear();
}

void XmlWatch::in_begin_tag(char c) {
  if (quote_ != '\0') {
    if (++value_ > max_language + 1 && attribute_ == language_attribute) fail_language();
    if (c != quote_) return;
    quote_ = '\0';
    attribute_.clear();
  } else if (c == '"' || c == '\'') {
    quote_ = c;
    value_ = 0;
    if (++attributes_ > max_attributes) {
      fail("more than " + std::to_string(max_attributes) + " attributes of an element");
    }
  } else if (c == '>') {
    if (inside_ == "/") --depth_;
    state_ = State::between;
    attribute_.clear();
  } else if (c != '=' && blanks.find(c) == std::string_view::npos) {
    if (attribute_.size() == language_attribute.size()) attribute_.erase(0, 1);
    attribute_ += c;
  }
  inside_.assign(1, c);
}

/// All that could be the encoding of a declaration `<?xml version="1.0" encoding="UTF-8"?>`.
void XmlWatch::check_encoding() const {
  constexpr std::string_view key = "encoding";
  const std::string_view text = inside_;
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    const std::size_t equals = text.find_first_not_of(blanks, at + key.size());
    if (equals == std::string_view::npos || text[equals] != '=') continue;
    const std::size_t quote = text.find_first_not_of(blanks, equals + 1);
    if (quote == std::string_view::npos) continue;
    const std::size_t end = text.find(text[quote], quote + 1);
    const std::string encoding(text.substr(quote + 1, end == std::string_view::npos ? end : end - quote - 1));
    if (!is_above_ascii(encoding)) fail("the encoding is " + encoding + ", expected UTF-8");
  }
}

}  // namespace habari::rdf
