#pragma once

#include "analysis/parts/known_words.hpp"
#include "lexicon/string_map.hpp"

#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

namespace habari {

/// Words of a language whose grammar is a table of endings: the rows of its lexicon and of `frequent_words.tsv`, and
/// what `endings.tsv` makes of them.
class WordList : public KnownWords {
 public:
  /// Errors: Error where a table is bad.
  explicit WordList(const std::filesystem::path& language_folder);

  bool knows(std::string_view form) const override;

 private:
  struct Ending {
    std::string ending;
    std::string instead;  ///< What a listed word has there.
  };
  void add_column(const std::filesystem::path& file, std::string_view column);

  std::unordered_set<std::string, StringHash, std::equal_to<>> words_;
  std::vector<Ending> endings_;
};

}  // namespace habari
