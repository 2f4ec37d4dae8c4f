#pragma once

#include "analysis/sw/tagger.hpp"
#include "lexicon/lexicon.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace habari::swahili {

/// What the parser knows of single words: prepositions, conjunctions and adverbs of several words (markers.tsv,
/// adverbs.tsv), verbs that make one meaning with a noun (verbs.tsv), words with a use of their own (syntax.tsv).
class SyntaxLexicon {
 public:
  /// `lexicon` must outlive this. Errors: Error where `table` (syntax.tsv) is bad.
  SyntaxLexicon(const Lexicon& lexicon, const std::filesystem::path& table);

  struct Match {
    std::size_t words = 0;  ///< 0: none.
    bool measure = false;   ///< Belongs to the figure where its noun is counted.
    bool before_noun = false;
    bool before_clause = false;
    bool adverb = false;
  };
  /// The longest marker or adverb of two words or more that stands at `position`.
  Match match(const std::vector<Word>& words, std::size_t position) const;

  enum Use : std::uint8_t {
    focus = 1,
    case_marker = 2,
    manner = 4,
    time_relative = 8,
    measure = 16,
    adnominal = 32,
    counted = 64,
    comitative = 128
  };
  bool has_use(std::string_view lemma, Use use) const;
  /// Whether the adverb is one of time (adverbs.tsv).
  bool tells_time(std::string_view adverb) const;
  /// Whether verb and noun are one row of verbs.tsv: `unga mkono`.
  bool is_construction(std::string_view verb_lemma, std::string_view noun_form) const;
  /// Whether the two nouns are one row of nouns.tsv: `mpiga kura`.
  bool is_agent(std::string_view lemma, std::string_view object_lemma) const;
  /// Whether as a preposition the word takes times only (`kufikia Mei`).
  bool takes_times_only(std::string_view form) const;
  /// Whether the word begins a marker in `mwa`: a direction or a part of a place.
  bool is_direction(std::string_view form) const;

 private:
  void add(const std::string& text, const Match& match);

  const Lexicon& lexicon_;
  StringMap<Match> markers_;
  StringMap<std::size_t> longest_;  ///< Words of the longest marker, by first word.
  StringMap<std::uint8_t> uses_;
};

}  // namespace habari::swahili
