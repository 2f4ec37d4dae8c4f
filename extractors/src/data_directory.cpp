#include <habari/core/error.hpp>
#include <habari/extractors/data_directory.hpp>

#include <algorithm>
#include <cstdlib>

namespace habari {

DataDirectory::DataDirectory(std::filesystem::path root) : root_(std::move(root)) {
  if (!std::filesystem::is_directory(root_ / "languages")) {
    throw Error(root_.string() + ": no data directory (it has no folder languages/)");
  }
}

DataDirectory DataDirectory::locate() {
  if (const char* set = std::getenv("HABARI_DATA")) return DataDirectory(set);
  for (const char* place : {HABARI_INSTALLED_DATA_DIR, HABARI_SOURCE_DATA_DIR}) {
    if (std::filesystem::is_directory(std::filesystem::path(place) / "languages")) return DataDirectory(place);
  }
  throw Error("no data directory: looked at " HABARI_INSTALLED_DATA_DIR " and " HABARI_SOURCE_DATA_DIR
              "; set HABARI_DATA to the folder that holds languages/");
}

std::filesystem::path DataDirectory::gazetteer_file() const {
  if (!gazetteer_file_.empty()) return gazetteer_file_;
  const std::filesystem::path own = root_ / "gazetteer" / "gazetteer.bin";
  return std::filesystem::is_regular_file(own) ? own : std::filesystem::path();
}

bool DataDirectory::has_language(std::string_view code) const {
  return !code.empty() && code.find_first_of("/.\\") == std::string_view::npos &&
         std::filesystem::is_directory(language(code));
}

std::vector<std::string> DataDirectory::languages() const {
  std::vector<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(root_ / "languages")) {
    if (entry.is_directory()) codes.push_back(entry.path().filename().string());
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace habari
