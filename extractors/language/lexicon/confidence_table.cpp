#include "lexicon/confidence_table.hpp"

#include "lexicon/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace habari {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, 9> names{"any",           "unlisted-verb", "no-participant",
                                                "repeated-role", "oblique",       "obliques",
                                                "not-actual",    "event-between", "crowded"};

}  // namespace

ConfidenceTable::ConfidenceTable(const std::filesystem::path& lexicon_folder) {
  const std::filesystem::path file = lexicon_folder / "confidence.tsv";
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"evidence", "weight"});
  for (const auto row : table) {
    const auto found = std::find(names.begin(), names.end(), row["evidence"]);
    if (found == names.end()) row.fail("evidence is \"" + std::string(row["evidence"]) + "\", none of its closed set");
    const std::string_view cell = row["weight"];
    double weight = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(weight)) {
      row.fail("weight is \"" + std::string(cell) + "\", expected a number");
    }
    weights_[static_cast<std::size_t>(found - names.begin())] = weight;
  }
}

double ConfidenceTable::confidence(std::span<const EventEvidence> evidence) const {
  double sum = 0;
  for (const EventEvidence seen : evidence) sum += weights_[static_cast<std::size_t>(seen)];
  // Documents give two digits; so does a graph built without them.
  return std::round(100.0 / (1.0 + std::exp(-sum))) / 100.0;
}

}  // namespace habari
