#include "analysis/composed/composed_analyzer.hpp"

#include "analysis/composed/relative_agreement.hpp"

namespace habari {

std::vector<Sentence> ComposedAnalyzer::analyze(std::string_view text) const {
  std::vector<Sentence> sentences = parts_.cutter->cut(text);
  parse(sentences);
  return sentences;
}

void ComposedAnalyzer::parse(std::span<Sentence> sentences) const {
  for (Sentence& sentence : sentences) {
    for (Token& token : sentence.tokens) token.lemma.clear();
  }
  parts_.reader->read(sentences);
  if (parts_.features_by_morphology) {
    for (Sentence& sentence : sentences) {
      for (Token& token : sentence.tokens) {
        token.xpos.clear();
        token.feats.clear();
      }
    }
  }
  if (parts_.morphology) parts_.morphology->fill(sentences);
  attach_relatives_by_agreement(sentences);
}

void ComposedAnalyzer::find_names(std::span<Sentence> sentences) const {
  std::vector<Sentence> copies(sentences.begin(), sentences.end());
  parts_.reader->read(copies);
  for (std::size_t i = 0; i < copies.size(); ++i) sentences[i].names = std::move(copies[i].names);
}

}  // namespace habari
