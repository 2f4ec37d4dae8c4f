#pragma once

#include "analysis/parts/known_words.hpp"
#include "analysis/sw/form_analyzer.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <unordered_set>

namespace habari::swahili {

/// What Swahili's tables know of words: the readings of forms, and which forms are listed as names.
class SwahiliWords : public WordJudge {
 public:
  /// Errors: Error where a table of the language folder or of the gazetteer is bad.
  SwahiliWords(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer);

  /// Nothing is known of forms that are longer than any word.
  static constexpr std::size_t longest_form = 64;
  bool knows(std::string_view form) const override;
  bool knows_name(std::string_view form) const override;
  bool are_one_word(std::string_view first, std::string_view second) const override;
  const FormAnalyzer& forms() const { return forms_; }

 private:
  FormAnalyzer forms_;
  std::unordered_set<std::string> names_;  ///< Countries, places and people's names, in lower case.
};

/// The words of a folder: one object, and one memory of forms, for all who ask while it lives.
/// Thread rule: may be called from several threads at once.
std::shared_ptr<const SwahiliWords> share_swahili_words(const std::filesystem::path& language_folder,
                                                        const std::filesystem::path& gazetteer);

}  // namespace habari::swahili
