#include "analysis/learned/training/dictionary.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <fstream>
#include <string_view>

namespace habari::learned {
namespace {

std::vector<std::string> split_at_tabs(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t end = line.find('\t');
    fields.emplace_back(line.substr(0, end));
    if (end == std::string_view::npos) return fields;
    line.remove_prefix(end + 1);
  }
}

}  // namespace

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
    std::vector<std::string> fields = split_at_tabs(line);
    for (const std::string& field : fields) {
      if (field.empty()) throw Error(where + "an empty field; expected lemma, UPOS and forms, set apart by tabs");
    }
    const auto upos = fields.size() < 2 ? std::nullopt : parse_upos(fields[1]);
    if (!upos) throw Error(where + "expected a lemma, a tab and its UPOS");
    entries.push_back({std::move(fields[0]), *upos, {}});
    entries.back().forms.assign(fields.begin() + 2, fields.end());
  }
  return entries;
}

}  // namespace habari::learned
