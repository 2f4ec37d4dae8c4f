#include "names/namesakes.hpp"

#include "names/name_countries.hpp"

#include <algorithm>
#include <map>

namespace habari {
namespace {

/// How many times as often as all others together the article speaks of the country that decides.
constexpr int dominance = 2;

/// Countries and places that the tables have under the name's words.
std::vector<std::uint32_t> places_named(const Gazetteer& gazetteer, std::span<const Piece> pieces,
                                        const FoundName& name) {
  std::vector<WordId> words;
  for (std::uint32_t i = name.first; i <= name.last; ++i) {
    if (pieces[i].shape != Shape::mark) words.push_back(pieces[i].word);
  }
  std::vector<std::uint32_t> found;
  for (const Gazetteer::Alias& alias : gazetteer.names().find(words)) {
    const EntityKind kind = gazetteer.entry(alias.entry).kind;
    if (kind != EntityKind::country && kind != EntityKind::place) continue;
    if (std::find(found.begin(), found.end(), alias.entry) == found.end()) found.push_back(alias.entry);
  }
  return found;
}

}  // namespace

void choose_namesakes(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                      std::vector<FoundName>& names) {
  std::map<std::string, int, std::less<>> spoken_of;
  std::vector<std::pair<std::size_t, std::vector<std::uint32_t>>> shared;
  for (std::size_t i = 0; i < names.size(); ++i) {
    std::vector<std::uint32_t> bearers;
    if (names[i].entry) bearers = places_named(gazetteer, pieces, names[i]);
    if (bearers.size() > 1 && std::find(bearers.begin(), bearers.end(), *names[i].entry) != bearers.end()) {
      shared.emplace_back(i, std::move(bearers));
    } else if (const std::string country = country_of(names[i], gazetteer, words); !country.empty()) {
      ++spoken_of[country];
    }
  }
  const auto weight = [&](std::uint32_t bearer) {
    const GazetteerEntry& entry = gazetteer.entry(bearer);
    const auto at = spoken_of.find(entry.kind == EntityKind::country ? entry.id : entry.country);
    return at == spoken_of.end() ? 0 : at->second;
  };
  for (const auto& [at, bearers] : shared) {
    int all = 0;
    for (const std::uint32_t bearer : bearers) all += weight(bearer);
    for (const std::uint32_t bearer : bearers) {
      if (weight(bearer) == 0 || weight(bearer) < dominance * (all - weight(bearer))) continue;
      names[at].entry = bearer;
      names[at].kind = gazetteer.entry(bearer).kind;
    }
  }
}

}  // namespace habari
