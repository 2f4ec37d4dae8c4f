#include "analysis/sw/nominal_morphology.hpp"

#include "lexicon/table.hpp"

namespace habari::swahili {

/// Demonstratives, possessives, connectives and the like, made from the concords.
void NominalMorphology::add_agreeing_words() {
  const auto agreeing = [&](const std::string& form, WordKind kind, std::string lemma, const Concord& concord, int rank,
                            std::string features = {}) {
    Reading reading;
    reading.kind = kind;
    reading.lemma = std::move(lemma);
    reading.classes = reading.own = class_bit(concord.noun_class);
    reading.plural = concord.plural;
    reading.singular = !concord.plural;
    reading.rank = static_cast<std::int16_t>(rank);
    reading.features = std::move(features);
    add(form, std::move(reading));
  };
  for (const Concord& concord : grammar_.concords) {
    const bool place = concord.noun_class >= 15;
    if (!concord.connective.empty()) {
      const bool kwa = concord.noun_class == 15 || concord.noun_class == 17;
      agreeing(concord.connective, kwa ? WordKind::adposition : WordKind::connective, concord.connective, concord, 95);
    }
    for (const auto& person : grammar_.persons) {
      agreeing(concord.possessive + person.possessive, WordKind::possessive, person.possessive, concord,
               place ? 80 : 90, "Poss=Yes|PronType=Prs");
    }
    const auto demonstrative = [&](const std::string& form) {
      agreeing(form, WordKind::demonstrative, form, concord, place ? 78 : 90, "PronType=Dem");
    };
    demonstrative(concord.near_form);
    for (const auto& form : concord.referential) demonstrative(form);
    for (const auto& form : concord.distant) demonstrative(form);
    for (const auto& form : concord.all) {
      agreeing(form, WordKind::quantifier, "ote", concord, place ? 70 : 90, "PronType=Tot");
    }
    agreeing(concord.any, WordKind::quantifier, concord.any, concord, place ? 70 : 90, "PronType=Ind");
    if (concord.noun_class != 15 && concord.noun_class != 17) {
      agreeing(concord.having, WordKind::having, "enye", concord, 90);
    }
    agreeing(concord.having + "we", WordKind::pronoun, "enyewe", concord, 90, "PronType=Emp");
    for (const auto& form : concord.other) {
      agreeing(form, WordKind::quantifier, "ingine", concord, place ? 70 : 90, "PronType=Ind");
    }
    agreeing("amba" + concord.relative, WordKind::relative_pronoun, "amba", concord, 95, "PronType=Rel");
    agreeing("na" + concord.relative, WordKind::with_pronoun, "na" + concord.relative, concord, 84);
    agreeing(concord.relative, WordKind::pronoun, concord.relative, concord, 60);
  }
}

/// Pronouns, and `mwenzake`, `wenzao`: companion and possessive in one word.
void NominalMorphology::add_person_words() {
  for (const auto& person : grammar_.persons) {
    for (const bool many : {false, true}) {
      Reading reading;
      reading.kind = WordKind::noun;
      reading.person = true;
      reading.lemma = "mwenzi";
      reading.own = reading.classes = class_bit(many ? 2 : 1);
      reading.plural = many;
      reading.singular = !many;
      reading.rank = 90;
      add((many ? "wenz" : "mwenz") + person.possessive, std::move(reading));
    }
    for (const auto& form : person.pronouns) {
      Reading reading;
      reading.kind = WordKind::pronoun;
      reading.person = true;
      reading.lemma = person.pronouns.front();
      reading.classes = person.agreement;
      reading.rank = form == "wao" ? 91 : 94;
      reading.features = std::string("Number=") + (person.plural ? "Plur" : "Sing") +
                         "|Person=" + std::to_string(person.person) + "|PronType=Prs";
      add(form, std::move(reading));
    }
  }
}

/// The adjective's form in a class, by the sound rules of prefix and stem.
std::string NominalMorphology::adjective_form(const Concord& concord, std::string_view stem) const {
  const char first = stem[0];
  const std::string s(stem);
  if (is_vowel(first)) {
    if (first == 'i') {
      switch (concord.noun_class) {
        case 2:
          return "we" + s.substr(1);
        case 6:
          return "me" + s.substr(1);
        case 4:
          return "m" + s;
        case 7:
          return "k" + s;
        case 8:
          return "v" + s;
        case 16:
          return "pe" + s.substr(1);
        default:
          break;
      }
    }
    return concord.adjective_vowel + s;
  }
  if (concord.adjective == "n") {
    switch (first) {
      case 'b':
      case 'v':
        return "m" + s;
      case 'd':
      case 'g':
      case 'z':
      case 'j':
        return "n" + s;
      case 'r':
      case 'l':
        return "nd" + s.substr(1);
      case 'w':
        return "mb" + s.substr(1);
      case 'p':
        return s.size() == 3 ? "m" + s : s;
      default:
        return s;
    }
  }
  if (concord.noun_class == 5) return s.size() <= 3 ? "ji" + s : s;
  return concord.adjective + s;
}

void NominalMorphology::add_adjective(std::string_view stem, WordKind kind, int rank) {
  for (const Concord& concord : grammar_.concords) {
    Reading reading;
    reading.kind = kind;
    reading.lemma = stem;
    reading.features = kind == WordKind::numeral ? "NumType=Card" : "Degree=Pos";
    reading.classes = reading.own = class_bit(concord.noun_class);
    reading.plural = concord.plural;
    reading.singular = !concord.plural;
    reading.rank = static_cast<std::int16_t>(concord.noun_class >= 15 ? rank - 12 : rank);
    const std::string form = adjective_form(concord, stem);
    if (concord.noun_class == 8 && kind == WordKind::adjective) {
      // `vizuri`, well: the adjective of class 8 is the adverb.
      Reading adverb = reading;
      adverb.kind = WordKind::adverb;
      adverb.features.clear();
      adverb.own = 0;
      adverb.classes = all_classes;
      adverb.rank = 79;
      add(form, std::move(adverb));
    }
    add(form, std::move(reading));
  }
}

void NominalMorphology::add_adjectives(const std::filesystem::path& file) {
  const Table table(file, {"lemma", "inflects"});
  for (const auto row : table) {
    std::string_view lemma = row["lemma"];
    if (lemma.starts_with('-')) lemma.remove_prefix(1);
    if (lemma.empty()) row.fail("lemma must not be empty");
    const std::string_view inflects = row["inflects"];
    if (inflects == "yes")
      add_adjective(lemma, WordKind::adjective, 78);
    else if (inflects == "number")
      add_adjective(lemma, WordKind::numeral, 86);
    else if (inflects == "amount")
      add_adjective(lemma, WordKind::quantifier, 88);
    else if (inflects != "no")
      row.fail("inflects is \"" + std::string(inflects) + "\", none of yes, no, number, amount");
    if (inflects != "no") continue;
    Reading reading;
    reading.kind = WordKind::adjective;
    reading.lemma = lemma;
    reading.features = "Degree=Pos";
    reading.classes = all_classes;
    reading.invariable = true;
    reading.rank = 78;
    add(lemma, std::move(reading));
  }
}

}  // namespace habari::swahili
