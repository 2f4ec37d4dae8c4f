#include "frames/confidence_weights.hpp"

#include "lexicon/table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace habari {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, static_cast<std::size_t>(ArgumentEvidence::count)> argument_names{
    "any",
    "arc-doubt",
    "relation-doubt",
    "own-relation-doubt",
    "head-tag-doubt",
    "verb-tag-doubt",
    "name-doubt",
    "sentence-doubt",
    "path",
    "distance",
    "before-verb",
    "event-between",
    "comma-between",
    "conjunct",
    "named",
    "pronoun",
    "no-noun",
    "phrase",
    "acting-thing",
    "acting-unknown",
    "undergoing-time",
    "listed-role",
    "marker-role",
    "repeated-role",
    "more-arguments",
    "unlisted-verb",
    "construction",
    "passive",
    "infinitive",
    "participle",
    "relative-clause",
    "complement-clause",
    "adverbial-clause",
    "coordinated-clause",
    "governed",
    "untyped",
    "not-actual",
    "planned",
    "reported",
    "events",
    "words",
    "referred",
    "reference-doubt",
    "other-sentence",
    "lent",
    "speaker",
    "described",
};

constexpr std::array<std::string_view, static_cast<std::size_t>(EventEvidence::count)> event_names{
    "any",
    "verb-tag-doubt",
    "arc-doubt",
    "relation-doubt",
    "sentence-doubt",
    "unlisted-verb",
    "construction",
    "passive",
    "infinitive",
    "participle",
    "relative-clause",
    "complement-clause",
    "adverbial-clause",
    "coordinated-clause",
    "governed",
    "no-verb",
    "no-participant",
    "repeated-role",
    "obliques",
    "untyped",
    "planned",
    "possible",
    "negated",
    "reported",
    "event-between",
    "events",
    "words",
};

constexpr std::array<std::string_view, 3> origin_names{"accurate", "fast", "given"};

float weight_of(const Table::Row& row, std::string_view column) {
  const std::string_view cell = row[column];
  if (cell.empty()) return 0;
  double weight = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
  if (error != std::errc() || end != cell.data() + cell.size() || !std::isfinite(weight)) {
    row.fail(std::string(column) + " is \"" + std::string(cell) + "\", expected a number");
  }
  return static_cast<float>(weight);
}

template <typename Grounds>
std::size_t index_of(const Table::Row& row) {
  for (std::size_t i = 0; i < Grounds::size; ++i) {
    if (Grounds::name(i) == row["evidence"]) return i;
  }
  row.fail("evidence is \"" + std::string(row["evidence"]) + "\", none of its closed set");
}

template <std::size_t Size>
double logistic(const std::array<float, Size>& weights, std::span<const float> values) {
  double sum = 0;
  for (std::size_t i = 0; i < Size; ++i) sum += static_cast<double>(weights[i]) * static_cast<double>(values[i]);
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace

std::string ArgumentGrounds::name(std::size_t evidence) {
  if (evidence < rules) return std::string(argument_names[evidence]);
  if (evidence < roles) return "rule:" + std::string(habari::name(static_cast<FrameRule>(evidence - rules)));
  if (evidence < kinds) return "role:" + std::string(habari::name(static_cast<Role>(evidence - roles)));
  if (evidence == kinds + entity_kind_count) return "kind:unknown";
  return "kind:" + std::string(habari::name(static_cast<EntityKind>(evidence - kinds)));
}

std::string EventGrounds::name(std::size_t evidence) { return std::string(event_names[evidence]); }

ConfidenceWeights::ConfidenceWeights(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"of", "evidence", "accurate", "fast", "given"});
  for (const auto row : table) {
    const std::string_view of = row["of"];
    if (of != "event" && of != "argument" && of != "reference")
      row.fail("of is \"" + std::string(of) + "\", none of event, argument, reference");
    const std::size_t index = of == "event" ? index_of<EventGrounds>(row) : index_of<ArgumentGrounds>(row);
    for (std::size_t origin = 0; origin < origins; ++origin) {
      float& weight = of == "event"      ? events_[origin][index]
                      : of == "argument" ? arguments_[origin][index]
                                         : references_[origin][index];
      weight = weight_of(row, origin_names[origin]);
    }
  }
}

double ConfidenceWeights::confidence(TreeOrigin origin, const ArgumentGrounds& grounds) const {
  const auto at = static_cast<std::size_t>(origin);
  const double takes_part = logistic(arguments_[at], grounds.values());
  const bool referred = grounds.has(ArgumentEvidence::referred);
  return in_hundredths(referred ? takes_part * logistic(references_[at], grounds.values()) : takes_part);
}

double ConfidenceWeights::confidence(TreeOrigin origin, const EventGrounds& grounds) const {
  return logistic(events_[static_cast<std::size_t>(origin)], grounds.values());
}

double in_hundredths(double confidence) { return std::round(100.0 * confidence) / 100.0; }

}  // namespace habari
