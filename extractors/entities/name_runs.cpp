#include "entities/name_scene.hpp"

#include <algorithm>

namespace habari {
namespace {

/// Capital letters of an acronym that no table knows: `MINUSCA`, but not a word of a line in capitals.
constexpr std::uint32_t longest_acronym = 8;

}  // namespace

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
    if (take_headed_name(i, end) || take_group(i, end)) {
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

/// A name that begins with the word for what it names: `Chuo Kikuu cha Pretoria`, `mto Nile`.
bool NameScene::take_headed_name(Index at, Index end) {
  const NameMark& mark = marks_[at];
  if (mark.role_end == 0) return false;
  const bool capital = pieces_[at].is_capital();
  Index stop = 0;
  if (mark.role == NameRole::lower_head || (mark.role == NameRole::inner_head && capital)) {
    stop = headed_name_end(at, mark.role_end, end);
  } else if (mark.role == NameRole::common_head && capital) {
    const Index word = mark.role_end + 1;
    if (word < end && has(mark.role_end, NameRole::connective) && pieces_[word].is_capital() &&
        marks_[word].name_end == 0 && words_.is_common(pieces_[word].word)) {
      stop = headed_name_end(at, mark.role_end, end);
    }
  }
  if (stop <= mark.role_end || stop < mark.name_end) return false;
  if (mark.role == NameRole::inner_head && mark.name_end == 0 && only_introduces(mark.role_end + 1, stop)) return false;
  if (mark.name_end == stop) {
    add(at, stop, entry(at).kind, Evidence::gazetteer, mark.entry);
  } else {
    add(at, stop, mark.role_kind, Evidence::context);
  }
  return true;
}

/// Whether the complement of a head is an organization's own name already: `Jumuiya ya IGAD`, `Benki ya CRDB`.
bool NameScene::only_introduces(Index complement, Index end) const {
  const NameMark& mark = marks_[complement];
  if (mark.name_end != 0) return mark.name_end == end && entry(complement).kind == EntityKind::organization;
  return complement + 1 == end && pieces_[complement].shape == Shape::upper;
}

NameScene::Index NameScene::headed_name_end(Index at, Index complement, Index end) const {
  Index stop = complement;
  const bool head_is_capital = pieces_[at].is_capital();
  bool first = true;
  for (Index i = complement; i < end;) {
    Index word = i;
    bool joined = false;
    if (has(i, NameRole::connective)) {
      word = i + 1;
    } else if (!first && has(i, NameRole::joiner)) {
      joined = true;
      word = i + 1;
    }
    const bool adjacent = word == i;
    if (word >= end || marks_[word].in_time || !pieces_[word].is_capital()) break;
    if (adjacent && marks_[word].in_title) break;  // `Wizara ya Afya Dk. Ali`, but `Umoja wa Walimu`
    const bool common = words_.is_common(pieces_[word].word) && marks_[word].name_end == 0;
    if (adjacent && first && !common && marks_[at].role != NameRole::lower_head) break;
    if (joined && (!common || !words_.is_common(pieces_[i - 1].word))) break;
    if (adjacent && !first && !common) break;
    // A lower-case head takes one proper name and no more: `mto Nile`, `bandari ya Tanga nchini Tanzania`.
    if (!head_is_capital && (!first || common)) break;
    stop = complement_end(word, end);
    i = stop;
    first = false;
  }
  return stop;
}

/// End of the words that belong together from `at`: a gazetteer name, or capitals in a row.
NameScene::Index NameScene::complement_end(Index at, Index end) const {
  if (marks_[at].name_end != 0) return marks_[at].name_end;
  const bool common = words_.is_common(pieces_[at].word);
  Index i = at + 1;
  while (i < end) {
    const bool hyphen = pieces_[i].mark == '-' && pieces_[i].tight && i + 1 < end && pieces_[i + 1].tight;
    const Index word = hyphen ? i + 1 : i;
    if (marks_[word].in_time || marks_[word].in_title || pieces_[word].shape == Shape::mark) break;
    if (marks_[word].role_end != 0 && marks_[word].role == NameRole::cue) break;
    if (!hyphen && (!pieces_[word].is_capital() || marks_[word].name_end != 0)) break;
    if (!hyphen && common != words_.is_common(pieces_[word].word)) break;
    i = word + 1;
  }
  return i;
}

/// Whether the capital of a sentence's first word tells a name.
bool NameScene::is_certain_start(Index at, Index end) const {
  const Piece& piece = pieces_[at];
  if (capital_inside_.contains(piece.key) && !headline_) return true;
  const bool next_is_name = at + 1 < end && pieces_[at + 1].is_capital() && !marks_[at + 1].in_title &&
                            !marks_[at + 1].in_time && !words_.is_common(pieces_[at + 1].word);
  if (has(at, NameRole::given_name) || has(at, NameRole::surname)) {
    return next_is_name || !words_.is_common(piece.word) || piece.upos == Upos::propn;
  }
  if (words_.is_common(piece.word)) return false;
  switch (piece.upos) {
    case Upos::propn:
      return true;
    case Upos::x:
    case Upos::noun:
      return (piece.shape == Shape::upper && !headline_) || next_is_name;
    default:
      return false;
  }
}

/// Whether a word that the gazetteer does not know belongs to a name.
bool NameScene::is_nameable(Index at, Index end) const {
  const Piece& piece = pieces_[at];
  const NameMark& mark = marks_[at];
  if (!piece.is_capital() || mark.in_time || mark.in_title || mark.taken) return false;
  if (words_.groups().next(words_.groups().root, piece.word) != words_.groups().none) return false;
  if (headline_ && piece.shape == Shape::upper && piece.span.size() > longest_acronym) return false;
  const bool personal = has(at, NameRole::given_name) || has(at, NameRole::surname);
  if (has(at, NameRole::common) && (!personal || piece.starts || !stands_by_name(at, end))) return false;
  if (piece.starts || headline_) return is_certain_start(at, end);
  if (words_.is_common(piece.word)) return personal && (stands_by_name(at, end) || piece.upos == Upos::propn);
  return !is_verb(at) || stands_by_name(at, end);
}

/// Whether a name or title stands right before or behind: then `Amani` and `Baraka` are names.
bool NameScene::stands_by_name(Index at, Index end) const {
  const auto is_name = [&](Index i) {
    return pieces_[i].is_capital() && !marks_[i].in_title && !marks_[i].in_time && !words_.is_common(pieces_[i].word);
  };
  if (at + 1 < end && is_name(at + 1)) return true;
  if (at == 0 || !same_sentence(at - 1, at)) return false;
  return marks_[at - 1].in_title || has(at - 1, NameRole::given_name);
}

/// Whether the analyzer knows it for a verb, capital or not.
bool NameScene::is_verb(Index at) const {
  const Piece& piece = pieces_[at];
  if (piece.upos == Upos::verb || piece.upos == Upos::aux) return true;
  return piece.upos == Upos::noun && !sentences_[piece.sentence].tokens[piece.token].feature("VerbForm").empty();
}

/// A capital word, or a particle before one: `al-Sisi`.
bool NameScene::is_name_start(Index at, Index end) const {
  if (is_nameable(at, end)) return true;
  if (!has(at, NameRole::particle) || at + 2 >= end || pieces_[at + 1].mark != '-') return false;
  return pieces_[at + 2].is_capital();
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
    const bool is_suffix = mark.role_end != 0 && mark.role == NameRole::suffix;
    if (!units.empty() && is_suffix) {
      units.push_back({i, mark.role_end, true, {}});
      i = mark.role_end;
      continue;
    }
    const Index next = !units.empty() && joins_names(i, end) ? i + 2 : particle_end(i, end, units.empty());
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
  if (pieces_[at].tight && pieces_[at + 1].tight) return true;
  return !pieces_[at + 1].is_capital() && pieces_[at + 1].word == unknown_word;
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
  if (!unit.entry || person || (given && before_unknown)) {
    while (next < units.size() && continues_person(units[next], given && next == at + 1)) ++next;
  }
  const Index first = unit.first;
  const Index end = units[next - 1].end;
  if (next == at + 1 && unit.entry) {
    add(first, end, gazetteer_.entry(*unit.entry).kind, Evidence::gazetteer, unit.entry);
  } else if (unit.entry || given || units[next - 1].entry) {
    add(first, end, EntityKind::person, Evidence::context);
  } else if (end - first > 1 || pieces_[first].span.size() > 1) {  // a letter is no name
    const auto [kind, evidence] = kind_of(first, end);
    add(first, end, kind, evidence);
  }
  return next;
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
/// bearer of; behind a given name a place's name as well (`Amina Aden`, `Michael Jordan`).
bool NameScene::continues_person(const Unit& unit, bool after_given_name) const {
  if (unit.suffix) return false;
  if (!unit.entry) return true;
  if (unit.end - unit.first != 1) return false;
  if (gazetteer_.entry(*unit.entry).kind == EntityKind::person) return true;
  return after_given_name && (has(unit.first, NameRole::surname) || has(unit.first, NameRole::given_name));
}

/// `Waziri wa Kawi Charles Keter`: a capital word that still belongs to the office, before the given name.
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
    if (!joined.empty() && extends(joined.back(), name)) joined.back().last = name.last;
    else joined.push_back(name);
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
