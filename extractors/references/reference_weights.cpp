#include "references/reference_weights.hpp"

#include "lexicon/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace habari {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, static_cast<std::size_t>(Clue::count)> names{
    "threshold", "margin", "sentence", "same-sentence",  "subject",     "object",   "oblique",
    "possessor", "named",  "parallel", "mentions",       "actor",       "headline", "nearest",
    "speaker",   "report", "gender",   "quoted-speaker", "kind-unknown"};

}  // namespace

ReferenceWeights::ReferenceWeights(const std::filesystem::path& file) {
  weights_[static_cast<std::size_t>(Clue::threshold)] = std::numeric_limits<double>::infinity();
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"clue", "weight"});
  for (const auto row : table) {
    const auto found = std::find(names.begin(), names.end(), row["clue"]);
    if (found == names.end()) row.fail("clue is \"" + std::string(row["clue"]) + "\", none of its closed set");
    const std::string_view cell = row["weight"];
    double weight = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(weight)) {
      row.fail("weight is \"" + std::string(cell) + "\", expected a number");
    }
    weights_[static_cast<std::size_t>(found - names.begin())] = weight;
  }
}

}  // namespace habari
