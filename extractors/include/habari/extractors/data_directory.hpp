#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// Where lexicons, gazetteer, ontology and models lie.
class DataDirectory {
 public:
  explicit DataDirectory(std::filesystem::path root);

  /// `$HABARI_DATA` where it is set, else the installed directory, else the source tree's.
  /// Errors: Error names the places looked at where none of them is there.
  static DataDirectory locate();

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path language(std::string_view code) const { return root_ / "languages" / code; }
  bool has_language(std::string_view code) const;
  /// Codes of all languages with a folder, sorted.
  std::vector<std::string> languages() const;

 private:
  std::filesystem::path root_;
};

}  // namespace habari
