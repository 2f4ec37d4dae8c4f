#pragma once

#include "analysis/sw/chunker.hpp"
#include "analysis/segmentation/segmenter.hpp"
#include "analysis/sw/swahili_words.hpp"

#include <habari/extractors/analyzer.hpp>

#include <memory>

namespace habari::swahili {

/// Swahili by rule: morphology, agreement, word order.
class SwahiliAnalyzer : public Analyzer {
 public:
  /// Errors: Error where a table of the language folder is bad.
  SwahiliAnalyzer(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer);

  std::vector<Sentence> analyze(std::string_view text) const override;
  void parse(Sentence& sentence) const override;

  const Morphology& morphology() const { return words_->morphology(); }

 private:
  std::shared_ptr<const SwahiliWords> words_;
  segmentation::Segmenter segmenter_;
  SyntaxLexicon syntax_;
};

}  // namespace habari::swahili
