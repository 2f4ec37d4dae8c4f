#include "analysis/learned/learned_analyzer.hpp"

#include <algorithm>
#include <utility>

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

}  // namespace

LearnedAnalyzer::LearnedAnalyzer(ModelFile file, IrregularForms irregular)
    : file_(std::move(file)), segmenter_(file_), multiwords_(file_), network_(file_) {
  if (Lemmatizer::is_in(file_)) lemmatizer_.emplace(file_, network_.tags(), std::move(irregular));
}

std::vector<Sentence> LearnedAnalyzer::analyze(std::string_view text) const {
  std::vector<Sentence> sentences = cut(text, segmenter_, multiwords_);
  parse(std::span(sentences));
  return sentences;
}

void LearnedAnalyzer::parse(Sentence& sentence) const { parse(std::span(&sentence, 1)); }

void LearnedAnalyzer::parse(std::span<Sentence> sentences) const {
  std::vector<SentencePart> parts;
  for (Sentence& sentence : sentences) {
    sentence.names.clear();
    for (std::size_t begin = 0; begin < sentence.tokens.size(); begin += longest_part) {
      parts.push_back({&sentence, begin, std::min(sentence.tokens.size(), begin + longest_part)});
    }
  }
  // Parts of like length together, so that a batch stays full to its end; those of one sentence stay in order.
  std::stable_sort(parts.begin(), parts.end(),
                   [](const SentencePart& a, const SentencePart& b) { return a.end - a.begin > b.end - b.begin; });
  for (std::size_t first = 0; first < parts.size(); first += Network::batch_size) {
    parse_batch(std::span(parts).subspan(first, std::min(Network::batch_size, parts.size() - first)));
  }
  for (Sentence& sentence : sentences) {
    if (sentence.tokens.size() > longest_part) tie_parts(sentence);
  }
}

void LearnedAnalyzer::parse_batch(std::span<const SentencePart> parts) const {
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

void LearnedAnalyzer::fill(const SentencePart& part, const Network::Result& result) const {
  for (std::size_t i = part.begin; i < part.end; ++i) {
    Token& token = part.sentence->tokens[i];
    const std::uint32_t number = result.tags[i - part.begin];
    const Tag& tag = network_.tags()[number];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    token.feats = tag.feats;
    token.lemma = lemmatizer_ ? lemmatizer_->lemma(token.form, number) : std::string();
    const std::uint32_t head = result.heads[i - part.begin];
    token.head = head == 0 ? 0 : head + static_cast<std::uint32_t>(part.begin);
    const Relation& relation = network_.relations()[result.relations[i - part.begin]];
    token.deprel = relation.deprel;
    token.subtype = relation.subtype;
  }
  const auto first = static_cast<std::uint32_t>(part.begin);
  for (const NameRange& name : result.names) {
    part.sentence->names.push_back({name.first + first, name.end + first, network_.kinds()[name.kind]});
  }
}

std::unique_ptr<const Analyzer> load_learned_analyzer(const std::filesystem::path& model, std::string_view language) {
  const std::filesystem::path table = model.parent_path() / "lemmas.tsv";
  IrregularForms irregular;
  if (std::filesystem::exists(table)) irregular = IrregularForms(table);
  return std::make_unique<LearnedAnalyzer>(ModelFile::open(model, language), std::move(irregular));
}

}  // namespace habari::learned
