#pragma once

#include "words/vocabulary.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// What each country has one of, by the patterns of `institutions.tsv`: `Mahakama Kuu ya *`, `High Court of *`.
class Institutions {
 public:
  /// A pattern with the country's name cut out.
  struct Pattern {
    std::vector<WordId> before;
    std::vector<WordId> after;
    std::uint32_t institution;  ///< Row of the table.
  };

  /// Errors: Error names the table's file and line.
  Institutions(const std::filesystem::path& file, std::string_view language, Vocabulary& vocabulary);

  std::size_t size() const { return names_.size(); }
  /// Main name in English or in the language, for a country of that name.
  std::string english_name(std::uint32_t institution, std::string_view country) const;
  std::string name(std::uint32_t institution, std::string_view country) const;
  /// The institution that `words` name without the country, where that is the article's: `High Court`, `Mahakama Kuu`.
  std::optional<std::uint32_t> named_alone(std::span<const WordId> words) const;
  /// Patterns whose first words `words` begins with, those that begin with the country's name among them.
  std::vector<const Pattern*> patterns_at(std::span<const WordId> words) const;

 private:
  void add_name_alone(const Pattern& pattern);
  void add_pattern(std::string_view text, std::uint32_t institution, Vocabulary& vocabulary);

  std::vector<std::string> english_;  ///< By row, with the star.
  std::vector<std::string> names_;
  std::vector<Pattern> patterns_;
  PhraseTrie<std::uint32_t> heads_;           ///< Patterns by the words before the country.
  std::vector<std::uint32_t> country_first_;  ///< Patterns with none.
  PhraseTrie<std::uint32_t> alone_;           ///< Institutions by their names without the country.
};

}  // namespace habari
