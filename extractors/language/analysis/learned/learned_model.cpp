#include "analysis/learned/learned_model.hpp"

#include "analysis/composed/composed_analyzer.hpp"
#include "analysis/parts/reader_kind.hpp"

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

}  // namespace

LearnedModel::LearnedModel(ModelFile file, segmentation::Tables tables, IrregularForms irregular,
                           std::shared_ptr<const WordJudge> words)
    : file_(std::make_shared<const ModelFile>(std::move(file))),
      segmenter_(std::move(tables), std::move(words), file_),
      network_(*file_) {
  if (Lemmatizer::is_in(*file_)) lemmatizer_.emplace(*file_, network_.tags(), std::move(irregular));
}

std::vector<Sentence> LearnedModel::cut(std::string_view text) const { return segmenter_.segment(text); }

std::string LearnedModel::identifier() const { return reader_identifier(ReaderKind::fast, file_->checksum()); }

void LearnedModel::fill(std::span<Sentence> sentences) const {
  if (lemmatizer_) lemmatizer_->fill(sentences);
}

void LearnedModel::read(std::span<Sentence> sentences) const {
  std::vector<SentencePart> parts;
  for (Sentence& sentence : sentences) {
    if (finds_names()) sentence.names.clear();
    sentence.margins.assign(sentence.tokens.size(), {});
    for (std::size_t begin = 0; begin < sentence.tokens.size(); begin += longest_part) {
      parts.push_back({&sentence, begin, std::min(sentence.tokens.size(), begin + longest_part)});
    }
  }
  // Parts of like length together, so that a batch stays full to its end; those of one sentence stay in order.
  std::stable_sort(parts.begin(), parts.end(),
                   [](const SentencePart& a, const SentencePart& b) { return a.end - a.begin > b.end - b.begin; });
  for (std::size_t first = 0; first < parts.size(); first += Network::batch_size) {
    read_batch(std::span(parts).subspan(first, std::min(Network::batch_size, parts.size() - first)));
  }
  for (Sentence& sentence : sentences) {
    if (sentence.tokens.size() > longest_part) tie_parts(sentence);
  }
}

void LearnedModel::read_batch(std::span<const SentencePart> parts) const {
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
  for (std::size_t b = 0; b < parts.size(); ++b) fill_part(parts[b], own.results[b]);
}

void LearnedModel::fill_part(const SentencePart& part, const Network::Result& result) const {
  for (std::size_t i = part.begin; i < part.end; ++i) {
    Token& token = part.sentence->tokens[i];
    const Tag& tag = network_.tags()[result.tags[i - part.begin]];
    token.upos = tag.upos;
    token.xpos = tag.xpos;
    token.feats = tag.feats;
    const std::uint32_t head = result.heads[i - part.begin];
    token.head = head == 0 ? 0 : head + static_cast<std::uint32_t>(part.begin);
    const Relation& relation = network_.relations()[result.relations[i - part.begin]];
    token.deprel = relation.deprel;
    token.subtype = relation.subtype;
    part.sentence->margins[i] = result.margins[i - part.begin];
  }
  const auto first = static_cast<std::uint32_t>(part.begin);
  for (const NameRange& name : result.names) {
    part.sentence->names.push_back({name.first + first, name.end + first, network_.kinds()[name.kind]});
  }
}

std::shared_ptr<const LearnedModel> open_model(const std::filesystem::path& path, std::string_view language,
                                               std::shared_ptr<const WordJudge> words) {
  const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
  IrregularForms irregular;
  if (std::filesystem::exists(folder / "lemmas.tsv")) irregular = IrregularForms(folder / "lemmas.tsv");
  return std::make_shared<LearnedModel>(ModelFile::open(path, language), segmentation::Tables(folder),
                                        std::move(irregular), std::move(words));
}

std::unique_ptr<const Analyzer> analyzer_of(std::shared_ptr<const LearnedModel> model) {
  return std::make_unique<ComposedAnalyzer>(AnalyzerParts{model, model, model});
}

}  // namespace habari::learned
