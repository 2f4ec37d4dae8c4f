#include "rdf/reading/json_watch.hpp"

namespace habari::rdf {
namespace {

constexpr std::string_view language_key = "lang";

}  // namespace

void JsonWatch::step(char c) {
  if (is_in_string_) return in_string(c);
  if (c == '"') {
    is_in_string_ = true;
    size_ = 0;
    string_.clear();
  } else if (c == ':') {
    is_of_language_ = string_ == language_key || string_.find('\\') != std::string::npos;
  } else if (c == ',' || c == '[' || c == ']' || c == '{' || c == '}') {
    is_of_language_ = false;
  }
}

void JsonWatch::in_string(char c) {
  if (c == '"' && !is_escaped_) {
    is_in_string_ = is_escaped_ = false;
    return;
  }
  is_escaped_ = c == '\\' && !is_escaped_;
  if (is_of_language_ && ++size_ > max_language) fail_language();
  // Of a long string no more is asked than whether it has an escape.
  if (string_.size() <= language_key.size()) string_ += c;
  if (c == '\\') string_.back() = c;
}

}  // namespace habari::rdf
