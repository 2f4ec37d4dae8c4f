#pragma once

#include "src/text_output.hpp"

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
  /// ` name="text"`
  void attribute(std::string_view name, std::string_view text);

  /// Call between elements: hands what has gathered to the stream.
  void drain() { output_.drain(); }
  /// Errors: Error where the stream takes no more.
  void flush() { output_.flush(); }

 private:
  TextOutput output_;
};

}  // namespace habari
