#pragma once

#include "analysis/known_words.hpp"
#include "analysis/sw/morphology.hpp"
#include "lexicon/lexicon.hpp"

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

namespace habari::swahili {

/// What Swahili's tables know of words: the lexicon and the morphology over it; names are those of people and places.
class SwahiliWords : public WordJudge {
 public:
  /// Errors: Error where a table of the language folder is bad.
  SwahiliWords(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer);

  /// Nothing is known of longer forms.
  static constexpr std::size_t longest_form = 64;

  bool knows(std::string_view form) const override;
  bool knows_name(std::string_view form) const override;

  const Lexicon& lexicon() const { return lexicon_; }
  const Morphology& morphology() const { return morphology_; }

 private:
  void add_names(const std::filesystem::path& file, std::initializer_list<std::string_view> columns);

  Lexicon lexicon_;
  Morphology morphology_;
  std::unordered_set<std::string> names_;  ///< Lower case.
};

/// The words of a folder: one object, and one memory of forms, for all who ask while it lives.
/// Thread rule: may be called from several threads at once.
std::shared_ptr<const SwahiliWords> share_swahili_words(const std::filesystem::path& language_folder,
                                                        const std::filesystem::path& gazetteer);

}  // namespace habari::swahili
