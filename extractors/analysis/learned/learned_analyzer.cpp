#include "analysis/learned/learned_analyzer.hpp"

#include <algorithm>

namespace habari::learned {
namespace {

/// Scratch memory of one thread, shared by all models.
struct Scratch {
  std::shared_ptr<Network::Workspace> workspace = Network::make_workspace();
  std::vector<WordFeatures> features;
  std::array<Network::Result, Network::batch_size> results;
};

Scratch& scratch() {
  thread_local Scratch own;
  return own;
}

/// Where a sentence was parsed in parts, hangs the roots of all but the first on the first.
void tie_parts(Sentence& sentence) {
  std::uint32_t root = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
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

}  // namespace

LearnedAnalyzer::LearnedAnalyzer(ModelFile file, segmentation::Tables tables)
    : file_(std::make_shared<const ModelFile>(std::move(file))),
      segmenter_(std::move(tables), nullptr, file_),
      network_(*file_),
      lemmatizer_(*file_, network_.tags()) {}

std::vector<Sentence> LearnedAnalyzer::analyze(std::string_view text) const {
  std::vector<Sentence> sentences = segmenter_.segment(text);
  parse(std::span(sentences));
  return sentences;
}

void LearnedAnalyzer::parse(Sentence& sentence) const { parse(std::span(&sentence, 1)); }

void LearnedAnalyzer::parse(std::span<Sentence> sentences) const {
  std::vector<Part> parts;
  for (Sentence& sentence : sentences) {
    for (std::size_t begin = 0; begin < sentence.tokens.size(); begin += longest_part) {
      parts.push_back({&sentence, begin, std::min(sentence.tokens.size(), begin + longest_part)});
    }
  }
  // Parts of like length together, so that a batch stays full to its end.
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.end - a.begin > b.end - b.begin; });
  for (std::size_t first = 0; first < parts.size(); first += Network::batch_size) {
    parse_batch(std::span(parts).subspan(first, std::min(Network::batch_size, parts.size() - first)));
  }
  for (Sentence& sentence : sentences) {
    if (sentence.tokens.size() > longest_part) tie_parts(sentence);
  }
}

void LearnedAnalyzer::parse_batch(std::span<const Part> parts) const {
  Scratch& own = scratch();
  own.features.clear();
  std::array<std::size_t, Network::batch_size> lengths{};
  for (std::size_t b = 0; b < parts.size(); ++b) {
    lengths[b] = parts[b].end - parts[b].begin;
    for (std::size_t i = parts[b].begin; i < parts[b].end; ++i) {
      own.features.push_back(word_features(parts[b].sentence->tokens[i].form));
    }
  }
  network_.run(own.features, std::span(lengths).first(parts.size()), *own.workspace, own.results);
  for (std::size_t b = 0; b < parts.size(); ++b) fill(parts[b], own.results[b]);
}

void LearnedAnalyzer::fill(const Part& part, const Network::Result& result) const {
  for (std::size_t i = part.begin; i < part.end; ++i) {
    Token& token = part.sentence->tokens[i];
    const std::uint32_t number = result.tags[i - part.begin];
    const Tag& tag = network_.tags()[number];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    token.feats = tag.feats;
    token.lemma = lemmatizer_.lemma(token.form, number);
    const std::uint32_t head = result.heads[i - part.begin];
    token.head = head == 0 ? 0 : head + static_cast<std::uint32_t>(part.begin);
    const Relation& relation = network_.relations()[result.relations[i - part.begin]];
    token.deprel = relation.deprel;
    token.subtype = relation.subtype;
  }
}

std::unique_ptr<const Analyzer> load_learned_analyzer(const std::filesystem::path& model, std::string_view language) {
  return std::make_unique<LearnedAnalyzer>(ModelFile::open(model, language),
                                           segmentation::Tables(std::filesystem::absolute(model).parent_path()));
}

}  // namespace habari::learned
