#pragma once

#include "lexicon/string_map.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace habari {

/// The senses that words of all languages share (senses.tsv). The verb tables point to them by their labels.
/// Format: docs/lexicon.md.
class SenseTable {
 public:
  /// Without the table each label is a sense of its own. Errors: Error names the table's file and line.
  explicit SenseTable(const std::filesystem::path& file);

  /// The sense of an event with this label; the label itself where no row has it.
  std::string_view sense(std::string_view label) const;

 private:
  StringMap<std::string> senses_;  ///< By label.
};

}  // namespace habari
