#pragma once

#include "analysis/sw/grammar.hpp"
#include "analysis/sw/verb_morphology.hpp"
#include "lexicon/lexicon.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace habari::swahili {

/// Nouns, adjectives and all words that agree by class, and the words that do not.
class NominalMorphology {
 public:
  /// `grammar` and `verbs` must outlive the analyser. Reads `adjectives.tsv` and `words.tsv` of `lexicon_folder` and
  /// `irregular.tsv` of `morphology_folder`.
  /// Errors: Error where one of them is bad.
  NominalMorphology(const Grammar& grammar, const VerbMorphology& verbs, const Lexicon& lexicon,
                    const std::filesystem::path& lexicon_folder, const std::filesystem::path& morphology_folder);

  /// Appends every reading of a lower-case word that is listed or made by rule from what is listed.
  void analyze(std::string_view word, Readings& out) const;
  /// Appends one reading as a noun, its class guessed from its first letters.
  void guess(std::string_view word, Readings& out) const;

 private:
  void add(std::string_view form, Reading reading);
  void add_nouns(const Lexicon& lexicon);
  void add_noun(const NounEntry& noun);
  void add_agent_noun(const NounEntry& noun, std::size_t blank);
  void add_agreeing_words();
  void add_person_words();
  void add_adjectives(const std::filesystem::path& file);
  void add_adjective(std::string_view stem, WordKind kind, int rank);
  void add_adverbs(const Lexicon& lexicon);
  void add_words(const std::filesystem::path& file);
  void analyze_derived(std::string_view word, Readings& out) const;
  std::string adjective_form(const Concord& concord, std::string_view stem) const;

  const Grammar& grammar_;
  const VerbMorphology& verbs_;
  StringMap<Readings> forms_;
};

}  // namespace habari::swahili
