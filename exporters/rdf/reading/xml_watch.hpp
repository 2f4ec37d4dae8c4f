#pragma once

#include "rdf/reading/input_watch.hpp"

#include <cstdint>

namespace habari::rdf {

/// Lets four things not pass in RDF/XML:
/// - a document type declaration: its entities could open files and connections, and make gigabytes of a few bytes.
///   What is no XML at all, and encodings that ASCII is no part of, are refused too, for one could hide in them;
/// - more than max_depth elements inside each other: Raptor's time grows with their number squared;
/// - more than max_attributes of an element, for the same reason;
/// - long values of xml:lang, and of whatever attribute ends in it.
class XmlWatch final : public InputWatch {
 public:
  using InputWatch::InputWatch;

  static constexpr std::size_t max_depth = 1000;
  static constexpr std::size_t max_attributes = 1000;

 private:
  enum class State : std::uint8_t { between, opened, instruction, comment, cdata, begin_tag, end_tag };

  void step(char c) override;
  void before_root(char c);
  void opened(char c);
  void in_begin_tag(char c);
  void check_encoding() const;
  /// Whether the bytes taken in since the markup was opened now end in `end`.
  bool ends_in(std::string_view end, char c);

  State state_ = State::between;
  bool has_root_ = false;
  std::size_t depth_ = 0;
  std::size_t attributes_ = 0;  ///< Of the element, so far.
  char quote_ = '\0';           ///< That an attribute's value is in.
  std::string recent_;          ///< The last bytes before the root element.
  std::string inside_;          ///< What stands in the markup that is open, as far as it is of interest.
  std::string attribute_;       ///< The last characters of its name.
  std::size_t value_ = 0;       ///< Bytes of its value.
};

}  // namespace habari::rdf
