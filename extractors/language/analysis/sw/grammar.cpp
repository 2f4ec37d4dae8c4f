#include "analysis/sw/grammar.hpp"

#include "lexicon/table.hpp"

#include <algorithm>
#include <charconv>

namespace habari::swahili {
namespace {

std::vector<std::string> words(std::string_view cell) {
  std::vector<std::string> out;
  for (const auto piece : split(cell, ' ')) out.emplace_back(piece);
  return out;
}

/// Adds what `form` agrees with; several classes share a form.
void add(std::vector<Marker>& markers, std::string_view form, Agreement agreement, bool before_vowel, bool negative) {
  for (Marker& marker : markers) {
    if (marker.form == form && marker.before_vowel == before_vowel && marker.negative == negative) {
      marker.agreement |= agreement;
      return;
    }
  }
  markers.push_back({std::string(form), agreement, before_vowel, negative});
}

/// The first form of a cell stands before consonants, those after it before vowels, but for whole syllables.
void add_all(std::vector<Marker>& markers, std::string_view cell, Agreement agreement, bool negative) {
  bool first = true;
  for (const auto form : split(cell, ' ')) {
    add(markers, form, agreement, !first && !is_vowel(form.back()), negative);
    first = false;
  }
}

void longest_first(std::vector<Marker>& markers) {
  std::stable_sort(markers.begin(), markers.end(),
                   [](const Marker& a, const Marker& b) { return a.form.size() > b.form.size(); });
}

int number(const Table::Row& row, std::string_view column, int low, int high) {
  const std::string_view cell = row[column];
  int value = 0;
  const auto [end, failure] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (failure != std::errc{} || end != cell.data() + cell.size() || value < low || value > high) {
    row.fail(std::string(column) + " is \"" + std::string(cell) + "\", expected a number from " + std::to_string(low) +
             " to " + std::to_string(high));
  }
  return value;
}

Tense tense(const Table::Row& row) {
  Tense out;
  out.marker = row["marker"];
  const std::string_view negative = row["negative"];
  if (negative == "yes")
    out.polarity = Tense::Polarity::after_ha;
  else if (negative == "own")
    out.polarity = Tense::Polarity::own;
  else if (!negative.empty())
    row.fail("negative is \"" + std::string(negative) + "\", expected yes, own or nothing");
  const std::string_view relative = row["relative"];
  if (relative == "yes")
    out.relative = Tense::Relative::yes;
  else if (relative == "need")
    out.relative = Tense::Relative::need;
  else if (relative == "suffix")
    out.relative = Tense::Relative::suffix;
  else if (relative == "subject")
    out.relative = Tense::Relative::subject;
  else if (!relative.empty())
    row.fail("relative is \"" + std::string(relative) + "\", none of yes, need, suffix, subject");
  out.keeps_ku = row["ku"] == "yes";
  if (row["final"].size() != 1) row.fail("final is \"" + std::string(row["final"]) + "\", expected one vowel");
  out.final_vowel = row["final"][0];
  for (const auto feature : split(row["feats"], '|')) {
    if (feature == "Situative=Yes") out.situative = true;
    if (feature == "Aspect=Cons") out.consecutive = true;
  }
  out.features = row["feats"];
  return out;
}

Extension extension(const Table::Row& row) {
  Extension out;
  out.suffix = row["suffix"];
  out.base = row["base"];
  const std::string_view voice = row["voice"];
  if (voice == "Pass")
    out.voice = voice_passive;
  else if (voice == "Cau")
    out.voice = voice_causative;
  else if (voice == "Appl")
    out.voice = voice_applicative;
  else if (voice == "Rcp")
    out.voice = voice_reciprocal;
  else if (voice == "Stat")
    out.voice = voice_stative;
  else
    row.fail("voice is \"" + std::string(voice) + "\", none of Pass, Cau, Appl, Rcp, Stat");
  std::string_view after = row["after"];
  if (!after.empty()) {
    if (after[0] == 'C')
      out.after = Extension::After::consonant;
    else if (after[0] == 'V')
      out.after = Extension::After::vowel;
    else if (after[0] != '*')
      row.fail("after is \"" + std::string(after) + "\", expected C, V or *, then vowels");
    out.vowels = after.substr(1);
  }
  return out;
}

/// `9 10`: the classes that a cell names.
Agreement classes(const Table::Row& row) {
  Agreement out = 0;
  for (const auto piece : split(row["classes"], ' ')) {
    int noun_class = 0;
    const auto [end, failure] = std::from_chars(piece.data(), piece.data() + piece.size(), noun_class);
    if (failure != std::errc{} || end != piece.data() + piece.size() || noun_class < 1 || noun_class > 18)
      row.fail("classes is \"" + std::string(row["classes"]) + "\", expected numbers from 1 to 18");
    out |= class_bit(noun_class);
  }
  if (out == 0) row.fail("classes must not be empty");
  return out;
}

DeverbalNoun deverbal_noun(const Table::Row& row) {
  const auto kind = parse_entity_kind(row["kind"]);
  if (!kind) row.fail("kind is \"" + std::string(row["kind"]) + "\", no kind of entity");
  return {std::string(row["prefix"]),  std::string(row["ending"]), std::string(row["singular"]), classes(row),
          *kind == EntityKind::person, row["number"] == "Plur"};
}

}  // namespace

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

Grammar::Grammar(const std::filesystem::path& folder) {
  const Table concord_table(
      folder / "concords.tsv",
      {"class", "number", "subject", "negative", "object", "relative", "adjective", "adjective_vowel", "connective",
       "possessive", "near", "referential", "distant", "all", "any", "having", "other", "locative"});
  for (const auto row : concord_table) {
    Concord concord;
    concord.noun_class = number(row, "class", 1, 18);
    concord.plural = row["number"] == "Plur";
    concord.adjective = row["adjective"];
    concord.adjective_vowel = row["adjective_vowel"];
    concord.connective = row["connective"];
    concord.possessive = row["possessive"];
    concord.relative = row["relative"];
    concord.near_form = row["near"];
    concord.any = row["any"];
    concord.having = row["having"];
    concord.referential = words(row["referential"]);
    concord.distant = words(row["distant"]);
    concord.all = words(row["all"]);
    concord.other = words(row["other"]);
    const Agreement bit = class_bit(concord.noun_class);
    add_all(subjects, row["subject"], bit, false);
    add_all(subjects, row["negative"], bit, true);
    add_all(objects, row["object"], bit, false);
    add(relatives, row["relative"], bit, false, false);
    add(locatives, row["locative"], bit, false, false);
    add(locatives, concord.noun_class == 1 ? "hayu" : row["negative"], bit, false, true);
    concords.push_back(std::move(concord));
  }
  // A relative of manner in -vyo- has the form of class 8.
  const Table person_table(folder / "persons.tsv",
                           {"person", "number", "subject", "negative", "object", "pronoun", "possessive"});
  for (const auto row : person_table) {
    Person person;
    person.person = number(row, "person", 1, 3);
    person.plural = row["number"] == "Plur";
    person.pronouns = words(row["pronoun"]);
    person.possessive = row["possessive"];
    if (person.person == 3) {
      person.agreement = class_bit(person.plural ? 2 : 1);
    } else {
      person.agreement = person.person == 1 ? (person.plural ? first_plural : first_singular)
                                            : (person.plural ? second_plural : second_singular);
      add_all(subjects, row["subject"], person.agreement, false);
      add_all(subjects, row["negative"], person.agreement, true);
      add_all(objects, row["object"], person.agreement, false);
      add(locatives, split(row["subject"], ' ').front(), person.agreement, false, false);
      add(locatives, row["negative"], person.agreement, false, true);
      add(relatives, person.plural ? "o" : "ye", person.agreement, false, false);
    }
    persons.push_back(std::move(person));
  }
  add(objects, "ji", 0, false, false);
  for (auto* markers : {&subjects, &objects, &relatives, &locatives}) longest_first(*markers);

  const Table tense_table(folder / "tenses.tsv", {"marker", "negative", "relative", "ku", "final", "feats"});
  for (const auto row : tense_table) tenses.push_back(tense(row));
  const Table extension_table(folder / "extensions.tsv", {"suffix", "base", "voice", "after"});
  for (const auto row : extension_table) extensions.push_back(extension(row));
  const Table prefix_table(folder / "noun_prefixes.tsv", {"prefix", "classes"});
  for (const auto row : prefix_table) noun_prefixes.push_back({std::string(row["prefix"]), classes(row)});
  const Table deverbal_table(folder / "deverbal_nouns.tsv",
                             {"prefix", "ending", "singular", "classes", "number", "kind"});
  for (const auto row : deverbal_table) deverbal_nouns.push_back(deverbal_noun(row));
}

}  // namespace habari::swahili
