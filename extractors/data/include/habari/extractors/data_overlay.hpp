#pragma once

#include <habari/extractors/data_directory.hpp>

#include <filesystem>
#include <optional>
#include <vector>

namespace habari {

/// Data folders laid over each other, so that own words, names and places need no copy of the whole. In a table of an
/// upper folder a row takes the place of all rows below it with the same first column; the others are added. A file
/// that is no table takes the place of the one below it. The merged folder lies among the system's temporary files and
/// is gone with the object.
class DataOverlay {
 public:
  /// `folders` from the lowest to the uppermost, all over `base`.
  /// Errors: Error where a folder is none, a table's columns are unknown to the one below it, or the merged folder
  /// cannot be written.
  DataOverlay(const DataDirectory& base, const std::vector<std::filesystem::path>& folders);
  ~DataOverlay();
  DataOverlay(const DataOverlay&) = delete;
  DataOverlay& operator=(const DataOverlay&) = delete;

  /// Valid as long as the overlay.
  const DataDirectory& directory() const { return *merged_; }

 private:
  std::filesystem::path root_;
  std::optional<DataDirectory> merged_;
};

}  // namespace habari
