#pragma once

#include <streambuf>
#include <vector>

namespace habari {

/// Stream buffer over an open file, which it does not close.
class DescriptorBuffer final : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor);

  /// Writes out what is held and goes to the beginning of the file. False where that fails.
  bool rewind();
  /// `errno` of the first write that failed; 0 where all went well.
  int error() const { return error_; }

 protected:
  int_type overflow(int_type byte) override;
  int sync() override;
  /// Errors: Error where the file cannot be read: that is not its end.
  int_type underflow() override;

 private:
  bool write_out();

  int descriptor_;
  int error_ = 0;
  std::vector<char> written_;
  std::vector<char> read_;
};

}  // namespace habari
