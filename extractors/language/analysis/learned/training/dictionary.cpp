#include "analysis/learned/training/dictionary.hpp"

#include "analysis/model/labels.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <fstream>
#include <string_view>

namespace habari::learned {

std::vector<DictionaryEntry> read_dictionary(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(path.string() + ": cannot be read");
  std::vector<DictionaryEntry> entries;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const std::string where = path.string() + ":" + std::to_string(number) + ": ";
    if (find_invalid_utf8(line) != std::string::npos) throw Error(where + "invalid UTF-8");
    const std::vector<std::string_view> fields = split(line, '\t');
    const auto upos = fields.size() == 2 ? parse_upos(fields[1]) : std::nullopt;
    if (!upos || fields[0].empty()) throw Error(where + "expected a lemma, a tab and its UPOS");
    entries.push_back({std::string(fields[0]), *upos});
  }
  return entries;
}

}  // namespace habari::learned
