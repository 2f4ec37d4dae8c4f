#include "relation_words.hpp"

#include "folded_text.hpp"

#include <algorithm>

namespace habari {

std::set<std::string> relation_names(const Extractor& extractor, std::string_view relation,
                                     const std::string& language) {
  std::string words = folded(relation);
  std::replace(words.begin(), words.end(), '_', ' ');
  std::set<std::string> names{words};
  for (const std::string& code : {language, std::string("en")}) {
    Article phrase;
    phrase.language = code;
    phrase.text = words;
    for (const Sentence& sentence : extractor.parse(phrase)) {
      for (const Token& token : sentence.tokens) {
        if (token.upos == Upos::verb || token.upos == Upos::noun) names.insert(folded(token.lemma));
      }
    }
  }
  return names;
}

std::optional<WordSense> word_sense(const Lexicon& lexicon, const Token& token) {
  if (token.upos == Upos::verb) {
    if (const VerbEntry* verb = lexicon.verb(token.lemma)) {
      return WordSense{verb->lemma, verb->label, verb->type, &verb->roles};
    }
    return WordSense{token.lemma, token.lemma, EventType::other, nullptr};
  }
  if (token.upos != Upos::noun) return std::nullopt;
  const NounEntry* noun = lexicon.noun(token.lemma);
  if (noun == nullptr || !noun->names_event()) return std::nullopt;
  return WordSense{noun->lemma, noun->label, noun->type, &noun->roles};
}

}  // namespace habari
