#include "names/name_lookup.hpp"

#include "words/word_key.hpp"

#include <algorithm>

namespace habari {
namespace {

/// The shortest acronym that may be written with one capital only: `Unicef`, `Chadema`.
constexpr std::uint32_t shortest_spoken_acronym = 4;
/// How many words before a name may belong to it in the gazetteer: `Papa Francis`, `gazeti la The Citizen`.
constexpr std::uint32_t most_words_before = 2;

bool is_location(EntityKind kind) {
  return kind == EntityKind::country || kind == EntityKind::place || kind == EntityKind::facility;
}

/// Kinds that readers take for one another, and that the gazetteer may correct.
bool is_correctable(EntityKind kind) {
  return is_location(kind) || kind == EntityKind::person || kind == EntityKind::organization ||
         kind == EntityKind::group;
}

}  // namespace

void NameLookup::look_up(std::vector<FoundName>& names) {
  for (FoundName& name : names) {
    if (name.kind != EntityKind::person) continue;
    leave_out_titles(name);
    if (name.first == name.last) continue;
    for (Index i = name.first; i <= name.last; ++i) person_words_.insert(pieces_[i].key);
  }
  for (FoundName& name : names) {
    give_entry(name);
    if (is_office(name)) leave_out_office(name);
  }
  std::erase_if(names, [&](const FoundName& name) { return is_common_word(name) || is_office(name); });
}

/// `Ayatollah Khomeini` is `Khomeini`.
void NameLookup::leave_out_titles(FoundName& name) const {
  for (Index end = title_end(name.first, name.last); end != name.first; end = title_end(name.first, name.last)) {
    name.first = end;
    name.span.begin = pieces_[end].span.begin;
  }
}

/// End of the longest title that the words begin with, where a name is left behind it; else `first`.
NameLookup::Index NameLookup::title_end(Index first, Index last) const {
  const auto& phrases = words_.phrases();
  Index title = first;
  auto node = phrases.root;
  for (Index i = first; i < last && pieces_[i].shape != Shape::mark; ++i) {
    node = phrases.next(node, pieces_[i].word);
    if (node == phrases.none) break;
    const std::vector<NameCue>& cues = phrases.values(node);
    if (!cues.empty() && cues.front().role == NameRole::title) title = i + 1;
  }
  const WordId word = pieces_[first].word;
  const bool is_noun = words_.noun_kind(word) == EntityKind::person && !words_.has(word, NameRole::given_name);
  if (title == first && is_noun) title = first + 1;
  if (title == first) return first;
  while (title <= last && pieces_[title].shape == Shape::mark) ++title;
  return title <= last && pieces_[title].is_capital() ? title : first;
}

void NameLookup::give_entry(FoundName& name) const {
  if (name.kind == EntityKind::group) name.group = group_of(name);
  if (name.group) return;
  name.entry = entry_of(name);
  if (name.entry) {
    const EntityKind kind = gazetteer_.entry(*name.entry).kind;
    // A body may be called by the building that it has: `the White House`.
    if (name.kind != EntityKind::organization || kind != EntityKind::facility) name.kind = kind;
  } else if (may_be(name, EntityKind::group) && (name.group = group_of(name))) {
    name.kind = EntityKind::group;
  } else if (is_correctable(name.kind)) {
    if (const auto kind = kind_by_its_words(name))
      name.kind = *kind;
    else if (is_person_again(name))
      name.kind = EntityKind::person;
  }
}

/// `Juma Karisa` beside `Juma T. Karisa`: a given name and no word that is not part of a full name in the article.
bool NameLookup::is_person_again(const FoundName& name) const {
  if (name.first == name.last || !words_.has(pieces_[name.first].word, NameRole::given_name)) return false;
  for (Index i = name.first; i <= name.last; ++i) {
    if (!person_words_.contains(pieces_[i].key)) return false;
  }
  return true;
}

/// What its first or last word says a name is: `Hospitali ya Tumbi`, `Independence Square`.
std::optional<EntityKind> NameLookup::kind_by_its_words(const FoundName& name) const {
  const auto& phrases = words_.phrases();
  for (Index first = name.first; first <= name.last; ++first) {
    auto node = phrases.root;
    for (Index i = first; i <= name.last && node != phrases.none; ++i) {
      node = phrases.next(node, pieces_[i].word);
      if (node == phrases.none) break;
      for (const NameCue& cue : phrases.values(node)) {
        if (cue.role == NameRole::head && first == name.first && i < name.last) return cue.kind;
        if (cue.role == NameRole::suffix && first > name.first && i == name.last) return cue.kind;
      }
    }
  }
  return std::nullopt;
}

NameLookup::Entry NameLookup::entry_of(const FoundName& name) const {
  if (const Entry longer = with_words_before(name)) return longer;
  const Entries found = entries(name.first, name.last, name.kind);
  for (const std::uint32_t number : found.numbers) {
    if (gazetteer_.entry(number).kind == name.kind) return number;
  }
  if (!found.numbers.empty()) {
    const std::uint32_t best = found.numbers.front();
    const EntityKind kind = gazetteer_.entry(best).kind;
    if (found.is_only && may_be(name, kind)) return best;
  }
  return name.kind == EntityKind::person ? known_person_inside(name) : std::nullopt;
}

NameLookup::Entry NameLookup::with_words_before(const FoundName& name) const {
  Index first = name.first;
  Entry longest;
  for (Index more = 0; more < most_words_before && first > 0; ++more) {
    --first;
    if (pieces_[first].sentence != pieces_[name.first].sentence || !pieces_[first].is_word()) break;
    if (const Entry found = entry_of_kind(first, name.last, name.kind)) longest = found;
  }
  return longest;
}

/// The known person whose name of several words a longer name holds: `Muhammad Siad Barre`.
NameLookup::Entry NameLookup::known_person_inside(const FoundName& name) const {
  for (Index length = name.last - name.first; length > 1; --length) {
    for (Index first = name.first; first + length - 1 <= name.last; ++first) {
      // A nickname in marks is one word: `Chanda "Bongo" Phiri`.
      if (pieces_[first].shape == Shape::mark || pieces_[first + length - 1].shape == Shape::mark) continue;
      if (const Entry found = entry_of_kind(first, first + length - 1, EntityKind::person)) return found;
    }
  }
  return std::nullopt;
}

NameLookup::Entry NameLookup::entry_of_kind(Index first, Index last, EntityKind kind) const {
  for (const std::uint32_t number : entries(first, last, kind).numbers) {
    if (gazetteer_.entry(number).kind == kind) return number;
  }
  return std::nullopt;
}

/// Entries under these words; of languages only for a name of that kind, since peoples are called like them.
NameLookup::Entries NameLookup::entries(Index first, Index last, EntityKind kind) const {
  Entries found;
  std::vector<WordId> words;
  bool all_upper = true;
  for (Index i = first; i <= last; ++i) {
    const Piece& piece = pieces_[i];
    if (piece.shape == Shape::mark) continue;
    words.push_back(piece.word);
    all_upper &= piece.shape == Shape::upper || piece.shape == Shape::number;
  }
  const auto add = [&](std::uint32_t number) {
    if (gazetteer_.entry(number).kind == EntityKind::language && kind != EntityKind::language) return;
    if (std::find(found.numbers.begin(), found.numbers.end(), number) == found.numbers.end())
      found.numbers.push_back(number);
  };
  const bool is_spoken = words.size() == 1 && pieces_[first].span.size() >= shortest_spoken_acronym;
  for (const Gazetteer::Alias& alias : gazetteer_.names().find(words)) {
    if (alias.casing != Casing::acronym || all_upper || is_spoken) add(alias.entry);
  }
  const Gazetteer::InstitutionName institution = gazetteer_.institution_at(words);
  if (institution.words != 0 && institution.words == words.size()) add(institution.entry);
  found.is_only = found.numbers.size() == 1;
  return found;
}

/// Whether the only entry of a name may correct its kind: not where the article shows a person, nor behind a word for a
/// place where that is a country (`mto Niger`).
bool NameLookup::may_be(const FoundName& name, EntityKind kind) const {
  if (!is_correctable(name.kind)) return false;
  if (name.kind == EntityKind::person && is_personal(name)) return false;
  return kind != EntityKind::country || !stands_behind_place_word(name.first);
}

/// Whether one word is a person's for all that the gazetteer knows: a given name or surname, or part of a full name.
bool NameLookup::is_personal(const FoundName& name) const {
  const Piece& piece = pieces_[name.first];
  if (name.first != name.last) return false;
  return words_.has(piece.word, NameRole::given_name) || words_.has(piece.word, NameRole::surname) ||
         person_words_.contains(piece.key);
}

/// A title or a word for a person by itself (`Papa`), or a word of the lexicon without a capital, or whose capital the
/// sentence's beginning gives, where nothing knows it as a name. A group that no table knows has a capital, and no word
/// of the lexicon names it.
bool NameLookup::is_common_word(const FoundName& name) const {
  if (name.entry || name.group || !is_correctable(name.kind) || name.first != name.last || is_personal(name))
    return false;
  if (is_users(name)) return false;
  const Piece& piece = pieces_[name.first];
  if (name.kind == EntityKind::group) return !piece.is_capital() || words_.is_common(piece.word);
  return words_.has(piece.word, NameRole::title) || words_.noun_kind(piece.word) == EntityKind::person ||
         ((piece.starts || !piece.is_capital()) && words_.is_common(piece.word));
}

/// Whether the user's file has an entry of the name's own kind. That it has some place of a common word's name says
/// little: there are villages of all names.
bool NameLookup::is_users(const FoundName& name) const {
  if (!gazetteer_.has_users_file() || is_location(name.kind)) return false;
  NameHash hash;
  hash.add(pieces_[name.first].key);
  const std::vector<Gazetteer::Filed> found = gazetteer_.find_filed(hash.value());
  return std::any_of(found.begin(), found.end(), [&](const Gazetteer::Filed& filed) {
    return filed.is_users && gazetteer_.entry(filed.entry).kind == name.kind;
  });
}

/// `Waziri wa Fedha`: an office and no body.
bool NameLookup::is_office(const FoundName& name) const {
  if (name.entry || name.kind != EntityKind::organization) return false;
  const auto& phrases = words_.phrases();
  auto node = phrases.root;
  for (Index i = name.first; i < name.last; ++i) {
    node = phrases.next(node, pieces_[i].word);
    if (node == phrases.none) return false;
    const std::vector<NameCue>& cues = phrases.values(node);
    const bool is_title = !cues.empty() && cues.front().role == NameRole::title;
    if (is_title && words_.has(pieces_[i + 1].word, NameRole::connective)) return true;
  }
  return false;
}

/// `Meya wa Goma`: what the gazetteer knows behind the office is the name.
void NameLookup::leave_out_office(FoundName& name) const {
  for (Index first = name.first + 1; first <= name.last; ++first) {
    if (!words_.has(pieces_[first - 1].word, NameRole::connective)) continue;
    const Entries found = entries(first, name.last, EntityKind::place);
    if (!found.is_only) continue;
    name.first = first;
    name.span.begin = pieces_[first].span.begin;
    name.entry = found.numbers.front();
    name.kind = gazetteer_.entry(*name.entry).kind;
    return;
  }
}

bool NameLookup::stands_behind_place_word(Index first) const {
  const auto inside = [&](Index i) { return pieces_[i].sentence == pieces_[first].sentence; };
  Index at = first;
  if (at == 0 || !inside(--at)) return false;
  if (words_.has(pieces_[at].word, NameRole::connective) && (at == 0 || !inside(--at))) return false;
  const auto kind = words_.noun_kind(pieces_[at].word);
  return kind == EntityKind::place || kind == EntityKind::facility;
}

/// The people of a name, also where a hyphen parts the word: `Wa-Tanzania`.
std::optional<std::uint32_t> NameLookup::group_of(const FoundName& name) const {
  std::vector<WordId> words;
  std::string joined;
  for (Index i = name.first; i <= name.last; ++i) {
    const Piece& piece = pieces_[i];
    if (piece.shape == Shape::mark) continue;
    words.push_back(piece.word);
    joined += slice(text_, piece.span);
  }
  if (const auto found = words_.groups().find(words); !found.empty()) return found.front();
  const WordId whole[] = {words.size() > 1 ? vocabulary_.find(word_key(joined)) : unknown_word};
  const auto found = words_.groups().find(whole);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace habari
