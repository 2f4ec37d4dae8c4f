#pragma once

#include "analysis/sw/nominal_morphology.hpp"
#include "analysis/sw/verb_morphology.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <string_view>
#include <unordered_set>

namespace habari::swahili {

/// How a word is written, for what capitals tell.
enum class Writing : std::uint8_t { lower, capitalised, capitals, mixed, number, other };

/// What is known of a form without its context.
struct WordInfo {
  Readings readings;  ///< Best first, never empty.
  Writing writing = Writing::lower;
  bool given_name = false;  ///< Listed as what people are called.
  bool known_name = false;  ///< Listed as a name (a country, …).
};

/// All readings of all words, with a bounded memory of the forms met.
/// Thread rule: may be used from several threads at once.
class Morphology {
 public:
  /// Reads the tables of the language's folder and, where they are there, the names of countries and places.
  /// Errors: Error where one of them is bad.
  Morphology(const Lexicon& lexicon, const std::filesystem::path& language_folder,
             const std::filesystem::path& gazetteer);

  /// The readings of a form as written.
  std::shared_ptr<const WordInfo> look_up(std::string_view form) const;

  /// Number of words from `position` on that make a known name of several words; 0 where there is none.
  /// `forms` are as written.
  std::size_t match_name(const std::vector<std::string_view>& forms, std::size_t position) const;

 private:
  WordInfo analyze(std::string_view form) const;
  void add_country_names();
  void add_place_names(const std::filesystem::path& file);
  void add_place_name(std::string_view name);

  static constexpr std::size_t shard_count = 16;
  static constexpr std::size_t shard_limit = 8192;  ///< Forms; a full shard is emptied.
  struct Shard {
    std::mutex mutex;
    StringMap<std::shared_ptr<const WordInfo>> forms;
  };

  Grammar grammar_;
  VerbMorphology verbs_;
  NominalMorphology nominals_;
  std::unordered_set<std::string> names_;   ///< Lower case, words joined by blanks.
  StringMap<std::size_t> name_beginnings_;  ///< First word to the most words of a name that begins so.
  std::unordered_set<std::string> months_;
  std::unordered_set<std::string> given_names_;
  mutable std::array<Shard, shard_count> shards_;
};

/// Lower case by Unicode's rules.
std::string lower_case(std::string_view text);

}  // namespace habari::swahili
