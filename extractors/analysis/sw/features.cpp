#include "analysis/sw/features.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace habari::swahili {
namespace {

constexpr std::array<std::string_view, 19> class_names = {
    "",        "Bantu1",  "Bantu2",  "Bantu3",  "Bantu4",  "Bantu5",  "Bantu6",  "Bantu7",  "Bantu8", "Bantu9",
    "Bantu10", "Bantu11", "Bantu12", "Bantu13", "Bantu14", "Bantu15", "Bantu16", "Bantu17", "Bantu18"};

struct Feature {
  std::string_view name;
  std::string_view value;
};

/// Person, number and class that an agreement stands for: the commonest where several are possible.
struct Resolved {
  int person = 0;
  int noun_class = 0;
  bool plural = false;
};

Resolved resolve(Agreement agreement, Agreement preferred) {
  if ((agreement & preferred & all_classes) != 0) agreement &= preferred;
  static constexpr std::array<int, 12> order = {9, 1, 2, 3, 5, 6, 7, 8, 10, 4, 14, 11};
  for (const int noun_class : order) {
    if ((agreement & class_bit(noun_class)) != 0) {
      return {3, noun_class, (class_bit(noun_class) & plural_classes) != 0};
    }
  }
  if ((agreement & first_singular) != 0) return {1, 1, false};
  if ((agreement & first_plural) != 0) return {1, 2, true};
  if ((agreement & second_singular) != 0) return {2, 1, false};
  if ((agreement & second_plural) != 0) return {2, 2, true};
  for (const int place : {17, 16, 18, 15}) {
    if ((agreement & class_bit(place)) != 0) return {3, place, false};
  }
  return {};
}

class FeatureWriter {
 public:
  explicit FeatureWriter(const std::vector<Word>& words) : words_(words), subjects_(words.size(), -1) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Word& word = words[i];
      if ((word.deprel == Deprel::nsubj || word.deprel == Deprel::csubj) && word.head >= 0) {
        subjects_[static_cast<std::size_t>(word.head)] = static_cast<int>(i);
      }
    }
  }

  std::string write(std::size_t i) {
    features_.clear();
    const Word& word = words_[i];
    const Reading& reading = *word.reading;
    for (std::string_view rest = reading.features; !rest.empty();) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      const std::string_view one = rest.substr(0, bar);
      const std::size_t equals = one.find('=');
      add(one.substr(0, equals), one.substr(equals + 1));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    if (reading.verb_form != VerbForm::none)
      verb(i);
    else
      nominal(i);
    std::sort(features_.begin(), features_.end(), [](const Feature& a, const Feature& b) { return a.name < b.name; });
    std::string out;
    for (const Feature& feature : features_) {
      if (!out.empty()) out += '|';
      out.append(feature.name).append("=").append(feature.value);
    }
    return out;
  }

 private:
  void add(std::string_view name, std::string_view value) { features_.push_back({name, value}); }

  /// The noun that a relative clause hangs on, 0 where there is none.
  Agreement antecedent(std::size_t i) const {
    const Word& word = words_[i];
    return word.deprel == Deprel::acl && word.head >= 0 ? words_[static_cast<std::size_t>(word.head)].agreement : 0;
  }

  /// Where subject and relative marker can mean the same noun, they do.
  Agreement shared_with_relative(std::size_t i) const {
    const Reading& reading = *words_[i].reading;
    const Agreement shared = reading.classes & reading.relative & all_classes;
    const Agreement noun = antecedent(i);
    return (shared & noun) != 0 ? shared & noun : shared;
  }

  Agreement relative_preference(std::size_t i) const {
    const Agreement noun = antecedent(i);
    if ((words_[i].reading->relative & noun) != 0) {
      const Agreement shared = shared_with_relative(i);
      return (shared & noun) != 0 && subjects_[i] < 0 ? shared : noun;
    }
    return subjects_[i] < 0 ? shared_with_relative(i) : 0;
  }

  void verb(std::size_t i) {
    const Word& word = words_[i];
    const Reading& reading = *word.reading;
    add("Polarity", reading.negative ? "Neg" : "Pos");
    if (reading.verb_form == VerbForm::finite) {
      add("VerbForm", "Fin");
      const bool any = (reading.classes & all_classes) == all_classes;
      if (!any) {
        // An auxiliary and a copula share the subject of their head.
        int at = static_cast<int>(i);
        if (subjects_[i] < 0 && (word.deprel == Deprel::aux || word.deprel == Deprel::cop)) at = word.head;
        const int subject = at < 0 ? -1 : subjects_[static_cast<std::size_t>(at)];
        const Agreement by_subject =
            subject < 0 ? shared_with_relative(i) : words_[static_cast<std::size_t>(subject)].agreement;
        const Resolved agreement = resolve(reading.classes, by_subject);
        if (agreement.noun_class != 0) {
          add("NounClass", class_names[static_cast<std::size_t>(agreement.noun_class)]);
          add("Number", agreement.plural ? "Plur" : "Sing");
          add("Person", agreement.person == 1 ? "1" : agreement.person == 2 ? "2" : "3");
        }
      }
    } else if (reading.verb_form == VerbForm::imperative) {
      add("VerbForm", "Fin");
      add("Person", "2");
    }
    if (reading.reflexive) {
      add("Reflex", "Yes");
    } else if (reading.object != 0) {
      const Resolved object = resolve(reading.object, 0);
      add("ObjNounClass", class_names[static_cast<std::size_t>(object.noun_class)]);
      add("ObjNumber", object.plural ? "Plur" : "Sing");
      add("ObjPerson", object.person == 1 ? "1" : object.person == 2 ? "2" : "3");
    }
    if (reading.relative != 0) {
      const Resolved relative = resolve(reading.relative & ~speech_persons, relative_preference(i));
      if (relative.noun_class != 0) add("RelNounClass", class_names[static_cast<std::size_t>(relative.noun_class)]);
    }
    static constexpr std::array<std::string_view, 32> voices = {"Act",
                                                                "Appl",
                                                                "Cau",
                                                                "Appl,Cau",
                                                                "Pass",
                                                                "Appl,Pass",
                                                                "Cau,Pass",
                                                                "Appl,Cau,Pass",
                                                                "Rcp",
                                                                "Appl,Rcp",
                                                                "Cau,Rcp",
                                                                "Appl,Cau,Rcp",
                                                                "Pass,Rcp",
                                                                "Appl,Pass,Rcp",
                                                                "Cau,Pass,Rcp",
                                                                "Appl,Cau,Pass,Rcp",
                                                                "Stat",
                                                                "Appl,Stat",
                                                                "Cau,Stat",
                                                                "Appl,Cau,Stat",
                                                                "Pass,Stat",
                                                                "Appl,Pass,Stat",
                                                                "Cau,Pass,Stat",
                                                                "Appl,Cau,Pass,Stat",
                                                                "Rcp,Stat",
                                                                "Appl,Rcp,Stat",
                                                                "Cau,Rcp,Stat",
                                                                "Appl,Cau,Rcp,Stat",
                                                                "Pass,Rcp,Stat",
                                                                "Appl,Pass,Rcp,Stat",
                                                                "Cau,Pass,Rcp,Stat",
                                                                "Appl,Cau,Pass,Rcp,Stat"};
    if (reading.kind == WordKind::verb) add("Voice", voices[reading.voices & 31U]);
  }

  void nominal(std::size_t i) {
    const Word& word = words_[i];
    const Reading& reading = *word.reading;
    if (reading.kind == WordKind::noun) {
      if (reading.locative) add("Case", "Loc");
      // Animates agree, and are reported, as classes 1 and 2 whatever their form.
      const Agreement animate = reading.classes & animate_classes;
      const Resolved own = animate != 0 && (word.agreement & animate) != 0
                               ? resolve(animate, word.agreement)
                               : resolve(reading.own, (word.agreement & reading.own) != 0 ? word.agreement : 0);
      if (own.noun_class == 0) return;
      // The same form in singular and plural: plural where something says so.
      bool plural = own.plural;
      int noun_class = own.noun_class;
      const bool both = reading.singular && reading.plural;
      if (both && (word.agreement & plural_classes) == word.agreement) plural = true;
      if (both && plural && animate == 0 && (reading.own & plural_classes) != 0) {
        noun_class = std::countr_zero(reading.own & plural_classes);
      }
      add("NounClass", class_names[static_cast<std::size_t>(noun_class)]);
      add("Number", plural ? "Plur" : "Sing");
      return;
    }
    switch (reading.kind) {
      case WordKind::adjective:
      case WordKind::numeral:
      case WordKind::demonstrative:
      case WordKind::possessive:
      case WordKind::quantifier:
      case WordKind::pronoun:
      case WordKind::relative_pronoun:
      case WordKind::connective:
      case WordKind::having: {
        if (reading.invariable || reading.own == 0) return;
        int at = word.head;
        // A connective agrees with the noun that governs its own.
        if ((reading.kind == WordKind::connective || reading.kind == WordKind::having ||
             reading.kind == WordKind::relative_pronoun) &&
            at >= 0) {
          at = words_[static_cast<std::size_t>(at)].head;
        }
        const Resolved agreement =
            resolve(reading.classes, at < 0 ? 0 : words_[static_cast<std::size_t>(at)].agreement);
        if (agreement.noun_class == 0) return;
        add("NounClass", class_names[static_cast<std::size_t>(agreement.noun_class)]);
        add("Number", agreement.plural ? "Plur" : "Sing");
        return;
      }
      default:
        return;
    }
  }

  const std::vector<Word>& words_;
  std::vector<int> subjects_;
  std::vector<Feature> features_;
};

}  // namespace

void write_tokens(const std::vector<Word>& words, Sentence& sentence) {
  FeatureWriter features(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    Token& token = sentence.tokens[i];
    token.lemma = word.reading->lemma;
    token.upos = word.upos;
    token.xpos = word.reading->xpos;
    token.feats = features.write(i);
    token.head = static_cast<std::uint32_t>(word.head + 1);
    token.deprel = word.deprel;
    token.subtype = word.subtype;
  }
}

}  // namespace habari::swahili
