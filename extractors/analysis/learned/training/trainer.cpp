#include <habari/extractors/trainer.hpp>

#include "analysis/learned/learned_analyzer.hpp"
#include "analysis/learned/training/lemma_training.hpp"
#include "analysis/learned/training/network_data.hpp"
#include "analysis/learned/training/network_export.hpp"
#include "analysis/learned/training/network_training.hpp"
#include "analysis/learned/training/segmenter_training.hpp"

#include <habari/core/conllu.hpp>
#include <habari/core/error.hpp>

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

}  // namespace

void train_model(const TrainingOptions& options, const std::filesystem::path& model) {
  for (const std::size_t width : {options.input, options.hidden, options.arc, options.label}) {
    if (width == 0 || width % 16 != 0) throw std::invalid_argument("widths of a network are multiples of 16");
  }
  const std::vector<ConlluSentence> treebank = read_treebanks(options.treebanks);
  learned::ModelWriter writer(options.language);
  learned::train_segmenter(treebank, options.seed, writer);
  learned::train_multiwords(treebank, writer);
  const learned::NetworkLabels labels = learned::collect_labels(treebank, 2, options.subword_rows);
  learned::train_lemmatizer(treebank, labels.tags, writer);
  learned::NetworkShape shape;
  shape.word_rows = labels.words.size() + 1;
  shape.subword_rows = options.subword_rows;
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
  learned::train_network(network, sentences, options);
  learned::export_network(network, labels, sentences, writer);
  writer.write(model);
}

std::unique_ptr<const Analyzer> load_model(const std::filesystem::path& model, std::string_view language) {
  return learned::load_learned_analyzer(model, language);
}

}  // namespace habari
