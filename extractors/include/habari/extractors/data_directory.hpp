#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#ifndef HABARI_PACKAGE_DATA_DIR
#define HABARI_PACKAGE_DATA_DIR ""
#endif

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

  /// The first of these that is there:
  /// 1. `$HABARI_DATA`; where it is set and wrong, that is an error;
  /// 2. the data installed beside the program or the shared library, wherever both were moved to;
  /// 3. `package`: the data of the installed package that the caller was compiled with (find_package defines
  ///    HABARI_PACKAGE_DATA_DIR), for programs outside of it;
  /// 4. the place Habari was configured to be installed to, then its source tree.
  ///
  /// Errors: Error names the places looked at where none of them is there.
  static DataDirectory locate(const std::filesystem::path& package = HABARI_PACKAGE_DATA_DIR);

  /// The folder itself.
  const std::filesystem::path& root() const { return root_; }
  /// A gazetteer file (`habari gazetteer import`) to be used beside the tables; empty where there is none. It is the
  /// one that use_gazetteer names, else `gazetteer/gazetteer.bin` where that is there.
  std::filesystem::path gazetteer_file() const;
  /// Names the gazetteer file; it is opened when first needed.
  void use_gazetteer(std::filesystem::path file) { gazetteer_file_ = std::move(file); }
  /// The folder of a language, there or not.
  std::filesystem::path language(std::string_view code) const { return root_ / "languages" / code; }
  bool has_language(std::string_view code) const;  ///< Whether it has a folder for a BCP 47 code.
  /// Codes of all languages with a folder, sorted.
  std::vector<std::string> languages() const;

 private:
  std::filesystem::path root_;
  std::filesystem::path gazetteer_file_;
};

}  // namespace habari
