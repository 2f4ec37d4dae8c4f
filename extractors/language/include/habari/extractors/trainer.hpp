#pragma once

#include <habari/extractors/analyzer.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// What a model is trained on, and how.
struct TrainingOptions {
  std::string language;                          ///< BCP 47 code that the model is for: `en`.
  std::vector<std::filesystem::path> treebanks;  ///< CoNLL-U. Words without a head or relation are allowed.
  /// CoNLL-U too, trees and names as a reader found them: tags, trees and names are learnt from it, but neither tokens
  /// nor lemmas.
  std::vector<std::filesystem::path> silver;
  double silver_ratio = 1;  ///< Silver words in a pass, at most, for each word of the treebanks.
  /// Learn where tokens and sentences end; else the model leaves that to rules and the language's tables.
  bool segmenter = true;
  /// Word vectors in GloVe's or word2vec's text format, empty for none; the first `vector_words` are used.
  std::filesystem::path vectors;
  std::size_t vector_words = 30000;  ///< How many of the vectors are used.
  /// Lines of lemma and UPOS, set apart by tabs: words that the lemmatizer shall know; empty for none.
  std::filesystem::path dictionary;
  std::uint64_t seed = 1;         ///< Of all random numbers.
  std::size_t epochs = 0;         ///< Passes over the treebanks; 0: the more, the smaller they are.
  std::size_t batch_words = 500;  ///< Words that one step learns from.
  std::size_t input = 128;        ///< Widths of the network; multiples of 16.
  std::size_t hidden = 128;       ///< Of each direction of a layer.
  std::size_t layers = 2;         ///< One upon the other.
  std::size_t arc = 96;           ///< Of what heads are told by.
  std::size_t label = 96;         ///< Of what relations are told by.
  std::size_t subword_rows = 0;   ///< Rows that affixes share; 0: the more, the larger the treebanks are.
  float rate = 2e-3F;             ///< Of learning, at its highest.
  /// Called with one line a time on how far the training is.
  std::function<void(std::string_view)> progress = [](std::string_view) {};
};

/// Trains an analyzer on treebanks and writes its model file. The same treebanks, options and kind of processor give
/// the same bytes. Lemmas, XPOS and features that the treebanks do not have the model does not give; names are learnt
/// from each file that marks any, silver or not.
/// Errors: Error names file, line and field where a treebank is malformed or no tree (cycles, two roots, heads out of
/// range), where the treebanks hold no sentence, and where the model cannot be written. std::invalid_argument for
/// widths that are no multiples of 16.
void train_model(const TrainingOptions& options, const std::filesystem::path& model);

/// The analyzer of one model file.
/// Errors: Error where it is no model of this program's version and that language, or is damaged.
std::unique_ptr<const Analyzer> load_model(const std::filesystem::path& model, std::string_view language);

}  // namespace habari
