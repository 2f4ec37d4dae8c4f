#include "analysis/sw/features.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>
#include <vector>

namespace habari::swahili {
namespace {

constexpr std::array<std::string_view, 19> class_names = {
    "",        "Bantu1",  "Bantu2",  "Bantu3",  "Bantu4",  "Bantu5",  "Bantu6",  "Bantu7",  "Bantu8", "Bantu9",
    "Bantu10", "Bantu11", "Bantu12", "Bantu13", "Bantu14", "Bantu15", "Bantu16", "Bantu17", "Bantu18"};

/// Person, number and class.
struct Resolved {
  int person = 0;
  int noun_class = 0;
  bool plural = false;
};

/// What an agreement stands for: the commonest where several are possible.
Resolved resolve(Agreement agreement) {
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

/// `Appl,Pass`: the extensions between word and lemma, in alphabetical order.
std::string voice(std::uint8_t voices) {
  static constexpr std::array<std::pair<Voice, std::string_view>, 5> names = {{{voice_applicative, "Appl"},
                                                                               {voice_causative, "Cau"},
                                                                               {voice_passive, "Pass"},
                                                                               {voice_reciprocal, "Rcp"},
                                                                               {voice_stative, "Stat"}}};
  std::string out;
  for (const auto& [bit, name] : names) {
    if ((voices & bit) == 0) continue;
    if (!out.empty()) out += ',';
    out += name;
  }
  return out.empty() ? "Act" : out;
}

std::string_view person_name(int person) { return person == 1 ? "1" : person == 2 ? "2" : "3"; }

class FeatureWriter {
 public:
  explicit FeatureWriter(const Word& word) : word_(word), reading_(*word.reading) {}

  std::string write() {
    for (std::string_view rest = reading_.features; !rest.empty();) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      const std::string_view one = rest.substr(0, bar);
      const std::size_t equals = one.find('=');
      add(one.substr(0, equals), one.substr(equals + 1));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    if (reading_.verb_form != VerbForm::none)
      verb();
    else if (reading_.kind == WordKind::noun)
      noun();
    else
      agreeing_word();
    std::sort(features_.begin(), features_.end());
    std::string out;
    for (const auto& [name, value] : features_) {
      if (!out.empty()) out += '|';
      out.append(name).append("=").append(value);
    }
    return out;
  }

 private:
  void add(std::string_view name, std::string_view value) { features_.emplace_back(name, value); }
  static std::string_view class_name(int noun_class) { return class_names[static_cast<std::size_t>(noun_class)]; }
  static std::string_view number_name(bool plural) { return plural ? "Plur" : "Sing"; }

  void verb() {
    add("Polarity", reading_.negative ? "Neg" : "Pos");
    if (reading_.verb_form == VerbForm::finite) {
      add("VerbForm", "Fin");
      subject();
    } else if (reading_.verb_form == VerbForm::imperative) {
      add("VerbForm", "Fin");
      add("Person", "2");
    }
    if (reading_.reflexive) {
      add("Reflex", "Yes");
    } else if (reading_.object != 0) {
      const Resolved object = resolve(word_.agreement[slot_object]);
      add("ObjNounClass", class_name(object.noun_class));
      add("ObjNumber", number_name(object.plural));
      add("ObjPerson", person_name(object.person));
    }
    if (const Resolved relative = resolve(word_.agreement[slot_relative]); relative.noun_class != 0)
      add("RelNounClass", class_name(relative.noun_class));
    if (reading_.kind == WordKind::verb) add("Voice", voice(reading_.voices));
  }

  void subject() {
    // husoma has no subject prefix.
    if ((reading_.classes & all_classes) == all_classes) return;
    const Resolved subject = resolve(word_.agreement[slot_class]);
    if (subject.noun_class == 0) return;
    add("NounClass", class_name(subject.noun_class));
    add("Number", number_name(subject.plural));
    add("Person", person_name(subject.person));
  }

  void noun() {
    if (reading_.locative) add("Case", "Loc");
    const Agreement agreement = word_.agreement[slot_class];
    // Animates agree, and are reported, as classes 1 and 2 whatever their form.
    const Agreement animate = agreement & reading_.classes & animate_classes;
    const Agreement own = (agreement & reading_.own) != 0 ? agreement & reading_.own : reading_.own;
    const Resolved resolved = resolve(animate != 0 ? animate : own);
    if (resolved.noun_class == 0) return;
    bool plural = resolved.plural;
    int noun_class = resolved.noun_class;
    // The same form in singular and plural: plural where something says so.
    const bool both = reading_.singular && reading_.plural;
    if (both && (agreement & plural_classes) == agreement) plural = true;
    if (both && plural && animate == 0 && (reading_.own & plural_classes) != 0) {
      noun_class = std::countr_zero(reading_.own & plural_classes);
    }
    add("NounClass", class_name(noun_class));
    add("Number", number_name(plural));
  }

  /// Adjectives, pronouns, connectives: all that has a class because a noun has it.
  void agreeing_word() {
    if (reading_.invariable || reading_.own == 0 || reading_.kind == WordKind::adposition) return;
    const Resolved resolved = resolve(word_.agreement[slot_class]);
    if (resolved.noun_class == 0) return;
    add("NounClass", class_name(resolved.noun_class));
    add("Number", number_name(resolved.plural));
  }

  const Word& word_;
  const Reading& reading_;
  std::vector<std::pair<std::string, std::string>> features_;
};

}  // namespace

std::string features(const Word& word) { return word.reading == nullptr ? "" : FeatureWriter(word).write(); }

}  // namespace habari::swahili
