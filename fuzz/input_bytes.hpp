#pragma once

#include "target.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace habari::fuzz {

/// A file in memory that has a path, for readers that take one.
class InputBytes {
 public:
  explicit InputBytes(std::string_view bytes) : descriptor_(::memfd_create("fuzz", MFD_CLOEXEC)) {
    check(descriptor_ >= 0, "a file in memory can be made");
    check(::write(descriptor_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()), "it can be written");
  }
  ~InputBytes() { ::close(descriptor_); }
  InputBytes(const InputBytes&) = delete;
  InputBytes& operator=(const InputBytes&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

}  // namespace habari::fuzz
