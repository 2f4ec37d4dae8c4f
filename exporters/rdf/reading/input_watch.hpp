#pragma once

#include <habari/exporters/rdf_options.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace habari::rdf {

/// Sees the bytes of an input before Raptor does, and refuses or replaces those that Raptor does not survive.
class InputWatch {
 public:
  /// `name` stands for the input in messages.
  explicit InputWatch(std::string name) : name_(std::move(name)) {}
  virtual ~InputWatch() = default;
  InputWatch(const InputWatch&) = delete;
  InputWatch& operator=(const InputWatch&) = delete;

  /// What Raptor is to get, valid until the next call.
  /// Errors: Error `NAME:LINE: …`.
  virtual std::string_view take(std::string_view bytes) {
    for (const char c : bytes) step_over(c);
    return bytes;
  }
  /// What Raptor is to get at the end of the input.
  virtual std::string_view rest() const { return {}; }

  /// Raptor keeps the length of a language tag in one byte, and writes behind its end where it is longer.
  static constexpr std::size_t max_language = 255;

 protected:
  virtual void step(char c) = 0;
  void step_over(char c) {
    step(c);
    if (c == '\n') ++line_;
  }
  [[noreturn]] void fail(const std::string& message) const;
  [[noreturn]] void fail_language() const;

 private:
  std::string name_;
  std::size_t line_ = 1;
};

/// The one for `syntax`.
std::unique_ptr<InputWatch> watch_for(RdfSyntax syntax, const std::string& name);

}  // namespace habari::rdf
