#include <habari/core/missing_file.hpp>
#include <habari/core/near_word.hpp>
#include <habari/core/text.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace habari {
namespace {

/// A folder with more files is not searched for a name.
constexpr std::size_t most_files = 10'000;
/// A name of so many words is a sentence.
constexpr std::ptrdiff_t most_words = 4;

bool is_address(std::string_view name) {
  return name.starts_with("http://") || name.starts_with("https://") || name.starts_with("ftp://") ||
         name.starts_with("www.");
}

bool is_sentence(std::string_view name) {
  return name.find('/') == name.npos && std::count(name.begin(), name.end(), ' ') >= most_words;
}

/// The file beside it whose name is nearest, the first in bytewise order of several.
std::optional<std::string> near_file(const std::filesystem::path& path) {
  const std::string wanted = path.filename().string();
  if (find_invalid_utf8(wanted) != std::string::npos) return std::nullopt;
  const NearWord word(wanted);
  std::optional<std::pair<std::size_t, std::string>> nearest;
  std::error_code failure;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  std::size_t seen = 0;
  for (std::filesystem::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure)) {
    if (++seen > most_files) break;
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.') || find_invalid_utf8(name) != std::string::npos) continue;
    const auto away = word.distance(name);
    if (!away) continue;
    std::pair found(*away, (path.parent_path() / name).string());
    if (!nearest || found < *nearest) nearest = std::move(found);
  }
  if (!nearest) return std::nullopt;
  return nearest->second;
}

}  // namespace

std::string missing_file_message(std::string_view name) {
  const std::string told(name);
  if (is_address(name)) {
    return told +
           ": nothing is fetched from the network; save the page, or pipe it in: curl -sL ADDRESS | habari COMMAND -";
  }
  if (is_sentence(name)) {
    return told + ": no such file or folder; a text itself is piped in: echo 'TEXT' | habari COMMAND -";
  }
  if (name.find('*') != name.npos) {
    return told + ": no such file or folder; nothing fits this pattern (a folder is read with all below it)";
  }
  const auto near = near_file(told);
  return told + ": no such file or folder" + (near ? "; there is " + *near : "");
}

}  // namespace habari
