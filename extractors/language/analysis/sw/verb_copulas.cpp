#include "analysis/sw/verb_morphology.hpp"

#include <algorithm>

namespace habari::swahili {

/// -po, -ko, -mo; ndi-, si-; relatives of "be": -li-o, -si-o.
void VerbMorphology::analyze_copulas(std::string_view word, Readings& out) const {
  const auto make = [&](WordKind kind, int rank) -> Reading& {
    Reading reading;
    reading.kind = kind;
    reading.verb_form = VerbForm::finite;
    reading.rank = static_cast<std::int16_t>(rank);
    reading.lemma = being_lemma;
    reading.features = "Mood=Ind";
    out.push_back(std::move(reading));
    return out.back();
  };
  const auto is_place = [](std::string_view ending) { return ending == "po" || ending == "ko" || ending == "mo"; };
  for (const Marker& subject : grammar_.locatives) {
    if (word.size() == subject.form.size() + 2 && word.starts_with(subject.form) &&
        is_place(word.substr(word.size() - 2))) {
      Reading& reading = make(WordKind::locative_copula, 84);
      reading.classes = subject.agreement;
      reading.negative = subject.negative;
    }
  }
  for (const std::string_view stem : {"ndi", "si"}) {
    if (!word.starts_with(stem)) continue;
    for (const Marker& relative : grammar_.relatives) {
      if (word.substr(stem.size()) != relative.form) continue;
      Reading& reading = make(WordKind::focus, 94);
      reading.classes = relative.agreement;
      reading.negative = stem == "si";
      reading.lemma = stem;
      break;
    }
  }
  for (const Marker& subject : grammar_.subjects) {
    if (subject.negative || subject.before_vowel || !word.starts_with(subject.form)) continue;
    std::string_view rest = word.substr(subject.form.size());
    const bool negative = rest.starts_with("si");
    if (!negative && !rest.starts_with("li")) continue;
    rest.remove_prefix(2);
    for (const Marker& relative : grammar_.relatives) {
      if (!rest.starts_with(relative.form)) continue;
      const std::string_view tail = rest.substr(relative.form.size());
      if (!tail.empty() && !is_place(tail)) continue;
      Reading& reading = make(tail.empty() ? WordKind::copula : WordKind::locative_copula, 80);
      reading.classes = subject.agreement;
      reading.relative = relative.agreement;
      reading.negative = negative;
      break;
    }
  }
}

/// -na "have", and existence with a place class: kuna, hakuna.
void VerbMorphology::analyze_possessive(std::string_view word, Readings& out) const {
  for (const Marker& subject : grammar_.subjects) {
    if (subject.before_vowel || !word.starts_with(subject.form)) continue;
    std::string_view rest = word.substr(subject.form.size());
    Agreement object = 0;
    Agreement had = 0;
    // waliyonayo, "which they have": the relative stands twice.
    if (rest.starts_with("li")) {
      for (const Marker& relative : grammar_.relatives) {
        const std::string twice = "li" + relative.form + "na" + relative.form;
        if (rest == twice) had = relative.agreement & ~speech_persons;
      }
      if (had == 0) continue;
      rest = "na";
    }
    if (!rest.starts_with("na")) continue;
    rest.remove_prefix(2);
    if (!rest.empty()) {
      const auto found = std::find_if(grammar_.relatives.begin(), grammar_.relatives.end(),
                                      [&](const Marker& marker) { return marker.form == rest; });
      if (found == grammar_.relatives.end()) continue;
      object = found->agreement & ~speech_persons;
    }
    Reading reading;
    reading.kind = WordKind::possessive_verb;
    reading.verb_form = VerbForm::finite;
    reading.classes = subject.agreement;
    reading.object = object;
    reading.relative = had;
    reading.negative = subject.negative;
    reading.rank = 82;
    reading.lemma = having_lemma;
    reading.features = "Mood=Ind|Tense=Pres";
    if ((subject.agreement & place_classes) != 0 && object == 0) {
      Reading existential = reading;
      existential.kind = WordKind::existential;
      existential.classes &= place_classes;
      existential.rank = 84;
      existential.lemma = existence_lemma;
      out.push_back(std::move(existential));
      if ((subject.agreement & ~(place_classes | class_bit(15))) == 0) return;
      reading.rank = 70;
    }
    out.push_back(std::move(reading));
  }
}

}  // namespace habari::swahili
