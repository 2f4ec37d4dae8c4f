#include "analysis/sw/nominal_morphology.hpp"

#include "lexicon/table.hpp"

#include <habari/core/sentence.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace habari::swahili {
namespace {

/// The classes of a pair like `7/8`: singular, plural (0 where there is one class only).
struct ClassPair {
  int singular = 9;
  int plural = 10;
  bool animate = false;
};

ClassPair class_pair(std::string_view cell) {
  ClassPair pair;
  if (cell.empty()) return pair;
  pair.animate = cell.find('a') != std::string_view::npos || cell.starts_with("1/");
  if (cell.starts_with("1a")) return pair;
  const auto number = [](std::string_view text) {
    int value = 0;
    for (const char c : text) {
      if (c >= '0' && c <= '9') value = value * 10 + (c - '0');
    }
    return value >= 1 && value <= 18 ? value : 9;
  };
  const std::size_t slash = cell.find('/');
  pair.singular = number(cell.substr(0, slash));
  pair.plural = slash == std::string_view::npos ? 0 : number(cell.substr(slash + 1));
  return pair;
}

bool is_plural_class(int noun_class) { return (class_bit(noun_class) & plural_classes) != 0; }

WordKind kind_of_word(Upos upos, std::string_view xpos) {
  switch (upos) {
    case Upos::adp:
      return xpos == "GEN-CON" ? WordKind::connective : WordKind::adposition;
    case Upos::cconj:
      return WordKind::coordinator;
    case Upos::sconj:
      return WordKind::subordinator;
    case Upos::adv:
      return WordKind::adverb;
    case Upos::adj:
      return WordKind::adjective;
    case Upos::num:
      return WordKind::numeral;
    case Upos::noun:
      return WordKind::noun;
    case Upos::intj:
      return WordKind::interjection;
    case Upos::pron:
      return xpos == "INTERROG" ? WordKind::interrogative : WordKind::pronoun;
    case Upos::propn:
      return WordKind::name;
    default:
      return WordKind::adverb;
  }
}

/// The noun class that a cell of features names, 0 where it names none.
Agreement class_of(std::string_view features) {
  constexpr std::string_view name = "NounClass=Bantu";
  const std::size_t at = features.find(name);
  if (at == std::string_view::npos) return 0;
  int value = 0;
  const std::string_view rest = features.substr(at + name.size());
  std::from_chars(rest.data(), rest.data() + rest.size(), value);
  return value >= 1 && value <= 18 ? class_bit(value) : 0;
}

}  // namespace

NominalMorphology::NominalMorphology(const Grammar& grammar, const VerbMorphology& verbs, const Lexicon& lexicon,
                                     const std::filesystem::path& lexicon_folder,
                                     const std::filesystem::path& morphology_folder)
    : grammar_(grammar), verbs_(verbs) {
  add_agreeing_words();
  add_person_words();
  add_nouns(lexicon);
  add_adjectives(lexicon_folder / "adjectives.tsv");
  add_words(morphology_folder / "irregular.tsv");
  add_words(lexicon_folder / "words.tsv");
  add_adverbs(lexicon);
  for (auto& [form, readings] : forms_) {
    std::stable_sort(readings.begin(), readings.end(),
                     [](const Reading& a, const Reading& b) { return a.rank > b.rank; });
  }
}

/// One reading for one word and kind: classes that share a form are joined.
void NominalMorphology::add(std::string_view form, Reading reading) {
  Readings& readings = forms_[std::string(form)];
  for (Reading& other : readings) {
    if (other.kind == reading.kind && other.lemma == reading.lemma && other.locative == reading.locative) {
      other.classes |= reading.classes;
      other.own |= reading.own;
      other.singular |= reading.singular;
      other.plural |= reading.plural;
      other.rank = std::max(other.rank, reading.rank);
      return;
    }
  }
  readings.push_back(std::move(reading));
}

void NominalMorphology::add_nouns(const Lexicon& lexicon) {
  std::vector<const NounEntry*> nouns;
  for (const auto& [lemma, noun] : lexicon.nouns()) nouns.push_back(&noun);
  std::sort(nouns.begin(), nouns.end(), [](const auto* a, const auto* b) { return a->lemma < b->lemma; });
  for (const NounEntry* noun : nouns) {
    const std::size_t blank = noun->lemma.find(' ');
    if (blank == std::string::npos)
      add_noun(*noun);
    else if (noun->kind == EntityKind::person)
      add_agent_noun(*noun, blank);
  }
}

/// `mpiga kura`, one who casts a vote: the first word is a noun although it looks like a verb.
void NominalMorphology::add_agent_noun(const NounEntry& noun, std::size_t blank) {
  const std::string singular = noun.lemma.substr(0, blank);
  const std::string plural = noun.plural.substr(0, noun.plural.find(' '));
  VerbMorphology::Stem stem;
  const std::size_t prefix = singular.starts_with("mw") ? 2 : 1;
  if (!singular.starts_with("m") || !verbs_.find_stem(std::string_view(singular).substr(prefix), stem)) return;
  for (const bool many : {false, true}) {
    Reading reading;
    reading.kind = WordKind::noun;
    reading.person = true;
    reading.lemma = singular;
    reading.own = reading.classes = class_bit(many ? 2 : 1);
    reading.plural = many;
    reading.singular = !many;
    reading.rank = 62;
    const std::string& form = many ? plural : singular;
    if (!form.empty()) add(form, std::move(reading));
  }
}

