#include "analysis/sw/verb_morphology.hpp"

#include <algorithm>

namespace habari::swahili {
namespace {

/// Consonants and a vowel, again and again: what a Swahili stem sounds like.
bool is_pronounceable(std::string_view stem) {
  if (stem.size() < 3 || !is_vowel(stem.back())) return false;
  int consonants = 0;
  for (const char c : stem) {
    if (c < 'a' || c > 'z' || c == 'q' || c == 'x') return false;
    consonants = is_vowel(c) ? 0 : consonants + 1;
    if (consonants > 3) return false;
  }
  return true;
}

/// Stems of one syllable, and the two that behave like them, keep ku- where the stress needs a syllable.
bool is_short(std::string_view stem) {
  if (stem == "enda" || stem == "isha") return true;
  const auto vowels = std::count_if(stem.begin(), stem.end(), is_vowel);
  return vowels == 1 || (stem.size() >= 4 && stem.starts_with("we") && vowels == 2);
}

}  // namespace

/// What has been read so far, left to right.
struct VerbMorphology::Slots {
  VerbForm form = VerbForm::finite;
  Agreement subject = 0;
  Agreement object = 0;
  Agreement relative = 0;
  bool has_object = false;
  bool has_relative = false;
  bool relative_suffix = false;
  bool reflexive = false;
  bool negative = false;
  char final_vowel = 'a';
  const Tense* tense = nullptr;
  std::string_view features;
  int rank = 0;
  bool may_guess = false;
  bool infinitive_like = false;  ///< The subject prefix looks like that of infinitives.
};

void VerbMorphology::analyze(std::string_view word, Readings& out) const {
  if (word.size() > 48) return;
  analyze_copulas(word, out);
  analyze_possessive(word, out);
  analyze_infinitive(word, out);
  analyze_finite(word, out);
  analyze_bare(word, out);
  // A question of manner: -je at the end of any of these (`unawezaje`).
  const bool known = std::any_of(out.begin(), out.end(), [](const Reading& reading) { return !reading.guessed; });
  if (!known && word.size() > 5 && word.ends_with("je")) {
    const std::string_view asked = word.substr(0, word.size() - 2);
    analyze_infinitive(asked, out);
    analyze_finite(asked, out);
  }
}

void VerbMorphology::analyze_infinitive(std::string_view word, Readings& out) const {
  Slots slots;
  slots.form = VerbForm::infinitive;
  slots.subject = class_bit(15);
  slots.features = "VerbForm=Inf";
  slots.rank = 75;
  slots.may_guess = true;
  std::string_view rest = word;
  if (rest.starts_with("kw") && rest.size() > 4 && is_vowel(rest[2])) {
    rest.remove_prefix(2);
  } else if (rest.starts_with("ku") && rest.size() > 3) {
    rest.remove_prefix(2);
  } else {
    return;
  }
  const std::size_t before = out.size();
  stem_slot(slots, rest, out);
  const bool known = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                 [](const Reading& reading) { return !reading.guessed; });
  if (!known && rest.starts_with("to") && rest.size() > 4) {
    slots.negative = true;
    std::string_view denied = rest.substr(2);
    stem_slot(slots, denied, out);
    if (denied.starts_with("ku") || denied.starts_with("kw")) {
      slots.may_guess = false;
      stem_slot(slots, denied.substr(2), out);
    }
  }
}

void VerbMorphology::analyze_finite(std::string_view word, Readings& out) const {
  if (word.starts_with("hu") && word.size() > 3) {
    Slots slots;
    slots.features = "Aspect=Hab|Mood=Ind";
    slots.subject = all_classes | speech_persons;
    slots.rank = 68;
    stem_slot(slots, word.substr(2), out);
  }
  for (const Marker& subject : grammar_.subjects) {
    if (!word.starts_with(subject.form)) continue;
    const std::string_view rest = word.substr(subject.form.size());
    if (rest.size() < 2 || (subject.before_vowel && !is_vowel(rest[0]))) continue;
    Slots slots;
    slots.subject = subject.agreement;
    slots.negative = subject.negative;
    slots.rank = subject.before_vowel ? -8 : 0;
    // kutatua, "to solve", rather than ku-ta-tua, "there will land".
    slots.infinitive_like = subject.form == "ku" && (subject.agreement & class_bit(15)) != 0;
    after_subject(slots, rest, out);
    // The present in -a- is absorbed by the subject prefix of class 1: `awasili`.
    if (!subject.negative && subject.form == "a") {
      slots.rank = 50;
      slots.features = "Mood=Ind|Tense=Pres";
      stem_slot(slots, rest, out);
    }
  }
}

