#pragma once

#include "analysis/learned/lemmatizer.hpp"
#include "analysis/learned/model_file.hpp"
#include "analysis/learned/network.hpp"
#include "analysis/segmentation/segmenter.hpp"

#include <habari/extractors/analyzer.hpp>

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace habari::learned {

/// An analyzer whose knowledge of its language is a model file that `habari train` made from a treebank, with tables of
/// abbreviations where there are some.
class LearnedAnalyzer : public Analyzer {
 public:
  /// `tables`: of the language, where it has some. Errors: Error where a section of the model does not fit.
  explicit LearnedAnalyzer(ModelFile file, segmentation::Tables tables = {});

  std::vector<Sentence> analyze(std::string_view text) const override;
  void parse(Sentence& sentence) const override;

 private:
  /// A stretch of a sentence that is parsed in one go.
  struct Part {
    Sentence* sentence = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  /// Longer sentences are parsed in parts, which are then tied together.
  static constexpr std::size_t longest_part = 256;

  void parse(std::span<Sentence> sentences) const;
  void parse_batch(std::span<const Part> parts) const;
  void fill(const Part& part, const Network::Result& result) const;

  std::shared_ptr<const ModelFile> file_;
  segmentation::Segmenter segmenter_;
  Network network_;
  Lemmatizer lemmatizer_;
};

/// A model with the tables that lie beside it. Errors: Error as ModelFile::open, and where a section or table does not
/// fit.
std::unique_ptr<const Analyzer> load_learned_analyzer(const std::filesystem::path& model, std::string_view language);

}  // namespace habari::learned