void NominalMorphology::add_noun(const NounEntry& noun) {
  const ClassPair pair = class_pair(noun.noun_class);
  Reading reading;
  reading.kind = WordKind::noun;
  reading.person = noun.kind == EntityKind::person;
  reading.lemma = noun.lemma;
  // `muandishi` beside `mwandishi`: the first is the rarer spelling.
  const bool old_spelling = noun.lemma.size() > 3 && noun.lemma.starts_with("mu") && is_vowel(noun.lemma[2]);
  reading.rank = old_spelling ? 79 : 80;
  const bool animate = pair.animate || noun.kind == EntityKind::person;
  const auto with_class = [&](int noun_class, bool plural) {
    Reading one = reading;
    one.own = class_bit(noun_class);
    one.classes = one.own;
    if (animate) one.classes |= class_bit(plural ? 2 : 1);
    one.plural = plural;
    one.singular = !plural;
    return one;
  };
  const auto add_with_locative = [&](const std::string& form, const Reading& one) {
    add(form, one);
    if (one.person || form.ends_with("ni")) return;
    Reading locative = one;
    locative.locative = true;
    locative.classes |= place_classes;
    locative.rank = 78;
    add(form + "ni", std::move(locative));
  };
  add_with_locative(noun.lemma, with_class(pair.singular, is_plural_class(pair.singular)));
  if (pair.plural != 0) {
    add_with_locative(noun.plural.empty() ? noun.lemma : noun.plural, with_class(pair.plural, true));
  }
  // dawa zimeisha, kampuni hizo: beside a plural in ma- the bare form is plural too.
  if (pair.singular == 9 && pair.plural == 6) add_with_locative(noun.lemma, with_class(10, true));
}

/// Words that belong to no pattern. What the concords make already is not read a second time.
void NominalMorphology::add_words(const std::filesystem::path& file) {
  const Table table(file, {"form", "lemma", "upos", "feats", "xpos"});
  int order = 0;
  std::string previous;
  for (const auto row : table) {
    const auto upos = parse_upos(row["upos"]);
    if (!upos) row.fail("upos is \"" + std::string(row["upos"]) + "\", no universal part of speech");
    const std::string form(row["form"]);
    order = form == previous ? order + 1 : 0;
    previous = form;
    const auto made = forms_.find(form);
    const bool agreeing = row["feats"].find("NounClass=") != std::string_view::npos;
    if (agreeing && made != forms_.end()) continue;
    Reading reading;
    reading.kind = kind_of_word(*upos, row["xpos"]);
    reading.lemma = row["lemma"];
    reading.classes = all_classes;
    reading.invariable = reading.kind == WordKind::adjective;
    if (reading.kind == WordKind::noun) {
      reading.classes = reading.own = class_bit(9) | class_bit(10);
      reading.singular = true;
    }
    if (const Agreement noun_class = class_of(row["feats"]); noun_class != 0 && reading.kind != WordKind::noun) {
      reading.classes = reading.own = noun_class;
      reading.invariable = false;
      reading.plural = (noun_class & plural_classes) != 0;
      reading.singular = !reading.plural;
    }
    if (form == "kila") reading.kind = WordKind::quantifier;
    if (form == "ni" || form == "si") {
      reading.kind = WordKind::copula;
      reading.verb_form = VerbForm::finite;
      reading.negative = form == "si";
      reading.classes = all_classes | speech_persons;
    }
    if (reading.kind == WordKind::interrogative && (form == "nini" || form == "nani" || form == "je"))
      reading.own = class_bit(9);
    for (const auto feature : split(row["feats"], '|')) {
      if (feature.starts_with("NounClass=") || feature.starts_with("Number=")) continue;
      if (!reading.features.empty()) reading.features += '|';
      reading.features += feature;
    }
    reading.rank = static_cast<std::int16_t>(92 - order);
    add(form, std::move(reading));
  }
}

void NominalMorphology::add_adverbs(const Lexicon& lexicon) {
  std::vector<std::string> lemmas;
  for (const auto& [lemma, entry] : lexicon.adverbs()) lemmas.push_back(lemma);
  std::sort(lemmas.begin(), lemmas.end());
  for (const std::string& lemma : lemmas) {
    if (lemma.find(' ') != std::string::npos) continue;
    Reading reading;
    reading.kind = WordKind::adverb;
    reading.lemma = lemma;
    reading.classes = all_classes;
    // Many a noun of time or place, and any noun in -ni, can stand alone as an adverb: it remains a noun.
    const auto listed = forms_.find(lemma);
    const bool is_noun =
        listed != forms_.end() && std::any_of(listed->second.begin(), listed->second.end(),
                                              [](const Reading& other) { return other.kind == WordKind::noun; });
    reading.rank = is_noun ? 76 : 83;
    add(lemma, std::move(reading));
  }
}

}  // namespace habari::swahili
