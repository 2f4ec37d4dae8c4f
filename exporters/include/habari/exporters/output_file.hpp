#pragma once

#include <filesystem>
#include <memory>
#include <ostream>

namespace habari {

class GzipOutput;

/// A file that appears whole or not at all: written beside its place and renamed by commit().
/// Without commit() the destructor removes what was written. `-` is standard output; a device or a pipe is written to
/// as it is. A file whose name ends in `.gz` is packed by gzip.
class OutputFile {
 public:
  /// Errors: Error where the folder cannot be written to.
  explicit OutputFile(std::filesystem::path path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  /// What to write to.
  std::ostream& stream() { return *stream_; }
  /// Errors: Error where bytes could not be written (a full disk) or the file not be put in its place.
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path beside_;
  std::unique_ptr<std::ostream> owned_;
  std::unique_ptr<GzipOutput> packer_;  ///< Into *owned_, where the name asks for it.
  std::unique_ptr<std::ostream> packed_;
  std::ostream* stream_ = nullptr;
};

}  // namespace habari
