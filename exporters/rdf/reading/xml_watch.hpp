#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace habari::rdf {

/// Watches RDF/XML go by before a parser of XML sees it, and lets two things not pass:
/// - a document type declaration: its entities could open files and connections, and make gigabytes of a few bytes.
///   What is no XML at all, and encodings that ASCII is no part of, are refused too, for one could hide in them;
/// - more than max_depth elements inside each other: Raptor's time grows with their number squared.
class XmlWatch {
 public:
  /// `name` stands for the input in messages.
  explicit XmlWatch(std::string name) : name_(std::move(name)) {}

  /// Errors: Error `NAME:LINE: …`.
  void take(std::string_view bytes);

  static constexpr std::size_t max_depth = 1000;

 private:
  enum class State : std::uint8_t { between, opened, instruction, comment, cdata, begin_tag, end_tag };

  void step(char c);
  void before_root(char c);
  void opened(char c);
  void in_begin_tag(char c);
  void check_encoding() const;
  /// Whether the bytes taken in since the markup was opened now end in `end`.
  bool ends_in(std::string_view end, char c);
  [[noreturn]] void fail(const std::string& message) const;

  std::string name_;
  State state_ = State::between;
  bool has_root_ = false;
  std::size_t depth_ = 0;
  char quote_ = '\0';   ///< That an attribute's value is in.
  std::string recent_;  ///< The last bytes before the root element.
  std::string inside_;  ///< What stands in the markup that is open, as far as it is of interest.
  std::size_t line_ = 1;
};

}  // namespace habari::rdf
