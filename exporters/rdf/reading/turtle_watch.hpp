#pragma once

#include "rdf/reading/escape_watch.hpp"

#include <cstdint>

namespace habari::rdf {

/// Refuses words of more than max_language bytes before a colon in Turtle and TriG: language tags, and words such as
/// `aaaa…`, which Raptor reads anew from each of their letters. What it takes wrong is an error of syntax, at which
/// Raptor stops.
class TurtleWatch final : public EscapeWatch {
 public:
  using EscapeWatch::EscapeWatch;

 private:
  enum class State : std::uint8_t { between, iri, opening, text, long_text, comment };

  void step(char c) override;
  void between(char c);
  void opening(char c);
  void in_text(char c);
  bool ends_text(char /*c*/) const override { return state_ == State::between && word_ == 0; }
  bool allows_controls() const override { return state_ == State::text || state_ == State::long_text; }

  State state_ = State::between;
  bool is_escaped_ = false;  ///< The next character.
  char quote_ = '\0';
  std::size_t quotes_ = 0;  ///< In a row.
  std::size_t word_ = 0;    ///< Bytes of the word so far.
  bool has_colon_ = false;  ///< The word.
};

}  // namespace habari::rdf
