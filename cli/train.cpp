#include "commands.hpp"
#include "report.hpp"

#include <habari/core/conllu.hpp>
#include <habari/core/error.hpp>
#include <habari/extractors/analyzer.hpp>
#include <habari/extractors/data_directory.hpp>
#include <habari/extractors/trainer.hpp>
#include <habari/extractors/treebank_scores.hpp>

#include <fmt/core.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace habari::cli {
namespace {

struct TrainArguments {
  TrainingOptions options;
  std::vector<std::filesystem::path> dev;
  std::filesystem::path model;
  std::string reader;  ///< The reader that is measured; empty: the model alone.
};

void print_scores(std::string_view what, const TreebankScores& scores) {
  fmt::print("{:<12} {:6.2f} {:6.2f} {:6.2f} {:6.2f} {:6.2f} {:6.2f} {:6.2f} {:6.2f} {:>6}\n", what, scores.words,
             scores.sentences, scores.upos, scores.xpos, scores.feats, scores.lemmas, scores.uas, scores.las,
             scores.names ? fmt::format("{:.2f}", *scores.names) : "-");
}

void measure(const TrainArguments& arguments) {
  std::vector<ConlluSentence> treebank;
  for (const std::filesystem::path& path : arguments.dev) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path.string() + ": cannot be read");
    ConlluReader reader(in, path.string(), {.partial_trees = true});
    ConlluSentence sentence;
    while (reader.next(sentence)) treebank.push_back(std::move(sentence));
  }
  const std::string& language = arguments.options.language;
  const auto analyzer = arguments.reader.empty()
                            ? load_model(arguments.model, language)
                            : make_analyzer(language, DataDirectory::locate(), parse_reader_kind(arguments.reader));
  fmt::print("{:<12} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6} {:>6}\n", "", "words", "sents", "UPOS", "XPOS",
             "feats", "lemmas", "UAS", "LAS", "names");
  print_scores("gold words", score_words(*analyzer, treebank));
  print_scores("raw text", score_text(*analyzer, treebank));
}

void run(TrainArguments& arguments) {
  if (arguments.model.empty()) {
    arguments.model = DataDirectory::locate().language(arguments.options.language) / "model.bin";
  }
  Report report;
  arguments.options.progress = [&report](std::string_view line) { report.note(line); };
  if (!arguments.options.treebanks.empty()) {
    std::filesystem::create_directories(std::filesystem::absolute(arguments.model).parent_path());
    train_model(arguments.options, arguments.model);
  }
  if (!arguments.dev.empty()) measure(arguments);
}

}  // namespace

void add_train(CLI::App& app, Outcome&) {
  auto arguments = std::make_shared<TrainArguments>();
  TrainingOptions& options = arguments->options;
  CLI::App* command =
      app.add_subcommand("train", "Train tagger, lemmatizer, parser and name finder on treebanks, or measure a model");
  command->add_option("--language", options.language, "Code of the language: en")->required();
  command->add_option("TRAIN", options.treebanks, "Treebanks in CoNLL-U to train on; none: only measure the model");
  command->add_option("--dev", arguments->dev, "Treebanks to measure on");
  command
      ->add_option("--reader", arguments->reader,
                   "Measure this reader as a whole, accurate or fast: its network, tables and morphology")
      ->check(CLI::IsMember({"accurate", "fast"}));
  command->add_option("-o,--model", arguments->model, "Model file (default: model.bin of the language's data folder)");
  command->add_option("--silver", options.silver,
                      "Trees and names that a reader found (CoNLL-U), to learn from beside the treebanks");
  command
      ->add_option("--silver-ratio", options.silver_ratio,
                   "Words of them in a pass, at most, for each word of the treebanks")
      ->capture_default_str()
      ->check(CLI::NonNegativeNumber);
  command->add_flag_callback(
      "--no-segmenter", [&options] { options.segmenter = false; },
      "Leave it to rules and the language's tables where tokens and sentences end");
  command->add_option("--vectors", options.vectors, "Word vectors in the text format of GloVe or word2vec");
  command->add_option("--vector-words", options.vector_words, "How many of them are used, from the first")
      ->capture_default_str();
  command->add_option("--dictionary", options.dictionary,
                      "Known words for the lemmatizer: lines of lemma and UPOS, with a tab between");
  command->add_option("--batch-words", options.batch_words, "Words of a batch")->capture_default_str();
  command->add_option("--seed", options.seed, "Seed of all random choices")->capture_default_str();
  command->add_option("--epochs", options.epochs, "Passes over the treebanks")->capture_default_str();
  command->add_option("--input", options.input, "Width of the word embeddings")->capture_default_str();
  command->add_option("--hidden", options.hidden, "Cells of each recurrent layer and direction")->capture_default_str();
  command->add_option("--layers", options.layers, "Recurrent layers")->capture_default_str();
  command->add_option("--arc", options.arc, "Width of the head scores")->capture_default_str();
  command->add_option("--label", options.label, "Width of the relation scores")->capture_default_str();
  command->add_option("--rate", options.rate, "Learning rate at its highest")->capture_default_str();
  command->callback([arguments] { run(*arguments); });
}

}  // namespace habari::cli
