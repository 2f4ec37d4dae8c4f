#include "rdf/reading/turtle_watch.hpp"

namespace habari::rdf {

void TurtleWatch::step(char c) {
  if (is_escaped_) {
    is_escaped_ = false;
    return;
  }
  switch (state_) {
    case State::between:
      return between(c);
    case State::iri:
      if (c == '>') state_ = State::between;
      return;
    case State::opening:
      return opening(c);
    case State::text:
    case State::long_text:
      return in_text(c);
    case State::comment:
      if (c == '\n' || c == '\r') state_ = State::between;
      return;
  }
}

void TurtleWatch::between(char c) {
  constexpr std::string_view delimiters = " \t\r\n<\"'#()[]{},;";
  if (delimiters.find(c) == std::string_view::npos) {
    is_escaped_ = c == '\\';
    has_colon_ = has_colon_ || c == ':';
    if (++word_ > max_language + 1 && !has_colon_) {
      fail("a word of more than " + std::to_string(max_language) + " bytes without a colon");
    }
    return;
  }
  word_ = 0;
  has_colon_ = false;
  if (c == '<') state_ = State::iri;
  if (c == '#') state_ = State::comment;
  if (c != '"' && c != '\'') return;
  state_ = State::opening;
  quote_ = c;
  quotes_ = 1;
}

void TurtleWatch::opening(char c) {
  if (c == quote_) {
    if (++quotes_ < 3) return;
    state_ = State::long_text;
    quotes_ = 0;
  } else if (quotes_ == 2) {
    state_ = State::between;
    between(c);
  } else {
    state_ = State::text;
    in_text(c);
  }
}

void TurtleWatch::in_text(char c) {
  is_escaped_ = c == '\\';
  quotes_ = c == quote_ ? quotes_ + 1 : 0;
  if (quotes_ == 0 || (state_ == State::long_text && quotes_ < 3)) return;
  state_ = State::between;
}

}  // namespace habari::rdf
