#pragma once

#include "lexicon/string_map.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace habari::segmentation {

/// What follows an abbreviation where it is one.
enum class Follower : std::uint8_t { name, figure, any };

/// What a language's folder says of abbreviations and of sentences' first words. Formats: docs/analysis.md.
class Tables {
 public:
  /// No table at all.
  Tables() = default;
  /// Reads `abbreviations.tsv` and `sentence_openers.tsv`, where they are there. Errors: Error where one is bad.
  explicit Tables(const std::filesystem::path& language_folder);

  /// `form` ends in its full stop; capitals throughout do for the listed writing.
  std::optional<Follower> abbreviation(std::string_view form) const;
  /// Whether a word in lower case hardly follows an abbreviation but in a new sentence.
  bool opens_sentence(std::string_view word) const { return openers_.contains(std::string(word)); }

 private:
  StringMap<Follower> abbreviations_;
  std::unordered_set<std::string> openers_;
};

}  // namespace habari::segmentation
