#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace habari::rdf {

/// Writes string literals as Turtle, N-Triples and N-Quads share them, escaped by Raptor.
class LiteralWriter {
 public:
  LiteralWriter();
  ~LiteralWriter();
  LiteralWriter(LiteralWriter&&) noexcept;
  LiteralWriter& operator=(LiteralWriter&&) noexcept;

  /// Appends `"text"`. Ill-formed UTF-8, U+0000, U+FFFE and U+FFFF become U+FFFD: Raptor cuts strings there, and its
  /// readers refuse them even when escaped.
  void append_quoted(std::string& out, std::string_view text);

 private:
  struct Raptor;
  std::unique_ptr<Raptor> raptor_;
};

/// `text` in normalization form C. Ill-formed UTF-8 passes: append_quoted replaces it.
std::string to_nfc(std::string_view text);

}  // namespace habari::rdf
