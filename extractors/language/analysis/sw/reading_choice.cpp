#include "analysis/sw/reading_choice.hpp"

#include "analysis/sw/agreement.hpp"

#include <algorithm>
#include <initializer_list>

namespace habari::swahili {
namespace {

using Kinds = std::uint32_t;

constexpr Kinds kinds(std::initializer_list<WordKind> list) {
  Kinds out = 0;
  for (const WordKind kind : list) out |= 1U << static_cast<unsigned>(kind);
  return out;
}

/// What a word of a part of speech is by its form: as a rule, and at times.
struct PartOfSpeech {
  Upos upos;
  Kinds usual;
  Kinds possible;
};

using enum WordKind;
constexpr PartOfSpeech parts_of_speech[] = {
    {Upos::adj, kinds({adjective}), kinds({quantifier, numeral, adverb, noun, verb})},
    {Upos::adp, kinds({connective, adposition, having}),
     kinds({coordinator, adverb, noun, demonstrative, subordinator, verb, possessive_verb})},
    {Upos::adv, kinds({adverb}), kinds({demonstrative, noun, adjective, interrogative, pronoun, numeral, verb})},
    {Upos::aux, kinds({copula, locative_copula, focus, verb}), kinds({possessive_verb, existential})},
    {Upos::cconj, kinds({coordinator}), kinds({with_pronoun, adposition, subordinator, adverb, verb})},
    {Upos::det, kinds({demonstrative, possessive, quantifier}),
     kinds({adjective, pronoun, interrogative, having, numeral, noun})},
    {Upos::intj, kinds({interjection}), kinds({adverb, noun})},
    {Upos::noun, kinds({noun}), kinds({verb, adjective, adverb, name, numeral, interrogative})},
    {Upos::num, kinds({numeral}), kinds({noun, adjective, quantifier})},
    {Upos::part, kinds({interrogative, copula, focus}), kinds({adverb, interjection, adjective})},
    {Upos::pron, kinds({pronoun, relative_pronoun, interrogative, demonstrative, quantifier, with_pronoun}),
     kinds({possessive, having, copula, connective, adjective, noun, numeral})},
    {Upos::propn, kinds({name}), kinds({noun})},
    {Upos::punct, kinds({punctuation}), kinds({symbol})},
    {Upos::sconj, kinds({subordinator}), kinds({adverb, adposition, noun, demonstrative, coordinator, verb, focus})},
    {Upos::sym, kinds({symbol}), kinds({punctuation, numeral})},
    {Upos::verb, kinds({verb, possessive_verb, existential, locative_copula, copula}), kinds({focus})},
};

constexpr int usual_points = 100;
constexpr int guessed_points = 20;
constexpr int agreement_points = 12;
constexpr int unasked_subjunctive_points = -30;  // Beyond what the ranks of a verb's readings differ by.

/// Whether an infinitive is meant: as a noun a verb is nothing else.
bool fits_form(const Reading& reading, Upos upos) {
  if (reading.kind != WordKind::verb) return true;
  const bool infinitive = reading.verb_form == VerbForm::infinitive;
  return upos == Upos::verb || upos == Upos::aux ? true : upos == Upos::noun ? infinitive : !reading.guessed;
}

/// Points for the part of speech, negative where the reading cannot be of it.
int part_of_speech_points(const Reading& reading, Upos upos) {
  for (const PartOfSpeech& part : parts_of_speech) {
    if (part.upos != upos) continue;
    const Kinds kind = 1U << static_cast<unsigned>(reading.kind);
    if (!fits_form(reading, upos)) return -1;
    // `kutolewa` as a noun is rather the infinitive that is known than a noun that is not.
    if ((part.usual & kind) != 0) return reading.guessed ? guessed_points : usual_points;
    return (part.possible & kind) != 0 ? 0 : -1;
  }
  return 0;
}

bool is_subjunctive(const Reading& reading) { return reading.features.find("Mood=Sub") != std::string::npos; }

/// Whether one of the readings is a verb that tells what is so.
bool may_tell(const Readings& readings) {
  return std::any_of(readings.begin(), readings.end(), [](const Reading& reading) {
    return reading.verb_form == VerbForm::finite && reading.features.find("Mood=Ind") != std::string::npos;
  });
}

/// Whether a verb stands where a subjunctive does: under another word that wants it, behind a conjunction or right
/// behind an adverb (`lazima awasili`). `Rais awasili Dodoma` in a headline tells what happened, though the form could
/// be both.
bool may_be_wanted(const std::vector<Word>& words, std::size_t verb) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Deprel relation = words[i].token->deprel;
    const bool adverb = relation == Deprel::advmod && i + 1 == verb;
    if (words[i].head == static_cast<int>(verb) && (relation == Deprel::mark || adverb)) return true;
  }
  switch (words[verb].token->deprel) {
    case Deprel::xcomp:
    case Deprel::ccomp:
    case Deprel::advcl:
    case Deprel::acl:
    case Deprel::csubj:
    case Deprel::conj:
      return true;
    default:
      return false;
  }
}

