#include "names/filed_names.hpp"

#include "lexicon/string_map.hpp"
#include "names/name_countries.hpp"
#include "words/word_key.hpp"

#include <algorithm>
#include <set>

namespace habari {
namespace {

/// How many words before a name may belong to it in the gazetteer: `Papa Francis`, `gazeti la The Citizen`.
constexpr std::uint32_t most_words_before = 2;
/// A place whose country the article does not name is meant where so many live there, and so many times as many as in
/// its namesakes: news names small towns with their country.
constexpr std::uint32_t least_people = 100'000;
constexpr std::uint64_t clear_of_namesakes = 10;
/// A namesake elsewhere in the world that is so many times as large may be meant after all.
constexpr std::uint64_t overwhelming = 20;
/// Of two of the article's countries the one that it names so many times as often decides.
constexpr int clear_of_countries = 2;

bool is_kind_of_place(EntityKind kind) { return kind == EntityKind::place || kind == EntityKind::facility; }

}  // namespace

void FiledNames::look_up(std::vector<FoundName>& names) {
  count_countries(names);
  for (FoundName& name : names) {
    if (!name.entry && !name.group) give_entry(name);
  }
}

void FiledNames::count_countries(const std::vector<FoundName>& names) {
  for (const FoundName& name : names) {
    if (const std::string country = country_of(name, gazetteer_, words_); !country.empty()) ++countries_[country];
  }
}

void FiledNames::give_entry(FoundName& name) const {
  if (name.kind == EntityKind::place) name.entry = place_meant(name);
  if (name.entry || !gazetteer_.has_users_file()) return;
  if (name.kind != EntityKind::place) {
    name.entry = with_words_before(name);
    if (!name.entry) name.entry = users_own(name.first, name.last, name.kind);
    if (!name.entry && name.kind == EntityKind::person) name.entry = person_inside(name);
  }
  if (name.entry || !(is_kind_of_place(name.kind) || name.kind == EntityKind::country)) return;
  const std::vector<Filed> found = find(name.first, name.last);
  if (!Gazetteer::is_clear(found)) return;
  const EntityKind kind = gazetteer_.entry(found.front().entry).kind;
  if (!is_kind_of_place(kind)) return;
  name.entry = found.front().entry;
  name.kind = kind;
}

std::vector<FiledNames::Filed> FiledNames::find(Index first, Index last) const {
  NameHash hash;
  bool all_upper = true;
  for (Index i = first; i <= last; ++i) {
    if (pieces_[i].shape == Shape::mark) continue;
    hash.add(pieces_[i].key);
    all_upper &= pieces_[i].shape == Shape::upper || pieces_[i].shape == Shape::number;
  }
  std::vector<Filed> found = gazetteer_.find_filed(hash.value());
  if (!all_upper) std::erase_if(found, [](const Filed& filed) { return filed.casing == Casing::acronym; });
  return found;
}

FiledNames::Entry FiledNames::users_own(Index first, Index last, EntityKind kind) const {
  for (const Filed& filed : find(first, last)) {
    if (filed.is_users && gazetteer_.entry(filed.entry).kind == kind) return filed.entry;
  }
  return std::nullopt;
}

FiledNames::Entry FiledNames::with_words_before(const FoundName& name) const {
  Index first = name.first;
  Entry longest;
  for (Index more = 0; more < most_words_before && first > 0; ++more) {
    --first;
    if (pieces_[first].sentence != pieces_[name.first].sentence || !pieces_[first].is_word()) break;
    if (const Entry found = users_own(first, name.last, name.kind)) longest = found;
  }
  return longest;
}

/// The known person whose name of several words a longer name holds: `Muhammad Siad Barre`.
FiledNames::Entry FiledNames::person_inside(const FoundName& name) const {
  for (Index length = name.last - name.first; length > 1; --length) {
    for (Index first = name.first; first + length - 1 <= name.last; ++first) {
      if (pieces_[first].shape == Shape::mark || pieces_[first + length - 1].shape == Shape::mark) continue;
      if (const Entry found = users_own(first, first + length - 1, EntityKind::person)) return found;
    }
  }
  return std::nullopt;
}

std::vector<FiledNames::Filed> FiledNames::find_places(const FoundName& name) const {
  std::vector<Filed> found = find(name.first, name.last);
  std::erase_if(found, [&](const Filed& filed) { return gazetteer_.entry(filed.entry).kind != EntityKind::place; });
  return found;
}

/// Which place a name without entry means. Which of the world's, if any, is told by where the article is at home.
FiledNames::Entry FiledNames::place_meant(const FoundName& name) const {
  const std::vector<Filed> found = find_places(name);
  if (found.empty()) return std::nullopt;
  if (const Entry near = place_in_context(found)) return near;
  if (Gazetteer::is_clear(found)) return found.front().entry;
  const auto world = std::find_if(found.begin(), found.end(), [](const Filed& filed) { return !filed.is_users; });
  if (world == found.end() || world->rank < least_people || mentions_of_country(*world) != 0) return std::nullopt;
  const bool is_clear = world + 1 == found.end() || world->rank >= clear_of_namesakes * (world + 1)->rank;
  return is_clear ? Entry(world->entry) : std::nullopt;
}

int FiledNames::mentions_of_country(const Filed& place) const {
  const auto known = countries_.find(gazetteer_.entry(place.entry).country);
  return known == countries_.end() ? 0 : known->second;
}

FiledNames::Entry FiledNames::place_in_context(const std::vector<Filed>& found) const {
  std::vector<Filed> near;
  std::uint64_t largest = 0;
  for (const Filed& place : found) {
    if (mentions_of_country(place) != 0) near.push_back(place);
    if (!place.is_users) largest = std::max<std::uint64_t>(largest, place.rank);
  }
  if (near.empty()) return std::nullopt;
  const auto stands_before = [&](const Filed& a, const Filed& b) {
    const int mentions = mentions_of_country(a) - mentions_of_country(b);
    if (mentions != 0) return mentions > 0;
    return a.is_users != b.is_users ? b.is_users : a.rank > b.rank;
  };
  std::stable_sort(near.begin(), near.end(), stands_before);
  const Filed& best = near.front();
  if (near.size() > 1) {
    const Filed& next = near[1];
    const bool is_nearer = mentions_of_country(best) >= clear_of_countries * mentions_of_country(next);
    const bool is_larger =
        best.is_users == next.is_users && best.rank >= clear_of_namesakes * next.rank && best.rank > 0;
    if (!is_nearer && !is_larger && best.is_users == next.is_users) return std::nullopt;
  }
  if (!best.is_users && largest >= overwhelming * best.rank) return std::nullopt;
  return best.entry;
}

/// The place of this name in a country; nothing where there are two.
FiledNames::Entry FiledNames::place_in(const FoundName& name, std::string_view country) const {
  Entry only;
  for (const Filed& place : find_places(name)) {
    if (gazetteer_.entry(place.entry).country != country) continue;
    if (only) return std::nullopt;
    only = place.entry;
  }
  return only;
}

void FiledNames::move_places(std::vector<FoundName>& names) const {
  StringMap<Entry> moved;  // by name; nothing where the article puts it into two countries
  std::set<std::uint32_t> confirmed;
  const auto written = [&](const FoundName& name) { return entity_slug(slice(text_, name.span)); };
  const auto lies_in = [&](const FoundName& name) {
    return name.entry ? std::string_view(gazetteer_.entry(*name.entry).country) : std::string_view();
  };
  for (FoundName& name : names) {
    if (name.kind != EntityKind::place || name.country.empty()) continue;
    if (lies_in(name) == name.country) {
      confirmed.insert(*name.entry);
    } else if (const Entry there = place_in(name, name.country)) {
      name.entry = there;
      const auto [at, added] = moved.try_emplace(written(name), there);
      if (!added && at->second != there) at->second.reset();
    }
  }
  if (moved.empty()) return;
  for (FoundName& name : names) {
    if (name.kind != EntityKind::place || name.group || !name.country.empty()) continue;
    const auto at = moved.find(written(name));
    if (at != moved.end() && at->second && !(name.entry && confirmed.contains(*name.entry))) name.entry = at->second;
  }
}

}  // namespace habari
