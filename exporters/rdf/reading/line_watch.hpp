#pragma once

#include "rdf/reading/escape_watch.hpp"

namespace habari::rdf {

/// Refuses long language tags in N-Triples and N-Quads. Raptor goes on behind a line with an error, so this looks at
/// no more than a quote that nothing escapes, and the tag behind it.
class LineWatch final : public EscapeWatch {
 public:
  using EscapeWatch::EscapeWatch;

 private:
  void step(char c) override {
    if (tag_ > 0) {
      const bool is_end = c == ' ' || c == '\t' || c == '\r' || c == '\n';
      tag_ = is_end ? 0 : tag_ + 1;
      if (tag_ > max_language + 1) fail_language();
    } else if (is_behind_quote_ && c == '@') {
      tag_ = 1;
    }
    if (c != ' ' && c != '\t') is_behind_quote_ = c == '"' && !is_escaped_;
    is_escaped_ = c == '\\' && !is_escaped_;
  }

  bool ends_text(char c) const override { return c == '\n'; }
  bool allows_controls() const override { return true; }

  bool is_escaped_ = false;       ///< The next character.
  bool is_behind_quote_ = false;  ///< But for blanks.
  std::size_t tag_ = 0;           ///< Bytes of the tag so far, with its @.
};

}  // namespace habari::rdf
