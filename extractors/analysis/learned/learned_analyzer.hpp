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
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace habari::learned {

/// An analyzer that knows of its language what `habari train` put into a model file, and a table of irregular forms.
/// Where the model learnt no lemmas, words have none: they are for the language's morphology.
class LearnedAnalyzer : public Analyzer {
 public:
  explicit LearnedAnalyzer(ModelFile file, IrregularForms irregular = {});

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
  std::optional<Lemmatizer> lemmatizer_;
};

/// With the irregular forms of `lemmas.tsv` beside the model, where that is there.
/// Errors: Error as ModelFile::open, where a section does not fit, and where a row of the table is bad.
std::unique_ptr<const Analyzer> load_learned_analyzer(const std::filesystem::path& model, std::string_view language);

}  // namespace habari::learned
