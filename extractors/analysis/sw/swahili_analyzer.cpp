#include "analysis/sw/swahili_analyzer.hpp"

#include "analysis/sw/clause_builder.hpp"
#include "analysis/sw/features.hpp"
#include "analysis/sw/tagger.hpp"
#include "analysis/sw/tree.hpp"

namespace habari::swahili {

SwahiliAnalyzer::SwahiliAnalyzer(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer)
    : lexicon_(language_folder / "lexicon"),
      tokenizer_(language_folder),
      morphology_(lexicon_, language_folder, gazetteer),
      syntax_(lexicon_, language_folder / "morphology" / "syntax.tsv") {}

std::vector<Sentence> SwahiliAnalyzer::analyze(std::string_view text) const {
  std::vector<Sentence> sentences = tokenizer_.split(text);
  parse(sentences);
  return sentences;
}

void SwahiliAnalyzer::parse(std::span<Sentence> sentences) const {
  for (Sentence& sentence : sentences) parse_sentence(sentence);
}

void SwahiliAnalyzer::parse_sentence(Sentence& sentence) const {
  if (sentence.tokens.empty()) return;
  std::vector<std::string_view> forms;
  forms.reserve(sentence.tokens.size());
  for (const Token& token : sentence.tokens) forms.push_back(token.form);
  std::vector<Word> words = Tagger(morphology_).tag(forms);
  build_clauses(words, chunk(words, syntax_), syntax_);
  complete_tree(words);
  write_tokens(words, sentence);
}

}  // namespace habari::swahili
