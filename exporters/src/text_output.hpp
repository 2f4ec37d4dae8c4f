#pragma once

#include <habari/core/error.hpp>

#include <cstddef>
#include <ostream>
#include <string>

namespace habari {

/// Gathers text and hands it to a stream in large pieces.
class TextOutput {
 public:
  explicit TextOutput(std::ostream& out) : out_(out) { buffer_.reserve(2 * piece); }

  std::string& buffer() { return buffer_; }
  /// Call between pieces of text, as often as is handy.
  void drain() {
    if (buffer_.size() >= piece) flush();
  }
  /// Errors: Error where the stream takes no more.
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    if (!out_) throw Error("the output could not be written");
  }

 private:
  static constexpr std::size_t piece = std::size_t{1} << 18U;
  std::ostream& out_;
  std::string buffer_;
};

}  // namespace habari
