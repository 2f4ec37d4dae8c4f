#pragma once

#include "analysis/parts/morphology.hpp"
#include "analysis/parts/text_cutter.hpp"
#include "analysis/parts/tree_reader.hpp"

#include <habari/extractors/analyzer.hpp>

#include <memory>

namespace habari {

/// What an analyzer is made of.
struct AnalyzerParts {
  std::shared_ptr<const TextCutter> cutter;
  std::shared_ptr<const TreeReader> reader;
  std::shared_ptr<const Morphology> morphology;  ///< Lemmas; may be nullptr: then there are none.
  /// The morphology's features count, and the reader's tags are those of another language: they are left out.
  bool features_by_morphology = false;
};

/// An analyzer of three parts: text into words, words into trees, forms into lemmas and features.
class ComposedAnalyzer : public Analyzer {
 public:
  using Analyzer::parse;
  explicit ComposedAnalyzer(AnalyzerParts parts) : parts_(std::move(parts)) {}

  std::vector<Sentence> analyze(std::string_view text) const override;
  void parse(std::span<Sentence> sentences) const override;
  bool finds_names() const override { return parts_.reader->finds_names(); }
  void find_names(std::span<Sentence> sentences) const override;
  std::string reader() const override { return parts_.reader->identifier(); }
  ReaderKind kind() const override { return parts_.reader->kind(); }

 private:
  AnalyzerParts parts_;
};

}  // namespace habari