class Chooser {
 public:
  explicit Chooser(std::vector<Word>& words) : words_(words), pairs_(agreeing_pairs(words)), pairs_of_(words.size()) {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      pairs_of_[pairs_[i].one].push_back(i);
      if (pairs_[i].other != pairs_[i].one) pairs_of_[pairs_[i].other].push_back(i);
    }
  }

  void choose() {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i].reading = best(i, 0);
    for (int round = 0; round < 2; ++round) {
      for (std::size_t i = 0; i < words_.size(); ++i) words_[i].reading = best(i, agreement_points);
    }
    narrow();
  }

 private:
  const Reading* best(std::size_t i, int points) const {
    const Reading* best = nullptr;
    int best_score = 0;
    for (const Reading& reading : *words_[i].readings) {
      const int fit = part_of_speech_points(reading, words_[i].token->upos);
      if (fit < 0) continue;
      const bool unasked = is_subjunctive(reading) && !may_be_wanted(words_, i);
      const int mood = unasked && may_tell(*words_[i].readings) ? unasked_subjunctive_points : 0;
      const int score = fit + reading.rank + mood + points * agreeing(i, reading);
      if (best == nullptr || score > best_score) {
        best = &reading;
        best_score = score;
      }
    }
    return best;
  }

  /// With how many of its partners the reading agrees, less those with which it does not.
  int agreeing(std::size_t i, const Reading& reading) const {
    int count = 0;
    for (const std::size_t at : pairs_of_[i]) {
      const AgreeingPair& pair = pairs_[at];
      const bool first = pair.one == i;
      const std::size_t partner = first ? pair.other : pair.one;
      if (partner == i || words_[partner].reading == nullptr) continue;
      const Agreement mine = agreement_of(reading, first ? pair.one_slot : pair.other_slot);
      const Agreement theirs = agreement_of(*words_[partner].reading, first ? pair.other_slot : pair.one_slot);
      if (mine != 0 && theirs != 0) count += (mine & theirs) != 0 ? 1 : -1;
    }
    return count;
  }

  void narrow() {
    for (Word& word : words_) {
      for (const Slot slot : {slot_class, slot_object, slot_relative})
        word.agreement[slot] = word.reading == nullptr ? 0 : agreement_of(*word.reading, slot);
    }
    for (int round = 0; round < 2; ++round) {
      for (const AgreeingPair& pair : pairs_) {
        Agreement& one = words_[pair.one].agreement[pair.one_slot];
        Agreement& other = words_[pair.other].agreement[pair.other_slot];
        if ((one & other) != 0) one = other = one & other;
      }
    }
  }

  std::vector<Word>& words_;
  std::vector<AgreeingPair> pairs_;
  std::vector<std::vector<std::size_t>> pairs_of_;
};

}  // namespace

void choose_readings(std::vector<Word>& words) { Chooser(words).choose(); }

}  // namespace habari::swahili
