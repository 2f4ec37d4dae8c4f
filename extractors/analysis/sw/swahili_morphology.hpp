#pragma once

#include "analysis/morphology.hpp"
#include "analysis/sw/form_analyzer.hpp"
#include "lexicon/lexicon.hpp"

#include <filesystem>

namespace habari::swahili {

/// Lemmas and features of Swahili words, by their forms, parts of speech and agreement in the tree.
class SwahiliMorphology : public Morphology {
 public:
  /// Errors: Error where a table of the language folder is bad.
  explicit SwahiliMorphology(const std::filesystem::path& language_folder);

  void fill(std::span<Sentence> sentences) const override;

 private:
  void fill(Sentence& sentence) const;

  FormAnalyzer forms_;
};

}  // namespace habari::swahili
