#include "analysis/sw/nominal_morphology.hpp"

#include <algorithm>

namespace habari::swahili {
/// Nouns made from verbs (`mkulima`-like agents in -ji, abstracts in u- -ji, results in ma- -o), and adverbs and
/// adjectives made with ki- (`kisiasa`), where the base is listed.
void NominalMorphology::analyze_derived(std::string_view word, Readings& out) const {
  const auto noun = [&](Agreement classes, bool person, std::string lemma, bool plural) {
    Reading reading;
    reading.kind = WordKind::noun;
    reading.person = person;
    reading.classes = reading.own = classes;
    reading.lemma = std::move(lemma);
    reading.plural = plural;
    reading.singular = !plural;
    reading.rank = 62;
    out.push_back(std::move(reading));
  };
  const auto is_verb = [&](std::string stem) {
    VerbMorphology::Stem found;
    return stem.size() >= 3 && verbs_.find_stem(stem, found);
  };
  const auto deverbal = [&](std::string_view rest) {
    if (rest.size() < 4) return false;
    const std::string body(rest.substr(0, rest.size() - 1));
    if (rest.ends_with("ji")) return is_verb(std::string(rest.substr(0, rest.size() - 2)));
    if (rest.back() == 'o' || rest.back() == 'i') return is_verb(body + "a") || is_verb(std::string(rest));
    if (rest.back() == 'u') return is_verb(body + "a");
    return false;
  };
  if (word.size() > 5) {
    for (const DeverbalNoun& rule : grammar_.deverbal_nouns) {
      if (!word.starts_with(rule.prefix) || !word.ends_with(rule.ending)) continue;
      const std::string_view rest = word.substr(rule.prefix.size());
      if (deverbal(rest)) noun(rule.classes, rule.person, rule.singular + std::string(rest), rule.plural);
    }
  }
  // mabenki, mashule: a plural in ma- of what has none of its own
  if (word.size() > 5 && word.starts_with("ma")) {
    const auto base = forms_.find(word.substr(2));
    if (base != forms_.end() && base->second.front().kind == WordKind::noun &&
        (base->second.front().own & class_bit(9)) != 0) {
      const Reading& singular = base->second.front();
      noun(class_bit(6) | (singular.person ? class_bit(2) : 0), singular.person, singular.lemma, true);
    }
  }
  if (word.size() > 5 && (word.starts_with("ki"))) {
    const auto base = forms_.find(word.substr(2));
    if (base != forms_.end() && base->second.front().kind == WordKind::noun) {
      Reading reading;
      reading.kind = WordKind::adverb;
      reading.lemma = word;
      reading.classes = all_classes;
      reading.rank = 64;
      out.push_back(std::move(reading));
    }
  }
}

void NominalMorphology::analyze(std::string_view word, Readings& out) const {
  if (const auto found = forms_.find(word); found != forms_.end()) {
    out.insert(out.end(), found->second.begin(), found->second.end());
    return;
  }
  const std::size_t before = out.size();
  analyze_derived(word, out);
  if (out.size() == before && word.size() > 6 && word.ends_with("ni")) {
    const std::string_view base = word.substr(0, word.size() - 2);
    Readings derived;
    analyze_derived(base, derived);
    for (Reading& reading : derived) {
      if (reading.kind != WordKind::noun || reading.person) continue;
      reading.locative = true;
      reading.classes |= place_classes;
      out.push_back(std::move(reading));
    }
  }
}

void NominalMorphology::guess(std::string_view word, Readings& out) const {
  Reading reading;
  reading.kind = WordKind::noun;
  reading.guessed = true;
  reading.rank = 25;
  reading.lemma = word;
  for (const NounPrefix& rule : grammar_.noun_prefixes) {
    if (!word.starts_with(rule.prefix)) continue;
    reading.classes = reading.own = rule.classes;
    break;
  }
  reading.plural = (reading.classes & plural_classes) == reading.classes;
  reading.singular = !reading.plural;
  if (word.size() > 5 && word.ends_with("ni")) {
    reading.locative = true;
    reading.classes |= place_classes;
  }
  out.push_back(std::move(reading));
}

}  // namespace habari::swahili
