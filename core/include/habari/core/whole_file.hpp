#pragma once

#include <filesystem>
#include <memory>
#include <ostream>

namespace habari {

class DescriptorBuffer;
class UnfinishedFile;

/// A file that appears whole or not at all: written under a name of its own beside its place, and put there by
/// commit(). Several may be written for one place at a time: each is whole, and the last one committed stays. What
/// replaces a file has its mode. A link is kept, and the file that it leads to replaced, or made. A device or a pipe is
/// written to as it is. What other runs that were killed left beside the place is removed.
class WholeFile {
 public:
  /// Errors: Error where `path` is a folder or nothing can be written there.
  explicit WholeFile(std::filesystem::path path);
  /// Without commit(), what was written is removed.
  ~WholeFile();
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  /// What to write to.
  std::ostream& stream() { return stream_; }
  /// Where the file will be: `path`, behind its links.
  const std::filesystem::path& place() const { return place_; }
  /// Returns when the file is on the disk. Errors: Error where bytes could not be written (a full disk) or the file not
  /// be put in its place.
  void commit();

 private:
  void open();

  std::filesystem::path path_;
  std::filesystem::path place_;
  std::unique_ptr<UnfinishedFile> unfinished_;  ///< None where a device or a pipe is written to.
  int special_ = -1;                            ///< Descriptor of that.
  std::unique_ptr<DescriptorBuffer> buffer_;
  std::ostream stream_{nullptr};
};

/// Removes the files of this process that are not finished. For signal handlers of programs that are about to end: safe
/// in them, at any time, and in any thread.
void remove_unfinished_files() noexcept;

}  // namespace habari
