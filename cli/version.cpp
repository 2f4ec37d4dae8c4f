#include "version.hpp"

#include <habari/core/error.hpp>
#include <habari/core/identifiers.hpp>
#include <habari/extractors/data_directory.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace habari::cli {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Eight digits that tell one content from another.
std::string checksum(const std::string& bytes) { return name_uuid(bytes).text().substr(0, 8); }

/// Files below `folder` with this ending, in bytewise order of their paths.
std::vector<std::filesystem::path> files(const std::filesystem::path& folder, const std::string& ending) {
  std::vector<std::filesystem::path> found;
  std::error_code failure;
  for (std::filesystem::recursive_directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    if (entry->is_regular_file() && entry->path().extension() == ending) found.push_back(entry->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::string version_text() {
  std::string text = fmt::format("habari {}", HABARI_VERSION);
  try {
    const DataDirectory data = DataDirectory::locate();
    const std::filesystem::path& root = data.root();
    text += fmt::format("\ndata: {}\nlanguages: {}", root.string(), fmt::join(data.languages(), ", "));
    for (const auto& model : files(root, ".bin")) {
      text += fmt::format("\nmodel: {} {}", std::filesystem::relative(model, root).string(), checksum(bytes_of(model)));
    }
    std::string tables;
    const auto names = files(root, ".tsv");
    for (const auto& table : names) tables += std::filesystem::relative(table, root).string() + '\n' + bytes_of(table);
    text += fmt::format("\ntables: {} files {}", names.size(), checksum(tables));
  } catch (const Error& error) {
    text += fmt::format("\ndata: {}", error.what());
  }
  return text;
}

}  // namespace habari::cli
