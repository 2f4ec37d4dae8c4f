#include "analysis/sw/swahili_analyzer.hpp"

#include "analysis/sw/clause_builder.hpp"
#include "analysis/sw/features.hpp"
#include "analysis/sw/tagger.hpp"
#include "analysis/sw/tree.hpp"

namespace habari::swahili {

SwahiliAnalyzer::SwahiliAnalyzer(const std::filesystem::path& language_folder, const std::filesystem::path& gazetteer)
    : words_(share_swahili_words(language_folder, gazetteer)),
      segmenter_(segmentation::Tables(language_folder), words_),
      syntax_(words_->lexicon(), language_folder / "morphology" / "syntax.tsv") {}

std::vector<Sentence> SwahiliAnalyzer::analyze(std::string_view text) const {
  std::vector<Sentence> sentences = segmenter_.segment(text);
  for (Sentence& sentence : sentences) parse(sentence);
  return sentences;
}

void SwahiliAnalyzer::parse(Sentence& sentence) const {
  if (sentence.tokens.empty()) return;
  std::vector<std::string_view> forms;
  forms.reserve(sentence.tokens.size());
  for (const Token& token : sentence.tokens) forms.push_back(token.form);
  std::vector<Word> words = Tagger(words_->morphology()).tag(forms);
  build_clauses(words, chunk(words, syntax_), syntax_);
  complete_tree(words);
  write_tokens(words, sentence);
}

}  // namespace habari::swahili
