#pragma once

#include "analysis/learned/lemmatizer.hpp"
#include "analysis/learned/network.hpp"
#include "analysis/model/model_file.hpp"
#include "analysis/parts/sentence_parts.hpp"
#include "analysis/parts/text_cutter.hpp"
#include "analysis/parts/tree_reader.hpp"
#include "analysis/segmentation/segmenter.hpp"

#include <habari/extractors/analyzer.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari::learned {

/// All parts of an analyzer for one language, from a model file that `habari train` made from a treebank. As a reader
/// it is the fast one. A model that learnt no names finds none, one that learnt no lemmas leaves them open.
class LearnedModel : public TextCutter, public TreeReader, public Morphology {
 public:
  /// `tables`, `irregular`, `words`: of the language, where it has some.
  explicit LearnedModel(ModelFile file, segmentation::Tables tables = {}, IrregularForms irregular = {},
                        std::shared_ptr<const WordJudge> words = nullptr);

  std::vector<Sentence> cut(std::string_view text) const override;
  void read(std::span<Sentence> sentences) const override;
  bool finds_names() const override { return !network_.kinds().empty(); }
  std::string identifier() const override;
  ReaderKind kind() const override { return ReaderKind::fast; }
  void fill(std::span<Sentence> sentences) const override;

 private:
  void read_batch(std::span<const SentencePart> parts) const;
  void fill_part(const SentencePart& part, const Network::Result& result) const;

  std::shared_ptr<const ModelFile> file_;
  segmentation::Segmenter segmenter_;
  Network network_;
  std::optional<Lemmatizer> lemmatizer_;
};

/// A model with the tables that lie beside it. `words` may be null.
/// Errors: Error as ModelFile::open, and where a section or table does not fit.
std::shared_ptr<const LearnedModel> open_model(const std::filesystem::path& path, std::string_view language,
                                               std::shared_ptr<const WordJudge> words = nullptr);

/// The analyzer all of whose parts are the model's.
std::unique_ptr<const Analyzer> analyzer_of(std::shared_ptr<const LearnedModel> model);

}  // namespace habari::learned
