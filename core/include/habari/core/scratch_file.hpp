#pragma once

#include <filesystem>
#include <iostream>
#include <memory>
#include <string_view>

namespace habari {

class DescriptorBuffer;
class UnfinishedFile;

/// A file for what memory does not hold: written, then read from its beginning. It has no name, so nobody else can open
/// it and nothing is left of it, however the process ends.
class ScratchFile {
 public:
  /// On the disk of `place`, a file that need not be there. Errors: Error where nothing can be written there.
  explicit ScratchFile(const std::filesystem::path& place);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  /// Errors: see rewind().
  void write(std::string_view bytes);
  /// From writing to reading. Errors: Error where bytes could not be written (a full disk).
  void rewind();
  /// What to read from, after rewind(). Errors: reading throws Error where the disk fails.
  std::istream& stream() { return stream_; }

 private:
  std::filesystem::path place_;
  std::unique_ptr<UnfinishedFile> file_;
  std::unique_ptr<DescriptorBuffer> buffer_;
  std::iostream stream_{nullptr};
};

}  // namespace habari
