#pragma once

#include "src/text_output.hpp"

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string_view>

namespace habari {

/// Writes pieces of XML 1.0, text escaped so that every parser gives it back: also in attribute values, where white
/// space is normalised unless it is written as character references. What XML forbids becomes U+FFFD.
/// Numbers are written by std::to_chars: no locale, no lost digit.
class XmlOutput {
 public:
  explicit XmlOutput(std::ostream& out) : output_(out) {}

  void markup(std::string_view text) { output_.buffer().append(text); }
  void escaped(std::string_view text);
  void number(std::int64_t number);
  void number(float number);
  /// ` name="text"`; a text longer than longest_attribute is cut and ends in an ellipsis.
  void attribute(std::string_view name, std::string_view text);

  /// In bytes. Woodstox, which Gephi reads with, refuses a file with an attribute of more than 524,288 UTF-16 units;
  /// there are no more of these than bytes.
  static constexpr std::size_t longest_attribute = 500'000;

  /// Call between elements: hands what has gathered to the stream.
  void drain() { output_.drain(); }
  /// Errors: Error where the stream takes no more.
  void flush() { output_.flush(); }

 private:
  TextOutput output_;
};

}  // namespace habari
