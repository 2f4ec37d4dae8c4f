#include "analysis/learned/learned_analyzer.hpp"

#include <algorithm>

namespace habari::learned {
namespace {

/// Scratch memory of one thread, shared by all models.
struct Scratch {
  std::shared_ptr<Network::Workspace> workspace = Network::make_workspace();
  std::vector<WordFeatures> features;
  Network::Result result;
  Segmenter::Result segments;
  std::vector<std::string> words;
};

Scratch& scratch() {
  thread_local Scratch own;
  return own;
}

}  // namespace

LearnedAnalyzer::LearnedAnalyzer(ModelFile file)
    : file_(std::move(file)),
      segmenter_(file_),
      multiwords_(file_),
      network_(file_),
      lemmatizer_(file_, network_.tags()) {}

std::vector<Sentence> LearnedAnalyzer::analyze(std::string_view text) const {
  Scratch& own = scratch();
  segmenter_.segment(text, longest_part, own.segments);
  std::vector<Sentence> sentences;
  sentences.reserve(own.segments.sentence_ends.size());
  std::size_t at = 0;
  for (const std::size_t end : own.segments.sentence_ends) {
    Sentence& sentence = sentences.emplace_back();
    sentence.span = {own.segments.tokens[at].begin, own.segments.tokens[end - 1].end};
    sentence.tokens.reserve(end - at + 2);
    for (; at < end; ++at) {
      multiwords_.expand(slice(text, own.segments.tokens[at]), own.words);
      for (std::string& word : own.words) {
        Token& token = sentence.tokens.emplace_back();
        token.span = own.segments.tokens[at];
        token.form = std::move(word);
      }
    }
    parse(sentence);
  }
  return sentences;
}

void LearnedAnalyzer::parse(Sentence& sentence) const {
  const std::size_t words = sentence.tokens.size();
  std::uint32_t root = 0;
  for (std::size_t begin = 0; begin < words; begin += longest_part) {
    const std::size_t end = std::min(words, begin + longest_part);
    parse_part(sentence, begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      Token& token = sentence.tokens[i];
      if (token.head != 0) continue;
      if (root == 0) {
        root = static_cast<std::uint32_t>(i + 1);
      } else {
        token.head = root;
        token.deprel = Deprel::parataxis;
        token.subtype.clear();
      }
    }
  }
}

void LearnedAnalyzer::parse_part(Sentence& sentence, std::size_t begin, std::size_t end) const {
  Scratch& own = scratch();
  own.features.clear();
  for (std::size_t i = begin; i < end; ++i) own.features.push_back(word_features(sentence.tokens[i].form));
  network_.run(own.features, *own.workspace, own.result);
  for (std::size_t i = begin; i < end; ++i) {
    Token& token = sentence.tokens[i];
    const std::uint32_t number = own.result.tags[i - begin];
    const Tag& tag = network_.tags()[number];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    token.feats = tag.feats;
    token.lemma = lemmatizer_.lemma(token.form, number);
    const std::uint32_t head = own.result.heads[i - begin];
    token.head = head == 0 ? 0 : head + static_cast<std::uint32_t>(begin);
    const Relation& relation = network_.relations()[own.result.relations[i - begin]];
    token.deprel = relation.deprel;
    token.subtype = relation.subtype;
  }
}

std::unique_ptr<const Analyzer> load_learned_analyzer(const std::filesystem::path& model, std::string_view language) {
  return std::make_unique<LearnedAnalyzer>(ModelFile::open(model, language));
}

}  // namespace habari::learned
