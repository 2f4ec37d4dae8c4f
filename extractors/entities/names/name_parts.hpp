#pragma once

#include "gazetteer/gazetteer.hpp"
#include "words/name_words.hpp"

#include <habari/extractors/data_directory.hpp>

#include <string>
#include <string_view>

namespace habari {

/// Takes names apart into what languages translate and what they keep: `Chuo Kikuu cha Victoria` and `Victoria
/// University` are `university+victoria`. By name_parts.tsv, the nouns' English glosses and the names of countries and
/// their people. Format: docs/entities.md.
class NameParts {
 public:
  /// Errors: Error names the table's file and line.
  NameParts(std::string_view language, const DataDirectory& data, const Lexicon& lexicon, const Gazetteer& gazetteer,
            const NameWords& words, const Vocabulary& vocabulary);

  /// The parts in bytewise order with `+` between; empty where the name has less than two, none that languages
  /// translate, or none that they keep.
  std::string of(std::string_view name) const;

 private:
  struct Part {
    std::string name;
    bool is_kept;  ///< A proper name that tables know in several languages: a country.
  };
  void load_parts(std::string_view language, const DataDirectory& data);
  void load_nouns(const Lexicon& lexicon);
  bool is_tie(std::string_view word) const;

  StringMap<Part> parts_;  ///< By slug of one word or more.
  const NameWords& words_;
  const Vocabulary& vocabulary_;
};

}  // namespace habari
