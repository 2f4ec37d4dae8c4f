#pragma once

#include "analysis/sw/chunker.hpp"
#include "analysis/sw/morphology.hpp"
#include "analysis/tokenizer.hpp"
#include "lexicon/lexicon.hpp"

#include <habari/extractors/analyzer.hpp>

namespace habari::swahili {

/// Swahili by rule: morphology, agreement, word order.
class SwahiliAnalyzer : public Analyzer {
 public:
  /// Errors: Error where a table of the language folder is bad.
  SwahiliAnalyzer(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer);

  std::vector<Sentence> analyze(std::string_view text) const override;
  void parse(std::span<Sentence> sentences) const override;
  std::string reader() const override { return std::string(name(ReaderKind::fast)); }

  const Morphology& morphology() const { return morphology_; }

 private:
  void parse_sentence(Sentence& sentence) const;

  Lexicon lexicon_;
  Tokenizer tokenizer_;
  Morphology morphology_;
  SyntaxLexicon syntax_;
};

}  // namespace habari::swahili
