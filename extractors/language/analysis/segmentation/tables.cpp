#include "analysis/segmentation/tables.hpp"

#include "analysis/model/word_features.hpp"
#include "lexicon/table.hpp"

#include <algorithm>

namespace habari::segmentation {
namespace {

std::string upper_case(std::string_view ascii) {
  std::string upper(ascii);
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return upper;
}

Follower follower_of(const Table::Row& row) {
  const std::string_view cell = row["before"];
  if (cell == "name") return Follower::name;
  if (cell == "figure") return Follower::figure;
  if (cell != "any") row.fail("before is \"" + std::string(cell) + "\", expected name, figure or any");
  return Follower::any;
}

}  // namespace

Tables::Tables(const std::filesystem::path& language_folder) {
  const auto abbreviations = language_folder / "abbreviations.tsv";
  if (std::filesystem::exists(abbreviations)) {
    for (const auto row : Table(abbreviations, {"form", "before"})) {
      const std::string form(row["form"]);
      if (!form.ends_with('.')) row.fail("form is \"" + form + "\", expected a full stop at its end");
      abbreviations_.emplace(form, follower_of(row));
      abbreviations_.emplace(upper_case(form), follower_of(row));
    }
  }
  const auto openers = language_folder / "sentence_openers.tsv";
  if (!std::filesystem::exists(openers)) return;
  for (const auto row : Table(openers, {"word"})) openers_.insert(std::string(row["word"]));
}

std::optional<Follower> Tables::abbreviation(std::string_view form) const {
  const auto found = abbreviations_.find(form);
  if (found == abbreviations_.end()) return std::nullopt;
  return found->second;
}

}  // namespace habari::segmentation
