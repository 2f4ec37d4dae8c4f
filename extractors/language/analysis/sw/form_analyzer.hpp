#pragma once

#include "analysis/sw/nominal_morphology.hpp"
#include "analysis/sw/verb_morphology.hpp"

#include <array>
#include <memory>
#include <mutex>
#include <string_view>

namespace habari::swahili {

/// All readings of all forms out of context, with a bounded memory of the forms met.
/// Thread rule: may be used from several threads at once.
class FormAnalyzer {
 public:
  /// Reads the tables of the language's folder.
  /// Errors: Error where one of them is bad.
  FormAnalyzer(const Lexicon& lexicon, const std::filesystem::path& language_folder);

  /// The readings of a form as written, likeliest first, never none.
  std::shared_ptr<const Readings> look_up(std::string_view form) const;

 private:
  Readings analyze(std::string_view form) const;
  static Reading name(std::string_view form, std::string_view lower);

  static constexpr std::size_t shard_count = 16;
  static constexpr std::size_t shard_limit = 8192;  ///< Forms; a full shard is emptied.
  struct Shard {
    std::mutex mutex;
    StringMap<std::shared_ptr<const Readings>> forms;
  };

  Grammar grammar_;
  VerbMorphology verbs_;
  NominalMorphology nominals_;
  mutable std::array<Shard, shard_count> shards_;
};

/// Lower case by Unicode's rules.
std::string lower_case(std::string_view text);

}  // namespace habari::swahili
