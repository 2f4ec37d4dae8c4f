#include <habari/extractors/trainer.hpp>

#include "analysis/learned/learned_model.hpp"
#include "analysis/learned/training/dictionary.hpp"
#include "analysis/learned/training/lemma_training.hpp"
#include "analysis/learned/training/network_data.hpp"
#include "analysis/learned/training/network_export.hpp"
#include "analysis/learned/training/network_training.hpp"
#include "analysis/learned/training/segmenter_training.hpp"
#include "analysis/learned/training/voting.hpp"
#include "analysis/learned/training/word_vectors.hpp"

#include <habari/core/conllu.hpp>
#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <algorithm>
#include <bit>
#include <fstream>
#include <stdexcept>

namespace habari {
namespace {

std::vector<ConlluSentence> read_treebanks(const std::vector<std::filesystem::path>& paths) {
  std::vector<ConlluSentence> treebank;
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path.string() + ": cannot be read");
    ConlluReader reader(in, path.string(), {.partial_trees = true});
    ConlluSentence sentence;
    while (reader.next(sentence)) treebank.push_back(std::move(sentence));
  }
  if (treebank.empty()) throw Error("the treebanks hold no sentence");
  return treebank;
}

std::size_t choose_subword_rows(const std::vector<ConlluSentence>& treebank) {
  std::size_t words = 0;
  for (const ConlluSentence& entry : treebank) words += entry.sentence.tokens.size();
  return std::clamp<std::size_t>(std::bit_ceil(words / 16 + 1), 1U << 10U, 1U << 14U);
}

/// Raw text as sentences of words, cut by what the treebank taught.
std::vector<Sentence> read_raw(const std::vector<std::filesystem::path>& paths, const learned::ModelWriter& writer,
                               const std::string& language) {
  const segmentation::Segmenter segmenter({}, nullptr,
                                          std::make_shared<const learned::ModelFile>(learned::ModelFile::from_bytes(
                                              writer.bytes(), "model in training", language)));
  std::vector<Sentence> sentences;
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path.string() + ": cannot be read");
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
      if (find_invalid_utf8(line) != std::string::npos) {
        throw Error(path.string() + ":" + std::to_string(number) + ": invalid UTF-8");
      }
      for (Sentence& sentence : segmenter.segment(line)) sentences.push_back(std::move(sentence));
    }
  }
  return sentences;
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

/// What the teachers agree on in raw text.
std::vector<learned::NetworkSentence> ask_teachers(const TrainingOptions& options, const std::vector<Sentence>& raw,
                                                   const learned::NetworkLabels& labels) {
  std::vector<std::unique_ptr<const Analyzer>> teachers;
  for (const std::filesystem::path& path : options.teachers) teachers.push_back(load_model(path, options.language));
  std::vector<learned::NetworkSentence> taught;
  if (teachers.empty()) return taught;
  for (const Sentence& sentence : raw) {
    std::vector<learned::NetworkSentence> readings;
    Sentence reading = sentence;
    for (const auto& teacher : teachers) {
      teacher->parse(reading);
      readings.push_back(learned::encode(reading, labels));
    }
    taught.push_back(learned::vote(readings));
  }
  return taught;
}

}  // namespace

void train_model(const TrainingOptions& options, const std::filesystem::path& model) {
  for (const std::size_t width : {options.input, options.hidden, options.arc, options.label}) {
    if (width == 0 || width % 16 != 0) throw std::invalid_argument("widths of a network are multiples of 16");
  }
  const std::vector<ConlluSentence> treebank = read_treebanks(options.treebanks);
  learned::ModelWriter writer(options.language);
  learned::train_segmenter(treebank, options.seed, writer);
  learned::train_multiwords(treebank, writer);
  const std::vector<Sentence> raw = read_raw(options.raw, writer, options.language);
  const std::size_t subword_rows = options.subword_rows != 0 ? options.subword_rows : choose_subword_rows(treebank);
  learned::WordVectors vectors;
  if (!options.vectors.empty()) vectors = learned::read_word_vectors(options.vectors, options.vector_words);
  const learned::NetworkLabels labels = learned::collect_labels(treebank, raw, vectors.words, subword_rows);
  std::vector<learned::DictionaryEntry> dictionary;
  if (!options.dictionary.empty()) dictionary = learned::read_dictionary(options.dictionary);
  learned::train_lemmatizer(treebank, labels.tags, dictionary, writer);
  learned::NetworkShape shape;
  shape.word_rows = labels.words.size() + 1;
  shape.subword_rows = subword_rows;
  shape.input = options.input;
  shape.hidden = options.hidden;
  shape.layers = options.layers;
  shape.arc = options.arc;
  shape.label = options.label;
  shape.tags = labels.tags.size();
  shape.relations = labels.relations.size();
  std::vector<std::uint32_t> tag_upos;
  for (const learned::Tag& tag : labels.tags) tag_upos.push_back(static_cast<std::uint32_t>(tag.upos));
  std::vector<learned::NetworkSentence> sentences;
  for (const ConlluSentence& entry : treebank) sentences.push_back(learned::encode(entry.sentence, labels));
  learned::TrainableNetwork network(shape, tag_upos, options.seed);
  if (!options.vectors.empty()) network.use_vectors(by_rows(vectors, labels));
  if (!raw.empty()) {
    std::vector<learned::NetworkSentence> all_text;
    for (const ConlluSentence& entry : treebank) all_text.push_back(learned::encode_words(entry.sentence, labels));
    for (const Sentence& sentence : raw) all_text.push_back(learned::encode_words(sentence, labels));
    learned::train_neighbours(network, all_text, labels.row_counts, options);
  }
  learned::train_network(network, sentences, ask_teachers(options, raw, labels), options);
  learned::export_network(network, labels, sentences, writer);
  writer.write(model);
}

std::unique_ptr<const Analyzer> load_model(const std::filesystem::path& model, std::string_view language) {
  return learned::analyzer_of(learned::open_model(model, language));
}

}  // namespace habari
