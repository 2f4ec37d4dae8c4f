#pragma once

#include <filesystem>
#include <memory>
#include <ostream>

namespace habari {

class GzipOutput;
class WholeFile;

/// A WholeFile, or standard output for `-`. A file whose name ends in `.gz` is packed by gzip.
class OutputFile {
 public:
  /// Errors: Error where `path` is a folder or nothing can be written there.
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
  std::unique_ptr<WholeFile> file_;     ///< None for standard output.
  std::unique_ptr<GzipOutput> packer_;  ///< Into *file_, where the name asks for it.
  std::unique_ptr<std::ostream> packed_;
  std::ostream* stream_ = nullptr;
};

}  // namespace habari
