#pragma once

#include "analysis/learned/lemmatizer.hpp"
#include "analysis/learned/model_file.hpp"
#include "analysis/learned/multiword.hpp"
#include "analysis/learned/network.hpp"
#include "analysis/learned/segmenter.hpp"
#include "analysis/sentence_parts.hpp"

#include <habari/extractors/analyzer.hpp>

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace habari::learned {

/// An analyzer whose whole knowledge of its language is a model file that `habari train` made from a treebank.
class LearnedAnalyzer : public Analyzer {
 public:
  explicit LearnedAnalyzer(ModelFile file);

  std::vector<Sentence> analyze(std::string_view text) const override;
  void parse(Sentence& sentence) const override;

 private:
  void parse(std::span<Sentence> sentences) const;
  void parse_batch(std::span<const SentencePart> parts) const;
  void fill(const SentencePart& part, const Network::Result& result) const;

  ModelFile file_;
  Segmenter segmenter_;
  MultiwordTable multiwords_;
  Network network_;
  Lemmatizer lemmatizer_;
};

/// Errors: Error as ModelFile::open, and where a section does not fit.
std::unique_ptr<const Analyzer> load_learned_analyzer(const std::filesystem::path& model, std::string_view language);

}  // namespace habari::learned