void VerbMorphology::after_subject(const Slots& before, std::string_view rest, Readings& out) const {
  for (const Tense& tense : grammar_.tenses) {
    if ((tense.polarity == Tense::Polarity::after_ha) != before.negative) continue;
    if (!rest.starts_with(tense.marker)) continue;
    const bool bare_present = tense.marker == "a";
    // Glides carry a vowel: the -a- of the present, or that of a stem in the subjunctive.
    const bool after_glide = before.rank < 0;
    if (after_glide != bare_present && !(after_glide && tense.marker.empty())) continue;
    Slots slots = before;
    slots.tense = &tense;
    slots.negative = tense.polarity != Tense::Polarity::positive;
    slots.final_vowel = tense.final_vowel;
    slots.features = tense.features;
    // A longer marker leaves less to chance: -sipo- rather than -si-po-.
    slots.rank = tense.marker.size() >= 4 ? 82 : 78;
    slots.may_guess = tense.marker.size() >= 2 && !tense.consecutive && !tense.situative;
    if (bare_present) slots.rank = 56;
    if (tense.marker.empty()) slots.rank = tense.relative == Tense::Relative::suffix ? 55 : 66;
    if (after_glide && tense.marker.empty()) slots.rank = 50;
    after_tense(slots, rest.substr(tense.marker.size()), out);
  }
}

void VerbMorphology::after_tense(const Slots& before, std::string_view rest, Readings& out) const {
  const Tense::Relative relative = before.tense->relative;
  const bool may_have = relative == Tense::Relative::yes || relative == Tense::Relative::need;
  if (relative == Tense::Relative::suffix) {
    for (const Marker& marker : grammar_.relatives) {
      if (!rest.ends_with(marker.form) || rest.size() < marker.form.size() + 2) continue;
      Slots slots = before;
      slots.relative = marker.agreement;
      slots.has_relative = true;
      slots.relative_suffix = true;
      stem_slot(slots, rest.substr(0, rest.size() - marker.form.size()), out);
    }
    return;
  }
  if (relative != Tense::Relative::need) stem_slot(before, rest, out);
  if (!may_have) return;
  for (const Marker& marker : grammar_.relatives) {
    if (!rest.starts_with(marker.form)) continue;
    Slots slots = before;
    slots.relative = marker.agreement;
    // `wiki iliopita` for iliyopita: without its glide the marker of i- and of a- means the subject too.
    if (marker.form == "o" && (marker.agreement & before.subject) == 0) {
      slots.relative |= before.subject & (class_bit(4) | class_bit(9));
    }
    slots.has_relative = true;
    stem_slot(slots, rest.substr(marker.form.size()), out);
  }
}

void VerbMorphology::stem_slot(const Slots& before, std::string_view rest, Readings& out) const {
  if (rest.empty()) return;
  const bool needs_ku = before.form == VerbForm::finite && before.tense != nullptr && before.tense->keeps_ku;
  if (needs_ku || (before.has_relative && !before.relative_suffix)) {
    if (rest.size() > 3 && (rest.starts_with("ku") || rest.starts_with("kw")) && is_short(rest.substr(2))) {
      emit(before, rest.substr(2), out);
    }
  }
  emit(before, rest, out);
  for (const Marker& object : grammar_.objects) {
    if (!rest.starts_with(object.form)) continue;
    const std::string_view stem = rest.substr(object.form.size());
    if (stem.size() < 2 || (object.before_vowel && !is_vowel(stem[0]))) continue;
    Slots slots = before;
    slots.object = object.agreement;
    slots.has_object = true;
    slots.reflexive = object.agreement == 0;
    slots.rank -= 2;
    slots.may_guess = false;
    emit(slots, stem, out);
    // tuliwaambieni: several hearers have -ni behind the verb too.
    if ((object.agreement & second_plural) == 0 || !stem.ends_with("eni") || stem.size() < 5) continue;
    slots.object = second_plural;
    slots.final_vowel = 'e';
    emit(slots, stem.substr(0, stem.size() - 2), out);
  }
}

