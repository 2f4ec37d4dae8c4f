#include "files/descriptor_buffer.hpp"

#include <habari/core/error.hpp>

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace habari {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 16U;

}  // namespace

DescriptorBuffer::DescriptorBuffer(int descriptor) : descriptor_(descriptor), written_(buffer_size) {
  setp(written_.data(), written_.data() + written_.size());
}

bool DescriptorBuffer::write_out() {
  if (error_ != 0) return false;
  for (const char* at = pbase(); at < pptr();) {
    const ssize_t count = ::write(descriptor_, at, static_cast<std::size_t>(pptr() - at));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      error_ = errno;
      return false;
    }
    at += count;
  }
  setp(written_.data(), written_.data() + written_.size());
  return true;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type byte) {
  if (!write_out()) return traits_type::eof();
  if (traits_type::eq_int_type(byte, traits_type::eof())) return traits_type::not_eof(byte);
  return sputc(traits_type::to_char_type(byte));
}

int DescriptorBuffer::sync() { return write_out() ? 0 : -1; }

DescriptorBuffer::int_type DescriptorBuffer::underflow() {
  read_.resize(buffer_size);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, read_.data(), read_.size());
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw Error(std::string("what was written cannot be read back: ") + std::strerror(errno));
  if (count == 0) return traits_type::eof();
  setg(read_.data(), read_.data(), read_.data() + count);
  return traits_type::to_int_type(*gptr());
}

bool DescriptorBuffer::rewind() {
  setg(nullptr, nullptr, nullptr);
  return write_out() && ::lseek(descriptor_, 0, SEEK_SET) == 0;
}

}  // namespace habari
