#include "lexicon/quantity_table.hpp"

#include "lexicon/table.hpp"

#include <habari/core/quantity.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace habari {
namespace {

using Use = QuantityWord::Use;

constexpr std::array uses{std::pair<std::string_view, Use>{"number", Use::number},
                          std::pair<std::string_view, Use>{"scale", Use::scale},
                          std::pair<std::string_view, Use>{"scale_before", Use::scale_before},
                          std::pair<std::string_view, Use>{"join", Use::join},
                          std::pair<std::string_view, Use>{"unit", Use::unit},
                          std::pair<std::string_view, Use>{"bound", Use::bound}};

QuantityWord read_row(const Table::Row& row) {
  QuantityWord word;
  bool known = false;
  for (const auto& [name, use] : uses) {
    if (name != row["use"]) continue;
    word.use = use;
    known = true;
  }
  if (!known) row.fail("use is \"" + std::string(row["use"]) + "\", none of its closed set");
  const std::string_view value = row["value"];
  if (word.use == Use::unit) {
    word.unit = value;
  } else if (word.use == Use::bound) {
    const auto bound = parse_quantity_bound(value);
    if (!bound) row.fail("value is \"" + std::string(value) + "\", no bound");
    word.bound = *bound;
  } else if (word.use != Use::join) {
    const auto number = parse_decimal(value);
    if (!number) row.fail("value is \"" + std::string(value) + "\", expected a number");
    word.value = *number;
  }
  return word;
}

}  // namespace

QuantityTable::QuantityTable(const std::filesystem::path& lexicon_folder) {
  const std::filesystem::path file = lexicon_folder / "quantities.tsv";
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"words", "use", "value"});
  for (const auto row : table) {
    if (row["use"] == "count") {
      if (row["value"] != "before" && row["value"] != "behind") row.fail("value is neither before nor behind");
      counts_behind_ = row["value"] == "behind";
      continue;
    }
    const QuantityWord word = read_row(row);
    for (const std::string_view words : split(row["words"], '|')) {
      if (!words_.emplace(std::string(words), word).second) row.fail("a second row for \"" + std::string(words) + "\"");
    }
  }
}

const QuantityWord* QuantityTable::find(std::string_view words) const {
  const auto found = words_.find(words);
  return found == words_.end() ? nullptr : &found->second;
}

std::vector<std::pair<std::string, int>> QuantityTable::whole_numbers() const {
  constexpr double greatest = 1e6;
  std::vector<std::pair<std::string, int>> found;
  for (const auto& [words, word] : words_) {
    const bool whole = word.value >= 1 && word.value <= greatest && std::floor(word.value) == word.value;
    if (word.use == Use::number && whole) found.emplace_back(words, static_cast<int>(word.value));
  }
  std::sort(found.begin(), found.end(), [](const auto& one, const auto& other) {
    return std::pair(one.second, std::string_view(one.first)) < std::pair(other.second, std::string_view(other.first));
  });
  return found;
}

}  // namespace habari
