#include "lexicon/agreement_table.hpp"

#include "lexicon/table.hpp"

#include <algorithm>

namespace habari {
namespace {

/// `3 Sing`: person and number.
AgreementTable::Possessor possessor_of(const Table::Row& row) {
  const std::string_view cell = row["other"];
  const bool person = cell.size() > 2 && cell[0] >= '1' && cell[0] <= '3' && cell[1] == ' ';
  const std::string_view number = person ? cell.substr(2) : std::string_view();
  if (number != "Sing" && number != "Plur") row.fail("other is \"" + std::string(cell) + "\", expected as `3 Sing`");
  return {static_cast<std::uint8_t>(cell[0] - '0'), number == "Plur"};
}

}  // namespace

AgreementTable::AgreementTable(const std::filesystem::path& lexicon_folder) {
  const std::filesystem::path file = lexicon_folder / "agreement.tsv";
  if (!std::filesystem::exists(file)) return;
  const Table table(file, {"class", "use", "other"});
  for (const auto row : table) {
    const std::string_view use = row["use"];
    if (row["class"].empty()) row.fail("class must not be empty");
    if (use == "same")
      same_.push_back({std::string(row["class"]), std::string(row["other"])});
    else if (use == "place")
      markers_.push_back({std::string(row["class"]), RelativeUse::place});
    else if (use == "manner")
      markers_.push_back({std::string(row["class"]), RelativeUse::manner});
    else if (use == "person" || use == "people" || use == "name")
      natural_.push_back({std::string(row["class"]), use != "name", use == "people"});
    else if (use == "possessor")
      possessors_.emplace_back(row["class"], possessor_of(row));
    else
      row.fail("use is \"" + std::string(use) + "\", none of same, place, manner, person, people, name, possessor");
  }
}

bool AgreementTable::is_same(std::string_view one, std::string_view other) const {
  return one == other || std::any_of(same_.begin(), same_.end(), [&](const SameClass& row) {
           return (row.one == one && row.other == other) || (row.one == other && row.other == one);
         });
}

bool AgreementTable::agree(const Token& verb, const Token& noun) const {
  const std::string_view person = verb.feature("Person");
  if (person == "1" || person == "2") return false;
  const std::string_view verb_class = verb.feature("NounClass");
  const std::string_view noun_class = noun.feature("NounClass");
  return verb_class.empty() || noun_class.empty() || is_same(verb_class, noun_class);
}

bool AgreementTable::agree_with_object(const Token& verb, const Token& noun) const {
  if (verb.feature("ObjPerson") != "3") return false;
  const std::string_view noun_class = noun.feature("NounClass");
  if (noun_class.empty()) return noun.upos == Upos::propn && verb.feature("ObjNumber") == "Sing";
  return is_same(verb.feature("ObjNounClass"), noun_class);
}

bool AgreementTable::has_natural(std::string_view value, bool of_people, bool plural) const {
  return std::any_of(natural_.begin(), natural_.end(), [&](const NaturalClass& row) {
    return row.value == value && row.of_people == of_people && row.plural == plural;
  });
}

bool AgreementTable::can_mean(std::string_view wanted, std::string_view found, std::optional<EntityKind> kind,
                              bool plural) const {
  const bool collective = kind == EntityKind::organization || kind == EntityKind::group;
  const bool people = kind == EntityKind::person || kind == EntityKind::group;
  // Living beings agree as such, whatever their noun: `rafiki alisema`; and so do the members of a body: `polisi
  // walisema`.
  if ((people && has_natural(wanted, true, plural)) || (collective && has_natural(wanted, true, true))) return true;
  if (!found.empty()) return is_same(wanted, found);
  return !people && has_natural(wanted, false, false);
}

std::optional<AgreementTable::Possessor> AgreementTable::possessor(const Token& possessive) const {
  const auto found = std::find_if(possessors_.begin(), possessors_.end(),
                                  [&](const auto& row) { return row.first == possessive.lemma; });
  return found == possessors_.end() ? std::nullopt : std::optional(found->second);
}

bool AgreementTable::is_of_place(std::string_view noun_class) const {
  return std::any_of(markers_.begin(), markers_.end(),
                     [&](const Marker& row) { return row.value == noun_class && row.use == RelativeUse::place; });
}

RelativeUse AgreementTable::relative_use(const Token& verb) const {
  const std::string_view marker = verb.feature("RelNounClass");
  const auto found =
      std::find_if(markers_.begin(), markers_.end(), [&](const Marker& row) { return row.value == marker; });
  return found == markers_.end() ? RelativeUse::participant : found->use;
}

}  // namespace habari
