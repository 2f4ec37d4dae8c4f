#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// The program's own data cannot be read, so that every article would fail alike: says which file and line.
/// Not an Error on purpose: what skips a bad article must not skip this.
class DataError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Where lexicons, gazetteer, ontology and models lie.
class DataDirectory {
 public:
  explicit DataDirectory(std::filesystem::path root);  ///< Errors: Error where `root` has no folder `languages/`.

  /// `$HABARI_DATA` where it is set, else the first that is there of: the data installed beside the program or the
  /// shared library, wherever moved to; those of the package that the program was linked with, where find_package found
  /// it; the configured install; the source tree. Errors: Error names the places looked at.
  static DataDirectory locate();

  const std::filesystem::path& root() const { return root_; }  ///< The folder itself.
  /// A gazetteer file (`habari gazetteer import`) to be used beside the tables; empty where there is none. It is the
  /// one that use_gazetteer names, else `gazetteer/gazetteer.bin` where that is there.
  std::filesystem::path gazetteer_file() const;
  void use_gazetteer(std::filesystem::path file) { gazetteer_file_ = std::move(file); }               ///< Not opened.
  std::filesystem::path language(std::string_view code) const { return root_ / "languages" / code; }  ///< Its folder.
  bool has_language(std::string_view code) const;  ///< Whether it has a folder for a BCP 47 code.
  /// Codes of all languages with a folder, sorted.
  std::vector<std::string> languages() const;

 private:
  std::filesystem::path root_;
  std::filesystem::path gazetteer_file_;
};

/// Tells DataDirectory::locate() where a package's data are. A program linked with static libraries need not: including
/// this header does it. Returns true.
bool use_package_data(const char* root);

#ifdef HABARI_PACKAGE_DATA_DIR  // Set by the package's CMake target: a static library cannot see where it came from.
inline const bool package_data_are_known = use_package_data(HABARI_PACKAGE_DATA_DIR);
#endif

}  // namespace habari
