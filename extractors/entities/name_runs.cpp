#include "entities/name_scene.hpp"

#include <algorithm>

namespace habari {
std::vector<FoundName> NameScene::find() {
  const auto size = static_cast<Index>(pieces_.size());
  for (Index begin = 0; begin < size;) {
    Index end = begin;
    while (end < size && pieces_[end].sentence == pieces_[begin].sentence) ++end;
    mark_sentence(begin, end);
    find_in_sentence(begin, end);
    begin = end;
  }
  extend_by_acronyms();
  locate_places();
  return std::move(names_);
}

void NameScene::add(Index first, Index end, EntityKind kind, Evidence evidence, std::optional<std::uint32_t> entry) {
  FoundName name;
  name.first = first;
  name.last = end - 1;
  name.kind = kind;
  name.evidence = evidence;
  name.entry = entry;
  for (Index i = first; i < end; ++i) marks_[i].taken = true;
  names_.push_back(name);
}

void NameScene::find_in_sentence(Index begin, Index end) {
  std::vector<Unit> units;
  for (Index i = begin; i < end;) {
    if (marks_[i].in_time) {
      ++i;
      continue;
    }
    if (take_group(i, end) || take_headed_name(i, end)) {
      i = names_.back().last + 1;
      continue;
    }
    if (marks_[i].name_end == 0 && !is_name_start(i, end)) {
      ++i;
      continue;
    }
    units.clear();
    const Index stop = run_end(i, end, units);
    if (!units.empty()) take_run(units);
    i = std::max(stop, i + 1);
  }
}

bool NameScene::take_group(Index at, Index end) {
  const auto& groups = words_.groups();
  auto node = groups.root;
  std::optional<std::uint32_t> group;
  Index stop = at;
  for (Index i = at; i < end && pieces_[i].shape != Shape::mark; ++i) {
    node = groups.next(node, pieces_[i].word);
    if (node == groups.none) break;
    if (groups.values(node).empty()) continue;
    group = groups.values(node).front();
    stop = i + 1;
  }
  // `Kim Jong` before `Mrusi` is no longer name; `Francis` of `French Francis` is.
  if (!group || marks_[at].name_end > stop || !pieces_[at].is_capital()) return false;
  add(at, stop, EntityKind::group, Evidence::gazetteer);
  names_.back().group = group;
  return true;
}

NameScene::Index NameScene::run_end(Index at, Index end, std::vector<Unit>& units) const {
  Index i = at;
  while (i < end && !marks_[i].in_time) {
    const NameMark& mark = marks_[i];
    if (mark.name_end != 0 && !mark.taken) {
      Index first = i;
      while (entry(i).kind == EntityKind::person && marks_[first].in_title && first + 1 < mark.name_end) ++first;
      units.push_back({first, mark.name_end, false, mark.entry});
      i = mark.name_end;
      continue;
    }
    if (!units.empty() && is_suffix(i)) {
      units.push_back({i, mark.role_end, true, {}});
      i = mark.role_end;
      continue;
    }
    const bool hyphenated = !units.empty() && joins_names(i, end) &&
                            (!units.back().entry || pieces_[i + 1].is_capital());  // `Ethiopia-based`
    const Index next = hyphenated ? i + 2 : particle_end(i, end, units.empty());
    if (next > i) {
      units.push_back({i, next, false, {}});
      i = next;
    } else if (is_nameable(i, end)) {
      units.push_back({i, i + 1, false, {}});
      ++i;
    } else {
      break;
    }
  }
  return i;
}

/// Whether the mark at `at` joins what stands beside it to one name: a hyphen without blanks; with blanks only before a
/// word that no table knows (`Zaroum - dareye`), since a dash between two names parts them; `Hampton Inn & Suites`.
bool NameScene::joins_names(Index at, Index end) const {
  if (at + 1 >= end || !pieces_[at + 1].is_word() || marks_[at + 1].in_time) return false;
  if (pieces_[at].mark == '&') return is_nameable(at + 1, end);
  if (pieces_[at].mark != '-') return false;
  const Piece& next = pieces_[at + 1];
  if (pieces_[at].tight && next.tight) {
    const bool untagged = next.upos == Upos::propn || next.upos == Upos::x;
    return next.is_capital() || (untagged && !words_.is_common(next.word));
  }
  return next.word == unknown_word && !next.is_capital();
}

/// End of a name's particles and the word they lead to (`bin Salman`, `el-Sisi`, `von der Leyen`), `at` where none
/// begin. At the beginning of a name a lower-case particle needs its hyphen.
NameScene::Index NameScene::particle_end(Index at, Index end, bool opens_name) const {
  if (!has(at, NameRole::particle) || at + 1 >= end) return at;
  if (opens_name && pieces_[at + 1].mark != '-' && !is_nameable(at, end)) return at;
  Index next = at + 1;
  while (next < end && (has(next, NameRole::particle) || pieces_[next].mark == '-')) ++next;
  if (next >= end || !pieces_[next].is_capital() || marks_[next].in_time) return at;
  const bool written_together = pieces_[next - 1].mark == '-' || pieces_[next - 1].is_capital();
  return marks_[next].in_title && !written_together ? at : next + 1;
}

/// A suffix has its capital, but for what buildings are: `Nairobi airport`, `Vostochny cosmodrome`.
bool NameScene::is_suffix(Index at) const {
  const NameMark& mark = marks_[at];
  return mark.role_end != 0 && mark.role == NameRole::suffix &&
         (pieces_[at].is_capital() || mark.role_kind == EntityKind::facility);
}

void NameScene::take_run(const std::vector<Unit>& units) {
  for (std::size_t at = 0; at < units.size();) at = take_units(units, at);
}

/// Takes the name that begins with unit `at`; returns the unit after it.
std::size_t NameScene::take_units(const std::vector<Unit>& units, std::size_t at) {
  if (const auto next = take_suffixed(units, at)) return *next;
  if (is_office(units, at)) return at + 1;
  const Unit& unit = units[at];
  const bool person = unit.entry && gazetteer_.entry(*unit.entry).kind == EntityKind::person;
  const bool given = unit.end - unit.first == 1 && has(unit.first, NameRole::given_name);
  const bool before_unknown = at + 1 < units.size() && !units[at + 1].entry && !units[at + 1].suffix;
  std::size_t next = at + 1;
  const bool titled = unit.first > 0 && same_sentence(unit.first - 1, unit.first) && marks_[unit.first - 1].in_title;
  if (!unit.entry || person || (given && before_unknown)) {
    while (next < units.size() && continues_person(units[next], (given || titled) && next == at + 1)) ++next;
  }
  const Index first = unit.first;
  const Index end = units[next - 1].end;
  if (next == at + 1 && unit.entry) {
    add(first, end, gazetteer_.entry(*unit.entry).kind, Evidence::gazetteer, unit.entry);
  } else if (unit.entry || given || units[next - 1].entry) {
    add(first, end, EntityKind::person, Evidence::context, full_person(units, at, next));
  } else if (end - first > 1 || pieces_[first].span.size() > 1) {  // a letter is no name
    const auto [kind, evidence] = kind_of(first, end);
    add(first, end, kind, evidence);
  }
  return next;
}

/// The known person whose name of several words a longer name holds: `Muhammad Siad Barre`.
std::optional<std::uint32_t> NameScene::full_person(const std::vector<Unit>& units, std::size_t at,
                                                    std::size_t end) const {
  for (std::size_t i = at; i < end; ++i) {
    if (units[i].entry && units[i].end - units[i].first > 1 &&
        gazetteer_.entry(*units[i].entry).kind == EntityKind::person) {
      return units[i].entry;
    }
  }
  return std::nullopt;
}

/// `Kenya Airways`, `Vostochny cosmodrome`: the suffix speaks for all before it.
std::optional<std::size_t> NameScene::take_suffixed(const std::vector<Unit>& units, std::size_t at) {
  for (std::size_t i = at + 1; i < units.size(); ++i) {
    if (units[i].entry && i > at + 1) break;
    if (!units[i].suffix) continue;
    while (i + 1 < units.size() && units[i + 1].suffix) ++i;
    add(units[at].first, units[i].end, marks_[units[i].first].role_kind, Evidence::context);
    return i + 1;
  }
  return std::nullopt;
}

/// Whether a word belongs to the person's name before it: an unknown word, or a surname that the gazetteer knows a
/// bearer of; behind a given name or a title and a word a place's name as well (`Amina Aden`, `Waziri Kassim Jordan`).
bool NameScene::continues_person(const Unit& unit, bool after_person_word) const {
  if (unit.suffix) return false;
  if (!unit.entry || gazetteer_.entry(*unit.entry).kind == EntityKind::person) return true;
  return unit.end - unit.first == 1 && after_person_word &&
         (has(unit.first, NameRole::surname) || has(unit.first, NameRole::given_name));
}

/// `Waziri wa Maji Asha Juma`: a capital word that still belongs to the office, before the given name.
bool NameScene::is_office(const std::vector<Unit>& units, std::size_t at) const {
  const Unit& unit = units[at];
  if (unit.entry || at + 1 >= units.size() || unit.end - unit.first != 1 || has(unit.first, NameRole::given_name)) {
    return false;
  }
  const Unit& next = units[at + 1];
  const bool next_is_person =
      next.entry ? gazetteer_.entry(*next.entry).kind == EntityKind::person : has(next.first, NameRole::given_name);
  if (!next_is_person || unit.first < 2 || !same_sentence(unit.first - 2, unit.first)) return false;
  const NameMark& office = marks_[unit.first - 2];
  return has(unit.first - 1, NameRole::connective) &&
         ((office.ends_role && office.ended_role == NameRole::title) || has(unit.first - 2, NameRole::modifier));
}

/// `Umoja wa Mataifa MONUSCO`, `Tume ya Uchaguzi NEC`: an acronym right behind an institution belongs to it.
void NameScene::extend_by_acronyms() {
  std::vector<FoundName> joined;
  for (const FoundName& name : names_) {
    if (!joined.empty() && extends(joined.back(), name))
      joined.back().last = name.last;
    else
      joined.push_back(name);
  }
  names_ = std::move(joined);
}

bool NameScene::extends(const FoundName& name, const FoundName& acronym) const {
  return name.kind == EntityKind::organization && acronym.kind == EntityKind::organization &&
         name.last + 1 == acronym.first && same_sentence(name.last, acronym.first) && name.first != name.last &&
         pieces_[name.last].shape != Shape::upper && acronym.first == acronym.last &&
         pieces_[acronym.first].shape == Shape::upper;
}

}  // namespace habari
