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
constexpr std::array<std::string_view, static_cast<std::size_t>(Clue::count)> names{"nobody",
                                                                                    "nobody-plural",
                                                                                    "nobody-neuter",
                                                                                    "nobody-acts",
                                                                                    "nobody-quoted",
                                                                                    "nobody-quoted-plural",
                                                                                    "nobody-possessor",
                                                                                    "nobody-person",
                                                                                    "nobody-modified",
                                                                                    "nobody-indefinite",
                                                                                    "nobody-bare",
                                                                                    "nobody-possessed",
                                                                                    "nobody-definite",
                                                                                    "nobody-demonstrative",
                                                                                    "sentence",
                                                                                    "far",
                                                                                    "same-sentence",
                                                                                    "subject",
                                                                                    "object",
                                                                                    "oblique",
                                                                                    "possessor",
                                                                                    "last-name",
                                                                                    "last-pronoun",
                                                                                    "named",
                                                                                    "person",
                                                                                    "body",
                                                                                    "group",
                                                                                    "country",
                                                                                    "place",
                                                                                    "thing",
                                                                                    "kind-unknown",
                                                                                    "mentions",
                                                                                    "headline",
                                                                                    "nearest",
                                                                                    "rank",
                                                                                    "last-subject",
                                                                                    "main",
                                                                                    "main-subject",
                                                                                    "main-both",
                                                                                    "main-subject-both",
                                                                                    "last-main-subject",
                                                                                    "quoted-apart",
                                                                                    "same-quotation",
                                                                                    "unquoted",
                                                                                    "parallel",
                                                                                    "collective",
                                                                                    "coordination",
                                                                                    "class-agrees",
                                                                                    "gender",
                                                                                    "actor",
                                                                                    "inanimate-actor",
                                                                                    "speaker",
                                                                                    "speaking-person",
                                                                                    "report",
                                                                                    "quoted-speaker",
                                                                                    "called-indefinite",
                                                                                    "called-bare",
                                                                                    "called-possessed",
                                                                                    "called-definite",
                                                                                    "called-demonstrative",
                                                                                    "called-by-name",
                                                                                    "like-indefinite",
                                                                                    "like-bare",
                                                                                    "like-possessed",
                                                                                    "like-definite",
                                                                                    "like-demonstrative",
                                                                                    "like-named",
                                                                                    "kind-differs",
                                                                                    "number-differs",
                                                                                    "modifiers-agree",
                                                                                    "modifiers-differ",
                                                                                    "modifiers-new",
                                                                                    "margin"};

/// In the order of ReferenceForm.
constexpr std::array<std::string_view, 4> forms{"pronoun", "verb", "somebody", "noun"};

}  // namespace

std::string_view name(Clue clue) { return names[static_cast<std::size_t>(clue)]; }

ReferenceWeights::ReferenceWeights(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) {
    for (Clues& weights : weights_)
      weights[static_cast<std::size_t>(Clue::margin)] = std::numeric_limits<double>::infinity();
    return;
  }
  const Table table(file, {"clue", "pronoun", "verb", "somebody", "noun"});
  for (const auto row : table) {
    const auto found = std::find(names.begin(), names.end(), row["clue"]);
    if (found == names.end()) row.fail("clue is \"" + std::string(row["clue"]) + "\", none of its closed set");
    for (std::size_t form = 0; form < forms.size(); ++form) {
      const std::string_view cell = row[forms[form]];
      double weight = 0;
      const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
      const bool number = error == std::errc() && end == cell.data() + cell.size() && std::isfinite(weight);
      if (!number && !cell.empty())
        row.fail(std::string(forms[form]) + " is \"" + std::string(cell) + "\", expected a number or nothing");
      weights_[form][static_cast<std::size_t>(found - names.begin())] = number ? weight : 0;
    }
  }
}

double ReferenceWeights::sum(ReferenceForm form, const Clues& clues) const {
  const Clues& weights = weights_[static_cast<std::size_t>(form)];
  double sum = 0;
  for (std::size_t clue = 0; clue < static_cast<std::size_t>(Clue::margin); ++clue) sum += weights[clue] * clues[clue];
  return sum;
}

double ReferenceWeights::margin(ReferenceForm form) const {
  return weights_[static_cast<std::size_t>(form)][static_cast<std::size_t>(Clue::margin)];
}

}  // namespace habari
