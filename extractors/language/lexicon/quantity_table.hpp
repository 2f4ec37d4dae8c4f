#pragma once

#include "lexicon/string_map.hpp"

#include <habari/core/ontology.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// What a word or words say in a count or an amount. One row of quantities.tsv each.
struct QuantityWord {
  enum class Use : std::uint8_t {
    number,        ///< `twelve`
    scale,         ///< multiplies the number before it: `million`
    scale_before,  ///< multiplies the number behind it: `milioni`
    join,          ///< stands between parts of a number: `na`
    unit,          ///< `dollars`, `asilimia`
    bound,         ///< `at least`
  };
  Use use = Use::number;
  double value = 0;                            ///< Of numbers and scales.
  std::string unit;                            ///< Quantity::unit.
  QuantityBound bound = QuantityBound::exact;  ///< Of bounds.
};

/// How a language gives numbers: quantities.tsv. Format: docs/lexicon.md. A language may have none.
class QuantityTable {
 public:
  /// Errors: Error names the table's file and line.
  explicit QuantityTable(const std::filesystem::path& lexicon_folder);

  /// Null where the table says nothing of these words (lower case, joined by blanks).
  const QuantityWord* find(std::string_view words) const;
  /// Whether a number stands behind what it counts: `watu 31`.
  bool counts_behind() const { return counts_behind_; }
  /// The words for whole numbers from one on, with their values, by value.
  std::vector<std::pair<std::string, int>> whole_numbers() const;
  bool empty() const { return words_.empty(); }

 private:
  StringMap<QuantityWord> words_;
  bool counts_behind_ = false;
};

}  // namespace habari
