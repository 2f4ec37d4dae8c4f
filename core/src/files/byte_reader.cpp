#include <habari/core/byte_reader.hpp>
#include <habari/core/error.hpp>
#include <habari/core/missing_file.hpp>

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace habari {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 17U;

gzFile open_gz(const std::string& path) {
  if (path != "-") return gzopen(path.c_str(), "rb");
  // gzclose closes its descriptor: standard input itself stays open.
  const int descriptor = ::dup(STDIN_FILENO);
  return descriptor < 0 ? nullptr : gzdopen(descriptor, "rb");
}

}  // namespace

struct ByteReader::GzFile {
  explicit GzFile(gzFile opened) : handle(opened) {}
  ~GzFile() { gzclose(handle); }
  GzFile(const GzFile&) = delete;
  GzFile& operator=(const GzFile&) = delete;

  gzFile handle;
};

ByteReader::ByteReader(const std::string& path) : name_(path == "-" ? "<stdin>" : path) {
  if (path != "-") {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (!std::filesystem::exists(status)) throw InputError(missing_file_message(path));
    if (std::filesystem::is_directory(status)) throw InputError(name_ + ": is a folder, expected a file");
  }
  errno = 0;
  const gzFile handle = open_gz(path);
  if (handle == nullptr) {
    throw InputError(name_ + ": cannot be read: " + (errno != 0 ? std::strerror(errno) : "out of memory"));
  }
  gzbuffer(handle, chunk_size);
  file_ = std::make_unique<GzFile>(handle);
}

ByteReader::~ByteReader() = default;

bool ByteReader::fill() {
  if (at_ == buffer_.size()) {
    buffer_.clear();
    at_ = 0;
  }
  const std::size_t old_size = buffer_.size();
  buffer_.resize(old_size + chunk_size);
  errno = 0;
  const int got = gzread(file_->handle, buffer_.data() + old_size, chunk_size);
  buffer_.resize(old_size + static_cast<std::size_t>(std::max(got, 0)));
  int status = Z_OK;
  const char* message = gzerror(file_->handle, &status);
  if (got < 0 || (got == 0 && status == Z_BUF_ERROR)) {
    // zlib says what is wrong with the compression; the system what is wrong with the file.
    const std::string reason = status == Z_ERRNO       ? std::strerror(errno)
                               : status == Z_BUF_ERROR ? "compressed data end too early"
                                                       : message;
    throw InputError(name_ + ": cannot be read on: " + reason);
  }
  return got > 0;
}

std::string_view ByteReader::peek(std::size_t size) {
  while (buffer_.size() - at_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(at_, size);
}

int ByteReader::take_byte() {
  const int byte = peek_byte();
  if (byte < 0) return byte;
  ++at_;
  if (byte == '\n') ++line_;
  return byte;
}

std::size_t ByteReader::read(char* into, std::size_t size) {
  const std::string_view bytes = peek(size);
  std::copy(bytes.begin(), bytes.end(), into);
  line_ += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  at_ += bytes.size();
  return bytes.size();
}

ByteReader::Read ByteReader::read_line(std::string& line, std::size_t limit) {
  line.clear();
  if (peek_byte() < 0) return Read::end;
  bool too_long = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t stop = std::min(end, buffer_.size());
    too_long = too_long || line.size() + (stop - at_) > limit;
    if (too_long) {
      line = std::string();
    } else {
      line.append(buffer_, at_, stop - at_);
    }
    at_ = stop;
    if (end != std::string::npos) {
      ++at_;
      ++line_;
      break;
    }
    if (!fill()) break;
  }
  return too_long ? Read::too_long : Read::whole;
}

ByteReader::Read ByteReader::read_all(std::string& bytes, std::size_t limit) {
  bytes.clear();
  do {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    if (bytes.size() + rest.size() > limit) {
      bytes = std::string();
      return Read::too_long;
    }
    bytes += rest;
    line_ += static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n'));
    at_ = buffer_.size();
  } while (fill());
  return Read::whole;
}

}  // namespace habari
