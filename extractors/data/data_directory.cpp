#include <habari/core/error.hpp>
#include <habari/extractors/data_directory.hpp>

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <system_error>

namespace habari {
namespace {

/// Where the data are as seen from the running program, and from the shared library that this code may be in.
std::vector<std::filesystem::path> beside_this() {
  std::vector<std::filesystem::path> places;
  std::error_code failure;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", failure);
  if (!failure) places.push_back((program.parent_path() / HABARI_DATA_FROM_BINDIR).lexically_normal());
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&beside_this), &info) != 0 && info.dli_fname != nullptr) {
    const auto library = std::filesystem::canonical(info.dli_fname, failure);
    if (!failure && library != program) {
      places.push_back((library.parent_path() / HABARI_DATA_FROM_LIBDIR).lexically_normal());
    }
  }
  return places;
}

/// Where find_package found the package's data; empty in its own build.
std::filesystem::path& package_data() {
  static std::filesystem::path root;
  return root;
}

}  // namespace

bool use_package_data(const char* root) {
  package_data() = root;
  return true;
}

DataDirectory::DataDirectory(std::filesystem::path root) : root_(std::move(root)) {
  if (!std::filesystem::is_directory(root_ / "languages")) {
    throw Error(root_.string() + ": no data directory (it has no folder languages/)");
  }
}

DataDirectory DataDirectory::locate() {
  if (const char* set = std::getenv("HABARI_DATA"); set != nullptr && *set != '\0') return DataDirectory(set);
  std::vector<std::filesystem::path> places = beside_this();
  if (!package_data().empty()) places.push_back(package_data());
  places.insert(places.end(), {HABARI_INSTALLED_DATA_DIR, HABARI_SOURCE_DATA_DIR});
  std::string looked_at;
  for (const std::filesystem::path& place : places) {
    std::error_code ignored;
    if (std::filesystem::is_directory(place / "languages", ignored)) return DataDirectory(place);
    looked_at += (looked_at.empty() ? "" : ", ") + place.string();
  }
  throw Error("no data directory: looked at " + looked_at + "; set HABARI_DATA to the folder that holds languages/");
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
