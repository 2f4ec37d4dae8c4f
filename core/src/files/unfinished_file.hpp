#pragma once

#include "files/unfinished_names.hpp"

#include <sys/types.h>

#include <filesystem>
#include <optional>

namespace habari {

/// A new, open file beside `place`, of the name `PLACE.part-` and 16 hexadecimal digits. It is locked (flock) while it
/// is open: one that is not locked was left by a run that was killed.
class UnfinishedFile {
 public:
  /// `mode`: less the bits of the umask. Errors: Error where nothing can be written there.
  UnfinishedFile(const std::filesystem::path& place, mode_t mode);
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  int descriptor() const { return descriptor_; }
  /// Takes the name away; what is open stays until it is closed.
  void remove() noexcept;
  /// Renames it to `place`, for good. False, with errno, where that fails.
  bool put(const std::filesystem::path& place);

 private:
  /// False where another process took it for one that was left, before it was locked.
  bool open(mode_t mode);

  std::filesystem::path path_;
  std::optional<UnfinishedName> name_;  ///< None where no file has it.
  int descriptor_ = -1;
};

/// Removes what runs that were killed left beside `place`.
void remove_stale_files(const std::filesystem::path& place) noexcept;

}  // namespace habari
