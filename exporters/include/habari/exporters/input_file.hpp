#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <memory>
#include <string>

namespace habari {

/// `name` without the `.gz` at its end, where there is one.
std::filesystem::path without_gz(const std::filesystem::path& name);

/// A file to read, or standard input (`-`); unpacked where it is gzip-compressed, all its members one after the other.
class InputFile {
 public:
  /// Errors: Error where the file cannot be opened; where its name ends in `.gz` and gzip did not make it.
  explicit InputFile(const std::filesystem::path& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  /// How messages name this input.
  const std::string& name() const;
  /// What to read from. Reading throws Error `FILE: …` where the disk or the compression is broken: a file that was
  /// cut, a checksum that is wrong.
  std::istream& stream();
  /// How much of the file was read so far, in bytes, as it is on the disk; 0 where that cannot be told, as of a pipe.
  std::uint64_t position() const;

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
  std::istream stream_;
};

}  // namespace habari
