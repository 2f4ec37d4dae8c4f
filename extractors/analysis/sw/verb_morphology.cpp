#include "analysis/sw/verb_morphology.hpp"

#include "lexicon/table.hpp"

#include <algorithm>

namespace habari::swahili {
namespace {

constexpr int deepest_derivation = 3;

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

std::uint8_t traits_of(const VerbEntry& verb) {
  std::uint8_t traits = 0;
  if (verb.speech) traits |= trait_speech;
  if (verb.governing) traits |= trait_governing;
  for (const auto& [position, role] : verb.roles) {
    if (position == "obj2" || (position == "obj" && role == Role::recipient)) traits |= trait_second_object;
    if (position == "subj" && role == Role::patient && verb.lemma.ends_with("wa")) traits |= trait_passive;
  }
  if (verb.type == EventType::request || verb.type == EventType::coerce || verb.type == EventType::aid) {
    traits |= trait_request;
  }
  if (verb.type == EventType::move) traits |= trait_motion;
  return traits;
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
};

VerbMorphology::VerbMorphology(const Grammar& grammar, const Lexicon& lexicon, const std::filesystem::path& stems)
    : grammar_(grammar) {
  for (const auto& [lemma, entry] : lexicon.verbs()) {
    const std::size_t blank = lemma.find(' ');
    const std::string first = lemma.substr(0, blank);
    Entry& stem = stems_[first];
    stem.lemma = first;
    if (blank == std::string::npos) stem.traits = traits_of(entry);
  }
  const Table table(stems, {"stem", "lemma"});
  for (const auto row : table) stems_.insert_or_assign(std::string(row["stem"]), Entry{std::string(row["lemma"]), 0});
}

bool VerbMorphology::derive(std::string_view stem, int depth, Stem& out) const {
  if (const auto listed = stems_.find(stem); listed != stems_.end()) {
    out.lemma = listed->second.lemma;
    out.traits = listed->second.traits;
    out.voices = 0;
    out.steps = static_cast<std::uint8_t>(depth);
    return true;
  }
  if (depth == deepest_derivation) return false;
  bool found = false;
  for (const Extension& extension : grammar_.extensions) {
    if (stem.size() <= extension.suffix.size() || !stem.ends_with(extension.suffix)) continue;
    const std::string_view remainder = stem.substr(0, stem.size() - extension.suffix.size());
    const bool vowel = is_vowel(remainder.back());
    if (extension.after == Extension::After::vowel && !vowel) continue;
    if (extension.after == Extension::After::consonant && vowel) continue;
    if (!extension.vowels.empty()) {
      const std::size_t last = remainder.find_last_of("aeiou");
      // A stem of consonants alone (`l` of `la`) sounds like one in i.
      if (last == std::string_view::npos ? extension.vowels.find('i') == std::string::npos
                                         : extension.vowels.find(remainder[last]) == std::string::npos) {
        continue;
      }
    }
    Stem candidate;
    if (!derive(std::string(remainder) + extension.base, depth + 1, candidate)) continue;
    candidate.voices |= extension.voice;
    if (!found || candidate.steps < out.steps) out = std::move(candidate);
    found = true;
  }
  return found;
}

bool VerbMorphology::find_stem(std::string_view stem, Stem& out) const { return derive(stem, 0, out); }

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

/// -po, -ko, -mo; ndi-, si-; relatives of "be": -li-o, -si-o.
void VerbMorphology::analyze_copulas(std::string_view word, Readings& out) const {
  const auto make = [&](WordKind kind, int rank) -> Reading& {
    Reading reading;
    reading.kind = kind;
    reading.upos = Upos::verb;
    reading.verb_form = VerbForm::finite;
    reading.rank = static_cast<std::int16_t>(rank);
    reading.lemma = "wa";
    reading.xpos = "V-BE";
    reading.features = "Mood=Ind";
    out.push_back(std::move(reading));
    return out.back();
  };
  const auto is_place = [](std::string_view ending) { return ending == "po" || ending == "ko" || ending == "mo"; };
  for (const Marker& subject : grammar_.locatives) {
    if (word.size() == subject.form.size() + 2 && word.starts_with(subject.form) &&
        is_place(word.substr(word.size() - 2))) {
      Reading& reading = make(WordKind::locative_copula, 84);
      reading.upos = Upos::aux;
      reading.classes = subject.agreement;
      reading.negative = subject.negative;
    }
  }
  for (const std::string_view stem : {"ndi", "si"}) {
    if (!word.starts_with(stem)) continue;
    for (const Marker& relative : grammar_.relatives) {
      if (word.substr(stem.size()) != relative.form) continue;
      Reading& reading = make(WordKind::focus, 94);
      reading.upos = Upos::aux;
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
      reading.xpos = negative ? "REL-SI" : "REL-LI";
      if (tail.empty() && relative.form != "po" && relative.form != "vyo") reading.upos = Upos::pron;
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
    reading.upos = Upos::verb;
    reading.verb_form = VerbForm::finite;
    reading.classes = subject.agreement;
    reading.object = object;
    reading.relative = had;
    reading.negative = subject.negative;
    reading.rank = 82;
    reading.lemma = "na";
    reading.xpos = "V";
    reading.features = "Mood=Ind|Tense=Pres";
    if ((subject.agreement & place_classes) != 0 && object == 0) {
      Reading existential = reading;
      existential.kind = WordKind::existential;
      existential.classes &= place_classes;
      existential.rank = 84;
      out.push_back(std::move(existential));
      if ((subject.agreement & ~(place_classes | class_bit(15))) == 0) return;
      reading.rank = 70;
    }
    out.push_back(std::move(reading));
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
  reading.upos = Upos::verb;
  reading.verb_form = slots.form;
  reading.classes = slots.subject;
  reading.object = slots.object;
  reading.relative = slots.relative;
  reading.reflexive = slots.reflexive;
  reading.negative = slots.negative;
  reading.voices = found.voices;
  reading.traits = found.traits;
  reading.guessed = found.guessed;
  reading.lemma = std::move(found.lemma);
  reading.features = slots.features;
  reading.xpos = "V";
  if (slots.tense != nullptr) {
    reading.situative = slots.tense->situative;
    reading.consecutive = slots.tense->consecutive;
    reading.subjunctive = slots.tense->subjunctive;
  }
  int rank = slots.rank - 2 * found.steps;
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
