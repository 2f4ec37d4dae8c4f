#include "analysis/sw/swahili_morphology.hpp"

#include "analysis/sw/features.hpp"
#include "analysis/sw/reading_choice.hpp"

#include <algorithm>

namespace habari::swahili {
namespace {

/// `alikuwa na gari`, `kulikuwa na ajali`: a verb of being with `na` before its object is one of having or being there.
bool has_company(const std::vector<Word>& words, std::size_t verb) {
  const auto is_under = [&](const Word& word, std::size_t head, Deprel relation) {
    return word.head == static_cast<int>(head) && word.token->deprel == relation;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_under(words[i], verb, Deprel::obj)) continue;
    for (const Word& word : words) {
      if (is_under(word, i, Deprel::case_) && lower_case(word.token->form) == having_lemma) return true;
    }
  }
  return false;
}

std::string lemma_of(const std::vector<Word>& words, std::size_t i) {
  const Token& token = *words[i].token;
  const Reading* reading = words[i].reading;
  if (reading == nullptr) return token.upos == Upos::propn ? token.form : lower_case(token.form);
  if (reading->lemma != being_lemma || token.upos != Upos::verb || !has_company(words, i)) return reading->lemma;
  // Nobody has what is there: the prefix is one of place, which looks like that of infinitives.
  const bool nobody = (words[i].agreement[slot_class] & ~(place_classes | class_bit(15))) == 0;
  return nobody && reading->verb_form == VerbForm::finite ? existence_lemma : having_lemma;
}

}  // namespace

void SwahiliMorphology::fill(std::span<Sentence> sentences) const {
  for (Sentence& sentence : sentences) fill(sentence);
}

void SwahiliMorphology::fill(Sentence& sentence) const {
  const auto is_open = [](const Token& token) { return token.lemma.empty(); };
  if (std::none_of(sentence.tokens.begin(), sentence.tokens.end(), is_open)) return;
  std::vector<Word> words(sentence.tokens.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Token& token = sentence.tokens[i];
    words[i].token = &token;
    words[i].readings = words_->forms().look_up(token.form);
    words[i].head = static_cast<int>(token.head) - 1;
  }
  choose_readings(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    Token& token = sentence.tokens[i];
    if (!is_open(token)) continue;
    token.lemma = lemma_of(words, i);
    if (token.feats.empty()) token.feats = features(words[i]);
  }
}

}  // namespace habari::swahili
