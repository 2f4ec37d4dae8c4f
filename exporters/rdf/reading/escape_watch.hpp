#pragma once

#include "rdf/reading/input_watch.hpp"

namespace habari::rdf {

/// Gives Raptor the characters of escapes (`\u00E9`, `\U0001F600`) as they are: at each escape Raptor looks for the end
/// of the whole text, which takes long where a long text has many. What may stand nowhere but in an escape stays one,
/// and its number is bounded.
class EscapeWatch : public InputWatch {
 public:
  using InputWatch::InputWatch;

  std::string_view take(std::string_view bytes) override;
  std::string_view rest() const override { return escape_; }

  static constexpr std::size_t max_kept = 10'000;

 protected:
  /// Whether the characters that Raptor looks over at an escape end at `c`, the one that was stepped over last.
  virtual bool ends_text(char c) const = 0;
  /// Whether control characters may stand here as they are.
  virtual bool allows_controls() const = 0;

 private:
  bool continues(char c) const;
  bool is_whole() const;
  void decode();

  std::string escape_;  ///< Its characters so far.
  std::string out_;
  std::size_t kept_ = 0;  ///< Escapes in the text.
};

}  // namespace habari::rdf
