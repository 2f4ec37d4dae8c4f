#include <habari/extractors/trainer.hpp>

#include "analysis/learned/learned_model.hpp"
#include "analysis/learned/training/dictionary.hpp"
#include "analysis/learned/training/lemma_training.hpp"
#include "analysis/learned/training/network_data.hpp"
#include "analysis/learned/training/network_export.hpp"
#include "analysis/learned/training/network_training.hpp"
#include "analysis/learned/training/segmenter_training.hpp"
#include "analysis/learned/training/treebank.hpp"
#include "analysis/learned/training/word_vectors.hpp"

#include <habari/core/error.hpp>

#include <algorithm>
#include <bit>
#include <stdexcept>

namespace habari {
namespace {

std::size_t count_words(const learned::Treebank& treebank) {
  std::size_t words = 0;
  for (const ConlluSentence& entry : treebank.sentences) words += entry.sentence.tokens.size();
  return words;
}

std::size_t choose_subword_rows(std::size_t words) {
  return std::clamp<std::size_t>(std::bit_ceil(words / 16 + 1), 1U << 10U, 1U << 14U);
}

/// The vectors in the order of the network's word table.
learned::Matrix by_rows(const learned::WordVectors& vectors, const learned::NetworkLabels& labels) {
  learned::Matrix out;
  out.resize(labels.words.size() + 1, vectors.width());
  for (std::size_t i = 0; i < vectors.words.size(); ++i) {
    std::copy_n(vectors.values.row(i), vectors.width(), out.row(labels.rows.at(vectors.words[i])));
  }
  return out;
}

learned::NetworkShape shape_of(const TrainingOptions& options, const learned::NetworkLabels& labels) {
  learned::NetworkShape shape;
  shape.word_rows = labels.words.size() + 1;
  shape.subword_rows = labels.subword_rows;
  shape.input = options.input;
  shape.hidden = options.hidden;
  shape.layers = options.layers;
  shape.arc = options.arc;
  shape.label = options.label;
  shape.tags = labels.tags.size();
  shape.relations = labels.relations.size();
  shape.names = labels.kinds.empty() ? 0 : 1 + 2 * labels.kinds.size();
  return shape;
}

}  // namespace

void train_model(const TrainingOptions& options, const std::filesystem::path& model) {
  for (const std::size_t width : {options.input, options.hidden, options.arc, options.label}) {
    if (width == 0 || width % 16 != 0) throw std::invalid_argument("widths of a network are multiples of 16");
  }
  const learned::Treebank gold = learned::read_treebank(options.treebanks);
  if (gold.sentences.empty()) throw Error("the treebanks hold no sentence");
  learned::Treebank silver = learned::read_treebank(options.silver);
  learned::leave_out_unknown_columns(gold, silver);
  learned::ModelWriter writer(options.language);
  if (options.segmenter) {
    learned::train_segmenter(gold.sentences, options.seed, writer);
    learned::train_multiwords(gold.sentences, writer);
  }
  learned::WordVectors vectors;
  if (!options.vectors.empty()) vectors = learned::read_word_vectors(options.vectors, options.vector_words);
  const std::size_t subword_rows =
      options.subword_rows != 0 ? options.subword_rows : choose_subword_rows(count_words(gold) + count_words(silver));
  const learned::NetworkLabels labels = learned::collect_labels(gold, silver, vectors.words, subword_rows);
  std::vector<learned::DictionaryEntry> dictionary;
  if (!options.dictionary.empty()) dictionary = learned::read_dictionary(options.dictionary);
  if (learned::has_lemmas(gold)) learned::train_lemmatizer(gold.sentences, labels.tags, dictionary, writer);
  std::vector<std::uint32_t> tag_upos;
  for (const learned::Tag& tag : labels.tags) tag_upos.push_back(static_cast<std::uint32_t>(tag.upos));
  learned::TrainableNetwork network(shape_of(options, labels), tag_upos, options.seed);
  if (!options.vectors.empty()) network.use_vectors(by_rows(vectors, labels));
  const std::vector<learned::NetworkSentence> sentences = learned::encode(gold, labels);
  learned::train_network(network, sentences, learned::encode(silver, labels), options);
  learned::export_network(network, labels, sentences, writer);
  writer.write(model);
}

std::unique_ptr<const Analyzer> load_model(const std::filesystem::path& model, std::string_view language) {
  return learned::analyzer_of(learned::open_model(model, language));
}

}  // namespace habari