/// Adds a reading where the stem, its final vowel restored, is in the lexicon, or a guess where the slots allow one.
void VerbMorphology::emit(const Slots& slots, std::string_view surface, Readings& out) const {
  std::string stem(surface);
  Stem found;
  const char last = surface.back();
  bool known = false;
  if (last == slots.final_vowel) {
    stem.back() = 'a';
    known = find_stem(stem, found);
  }
  if (!known && last != 'a') {
    // Stems from Arabic never change their last vowel.
    stem.back() = last;
    known = is_listed(surface) && find_stem(surface, found);
  }
  if (!known) {
    if (!slots.may_guess || !is_pronounceable(surface)) return;
    stem.back() = last == slots.final_vowel ? 'a' : last;
    found.lemma = stem;
    found.guessed = true;
    if (stem.size() > 4 && stem.ends_with("wa") && !is_vowel(stem[stem.size() - 3])) {
      found.voices = voice_passive;
      found.lemma = stem.substr(0, stem.size() - 2) + "a";
    } else if (stem.size() > 5 && (stem.ends_with("liwa") || stem.ends_with("lewa"))) {
      found.voices = voice_passive;
      found.lemma = stem.substr(0, stem.size() - 4) + "a";
    }
  }
  // "Be" has no object: zilichomwa is no zi-li-cho-m-wa.
  if (slots.has_object && found.lemma == "wa") return;
  Reading reading;
  reading.kind = WordKind::verb;
  reading.verb_form = slots.form;
  reading.classes = slots.subject;
  reading.object = slots.object;
  reading.relative = slots.relative;
  reading.reflexive = slots.reflexive;
  reading.negative = slots.negative;
  reading.voices = found.voices;
  reading.guessed = found.guessed;
  reading.lemma = std::move(found.lemma);
  reading.features = slots.features;
  int rank = slots.rank - 2 * found.steps - (slots.infinitive_like ? 4 : 0);
  if (found.guessed) rank = slots.form == VerbForm::infinitive ? 36 : 37;
  reading.rank = static_cast<std::int16_t>(rank);
  for (Reading& other : out) {
    if (other.kind == WordKind::verb && other.lemma == reading.lemma && other.features == reading.features &&
        other.classes == reading.classes && other.object == reading.object && other.relative == reading.relative &&
        other.negative == reading.negative) {
      other.rank = std::max(other.rank, reading.rank);
      return;
    }
  }
  out.push_back(std::move(reading));
}

/// Commands: the bare stem, to several with -ni, with an object prefix in -e.
void VerbMorphology::analyze_bare(std::string_view word, Readings& out) const {
  Slots slots;
  slots.form = VerbForm::imperative;
  slots.features = "Mood=Imp";
  slots.rank = 40;
  emit(slots, word, out);
  if (word.size() > 4 && word.ends_with("ni")) {
    slots.rank = 42;
    slots.final_vowel = 'e';
    emit(slots, word.substr(0, word.size() - 2), out);
  }
  if (word.back() != 'e') return;
  slots.final_vowel = 'e';
  slots.rank = 44;
  for (const Marker& object : grammar_.objects) {
    if (!word.starts_with(object.form)) continue;
    const std::string_view stem = word.substr(object.form.size());
    if (stem.size() < 2 || (object.before_vowel && !is_vowel(stem[0]))) continue;
    Slots with_object = slots;
    with_object.object = object.agreement;
    with_object.reflexive = object.agreement == 0;
    emit(with_object, stem, out);
  }
}

}  // namespace habari::swahili
