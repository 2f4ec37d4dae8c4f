#pragma once

#include "analysis/sw/grammar.hpp"
#include "lexicon/lexicon.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace habari::swahili {

/// Takes a verb form apart: negation, subject, tense, relative, object, stem with its extensions, final vowel.
class VerbMorphology {
 public:
  /// `grammar` must outlive the analyser. Stems are the one-word lemmas of `lexicon` and the rows of
  /// `stems` (columns `stem`, `lemma`).
  /// Errors: Error where `stems` is bad.
  VerbMorphology(const Grammar& grammar, const Lexicon& lexicon, const std::filesystem::path& stems);

  /// Appends every reading of a lower-case word as a verb, copula or verb-like word; unknown stems are guessed.
  void analyze(std::string_view word, Readings& out) const;

  /// A dictionary form found under a stem in -a (or a stem with another final vowel that never changes).
  struct Stem {
    std::string lemma;
    std::uint8_t voices = 0;
    std::uint8_t steps = 0;  ///< Extensions undone.
    bool guessed = false;
  };
  /// The best lexicon stem from which `stem` derives; false where there is none.
  bool find_stem(std::string_view stem, Stem& out) const;

 private:
  struct Slots;
  void analyze_copulas(std::string_view word, Readings& out) const;
  void analyze_possessive(std::string_view word, Readings& out) const;
  void analyze_infinitive(std::string_view word, Readings& out) const;
  void analyze_finite(std::string_view word, Readings& out) const;
  void analyze_bare(std::string_view word, Readings& out) const;
  void after_subject(const Slots& slots, std::string_view rest, Readings& out) const;
  void after_tense(const Slots& slots, std::string_view rest, Readings& out) const;
  void stem_slot(const Slots& slots, std::string_view rest, Readings& out) const;
  void emit(const Slots& slots, std::string_view surface, Readings& out) const;
  bool derive(std::string_view stem, int depth, Stem& out) const;
  bool is_listed(std::string_view stem) const { return stems_.find(stem) != stems_.end(); }

  const Grammar& grammar_;
  StringMap<std::string> stems_;  ///< To the dictionary form.
};

}  // namespace habari::swahili
