#pragma once

#include "lexicon/lexicon.hpp"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

namespace habari {

/// Which nouns may take one another up though they are others: `the company … the firm`. data/noun_senses.tsv.
class NounSenses {
 public:
  /// Without the file no nouns may.
  /// Errors: Error names the table's file and line.
  explicit NounSenses(const std::filesystem::path& file);

  /// Senses of an English noun, of its head where the whole has none; empty where the table does not know it.
  std::set<std::string> of(std::string_view noun) const;
  /// Of a noun of any language, by its gloss.
  std::set<std::string> of(std::string_view lemma, const NounEntry* row) const;

 private:
  StringMap<std::set<std::string>> senses_;
};

}  // namespace habari
