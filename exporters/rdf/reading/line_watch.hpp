#pragma once

#include "rdf/reading/escape_watch.hpp"

#include <cstdint>

namespace habari::rdf {

/// Refuses in N-Triples and N-Quads:
/// - long language tags. Raptor goes on behind a line with an error, so this looks at no more than a quote that nothing
///   escapes, and the tag behind it;
/// - escapes that are none: Raptor's message would quote memory that it has not written.
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
    follow(c);
    if (c != ' ' && c != '\t') is_behind_quote_ = c == '"' && !is_escaped_;
    is_escaped_ = c == '\\' && !is_escaped_;
  }

  void follow(char c) {
    constexpr std::string_view escapes = "tbnrf\"\\uU";
    if (c == '\n') {
      part_ = Part::between;
    } else if (part_ == Part::comment) {
      return;
    } else if (is_escaped_) {
      if (escapes.find(c) == std::string_view::npos) {
        fail(std::string("an escape \\") + c + R"(, expected one of \t \b \n \r \f \" \\ \u \U)");
      }
    } else if (part_ == Part::between) {
      part_ = c == '"' ? Part::text : c == '<' ? Part::iri : c == '#' ? Part::comment : Part::between;
    } else if (c == (part_ == Part::text ? '"' : '>')) {
      part_ = Part::between;
    }
  }

  bool ends_text(char c) const override { return c == '\n'; }
  bool allows_controls() const override { return true; }

  enum class Part : std::uint8_t { between, text, iri, comment };

  Part part_ = Part::between;
  bool is_escaped_ = false;       ///< The next character.
  bool is_behind_quote_ = false;  ///< But for blanks.
  std::size_t tag_ = 0;           ///< Bytes of the tag so far, with its @.
};

}  // namespace habari::rdf
