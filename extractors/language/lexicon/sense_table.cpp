#include "lexicon/sense_table.hpp"

#include "lexicon/table.hpp"

namespace habari {

SenseTable::SenseTable(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"sense", "labels"});
  for (const auto row : table) {
    const std::string sense(row["sense"]);
    if (sense.empty()) row.fail("sense must not be empty");
    for (const std::string_view label : split(row["labels"], ',')) {
      if (!senses_.emplace(label, sense).second) row.fail("a second sense for \"" + std::string(label) + "\"");
    }
  }
}

std::string_view SenseTable::sense(std::string_view label) const {
  const auto found = senses_.find(label);
  return found == senses_.end() ? label : found->second;
}

}  // namespace habari
