#include <habari/core/error.hpp>
#include <habari/core/missing_file.hpp>
#include <habari/exporters/input_file.hpp>

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <streambuf>
#include <vector>

namespace habari {
namespace {

constexpr unsigned piece = 1U << 16U;

gzFile open_gz(const std::filesystem::path& path) {
  if (path != "-") return gzopen(path.c_str(), "rb");
  // gzclose closes its descriptor: standard input itself stays open.
  const int descriptor = ::dup(STDIN_FILENO);
  return descriptor < 0 ? nullptr : gzdopen(descriptor, "rb");
}

}  // namespace

std::filesystem::path without_gz(const std::filesystem::path& name) {
  return name.extension() == ".gz" ? std::filesystem::path(name).replace_extension() : name;
}

class InputFile::Buffer final : public std::streambuf {
 public:
  explicit Buffer(const std::filesystem::path& path) : name_(path == "-" ? "<stdin>" : path.string()), bytes_(piece) {
    errno = 0;
    file_ = open_gz(path);
    if (file_ == nullptr) {
      if (errno == ENOENT) throw Error(missing_file_message(name_));
      throw Error(name_ + ": cannot be read: " + (errno != 0 ? std::strerror(errno) : "out of memory"));
    }
    gzbuffer(file_, piece);
    if (without_gz(path) == path) return;
    if (gzdirect(file_) == 0) return;
    gzclose(file_);
    throw Error(name_ + ": its name ends in .gz, but gzip did not make it, or it was cut");
  }
  ~Buffer() override { gzclose(file_); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;

  const std::string& name() const { return name_; }
  std::uint64_t position() const { return static_cast<std::uint64_t>(std::max<z_off_t>(gzoffset(file_), 0)); }

 protected:
  int_type underflow() override {
    errno = 0;
    const int count = gzread(file_, bytes_.data(), piece);
    if (count <= 0) {
      check();
      return traits_type::eof();
    }
    setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
    return traits_type::to_int_type(bytes_.front());
  }

 private:
  /// At the end, or where it should not be. Errors: Error where it should not be.
  void check() const {
    int status = Z_OK;
    const char* message = gzerror(file_, &status);
    if (status == Z_OK || status == Z_STREAM_END) return;
    if (status == Z_ERRNO) throw Error(name_ + ": cannot be read on: " + std::strerror(errno));
    throw Error(name_ + ": byte " + std::to_string(position()) +
                ": cannot be unpacked on: " + (status == Z_BUF_ERROR ? "the compressed data end too early" : message));
  }

  std::string name_;
  std::vector<char> bytes_;
  gzFile file_ = nullptr;
};

InputFile::InputFile(const std::filesystem::path& path)
    : buffer_(std::make_unique<Buffer>(path)), stream_(buffer_.get()) {
  stream_.exceptions(std::ios::badbit);  // What the buffer throws comes through.
}
InputFile::~InputFile() = default;

const std::string& InputFile::name() const { return buffer_->name(); }
std::istream& InputFile::stream() { return stream_; }
std::uint64_t InputFile::position() const { return buffer_->position(); }

}  // namespace habari
