#pragma once

#include "analysis/learned/lemmatizer.hpp"
#include "analysis/learned/model_file.hpp"
#include "analysis/learned/multiword.hpp"
#include "analysis/learned/network.hpp"
#include "analysis/learned/segmenter.hpp"
#include "analysis/sentence_parts.hpp"
#include "analysis/text_cutter.hpp"
#include "analysis/tree_reader.hpp"

#include <habari/extractors/analyzer.hpp>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari::learned {

/// All parts of an analyzer for one language, from a model file that `habari train` made from a treebank. As a reader
/// it is the fast one.
class LearnedModel : public TextCutter, public TreeReader, public Morphology {
 public:
  explicit LearnedModel(ModelFile file);

  std::vector<Sentence> cut(std::string_view text) const override;
  void read(std::span<Sentence> sentences) const override;
  bool finds_names() const override { return false; }
  std::string identifier() const override;
  void fill(std::span<Sentence> sentences) const override { lemmatizer_.fill(sentences); }

 private:
  void read_batch(std::span<const SentencePart> parts) const;
  void fill_part(const SentencePart& part, const Network::Result& result) const;

  ModelFile file_;
  Segmenter segmenter_;
  MultiwordTable multiwords_;
  Network network_;
  Lemmatizer lemmatizer_;
};

/// Errors: Error as ModelFile::open, and where a section does not fit.
std::shared_ptr<const LearnedModel> open_model(const std::filesystem::path& path, std::string_view language);

/// The analyzer all of whose parts are the model's.
std::unique_ptr<const Analyzer> analyzer_of(std::shared_ptr<const LearnedModel> model);

}  // namespace habari::learned
