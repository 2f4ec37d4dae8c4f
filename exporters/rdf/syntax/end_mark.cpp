#include "rdf/syntax/end_mark.hpp"

#include <algorithm>

namespace habari::rdf {

void EndMarkWatch::take(std::string_view bytes) {
  while (!bytes.empty() && state_ != State::others) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    if (line_.size() < begin_mark.size()) line_ += bytes.substr(0, std::min(end, begin_mark.size() - line_.size()));
    if (end == bytes.size()) return;
    end_line();
    bytes.remove_prefix(end + 1);
  }
}

void EndMarkWatch::end_line() {
  ++lines_;
  line_ += '\n';
  if (state_ == State::at_begin) {
    state_ = line_ == begin_mark ? State::inside : State::others;
  } else if (line_ == end_mark) {
    state_ = State::at_begin;
  }
  line_.clear();
}

}  // namespace habari::rdf
