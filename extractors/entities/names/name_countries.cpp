#include "names/name_countries.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>

namespace habari {
namespace {

// A country that an article names once may be a far one: `sent doctors to China`.
constexpr int least_mentions = 2;
// How many times as often as all others together.
constexpr int dominance = 4;

class InstitutionPlacer {
 public:
  InstitutionPlacer(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                    std::vector<FoundName>& names)
      : gazetteer_(gazetteer), words_(words), pieces_(pieces), names_(names) {}

  void run() {
    std::map<std::uint32_t, std::vector<std::size_t>> by_institution;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (const auto institution = institution_alone(names_[i])) by_institution[*institution].push_back(i);
    }
    if (by_institution.empty()) return;
    count_countries();
    for (const auto& [institution, mentions] : by_institution) place(institution, mentions);
  }

 private:
  std::optional<std::uint32_t> institution_alone(const FoundName& name) const {
    if (name.entry || name.group || name.kind == EntityKind::person) return std::nullopt;
    std::vector<WordId> words;
    for (std::uint32_t i = name.first; i <= name.last; ++i) words.push_back(pieces_[i].word);
    return gazetteer_.institution_alone(words);
  }

  std::string country_of(std::size_t mention) const { return habari::country_of(names_[mention], gazetteer_, words_); }

  void count_countries() {
    for (const FoundName& name : names_) {
      if (const std::string country = habari::country_of(name, gazetteer_, words_); !country.empty())
        ++counts_[country];
    }
  }

  void place(std::uint32_t institution, const std::vector<std::size_t>& mentions) {
    std::set<std::string> given = named_in_full(institution);
    std::map<std::size_t, std::string> beside;
    for (const std::size_t mention : mentions) {
      if (const std::string country = country_beside(mention); !country.empty()) {
        beside.emplace(mention, country);
        given.insert(country);
      }
    }
    const std::string usual = given.empty() ? dominating_country() : given.size() == 1 ? *given.begin() : std::string();
    for (const std::size_t mention : mentions) {
      const auto own = beside.find(mention);
      names_[mention].entry = gazetteer_.institution_of(institution, own == beside.end() ? usual : own->second);
      names_[mention].kind = EntityKind::organization;
      names_[mention].is_local = !names_[mention].entry;
    }
  }

  /// Countries whose institution of this sort the article names with its country.
  std::set<std::string> named_in_full(std::uint32_t institution) const {
    std::set<std::string> countries;
    for (const FoundName& name : names_) {
      if (!name.entry) continue;
      const std::string& country = gazetteer_.entry(*name.entry).country;
      if (gazetteer_.institution_of(institution, country) == name.entry) countries.insert(country);
    }
    return countries;
  }

  /// `Kenyan Ministry of Health`, `Kenya's …`, `Wizara ya Afya nchini Kenya`, `High Court in Nairobi`.
  std::string country_beside(std::size_t mention) const {
    if (mention > 0 && stands_before(names_[mention - 1], names_[mention])) return country_of(mention - 1);
    if (mention + 1 < names_.size() && stands_behind(names_[mention + 1], names_[mention])) {
      return country_of(mention + 1);
    }
    return {};
  }

  bool stands_before(const FoundName& owner, const FoundName& name) const {
    if (pieces_[owner.last].sentence != pieces_[name.first].sentence) return false;
    if (owner.last + 1 == name.first) return true;
    // `Kenya's`, also with a typographer's apostrophe.
    return owner.last + 3 >= name.first &&
           (pieces_[owner.last + 1].mark == '\'' || pieces_[owner.last + 1].mark == '"');
  }

  bool stands_behind(const FoundName& place, const FoundName& name) const {
    if (place.first != name.last + 2 || pieces_[place.first].sentence != pieces_[name.last].sentence) return false;
    const WordId between = pieces_[name.last + 1].word;
    return words_.has(between, NameRole::cue) || words_.has(between, NameRole::connective);
  }

  /// The one that the article speaks of several times, and far more often than of all others; empty where none is.
  std::string dominating_country() const {
    const int all = std::accumulate(counts_.begin(), counts_.end(), 0,
                                    [](int sum, const auto& country) { return sum + country.second; });
    for (const auto& [country, count] : counts_) {
      if (count >= least_mentions && count >= dominance * (all - count)) return country;
    }
    return {};
  }

  const Gazetteer& gazetteer_;
  const NameWords& words_;
  std::span<const Piece> pieces_;
  std::vector<FoundName>& names_;
  std::map<std::string, int> counts_;  ///< Mentions of each country and of its places.
};

}  // namespace

std::string country_of(const FoundName& name, const Gazetteer& gazetteer, const NameWords& words) {
  if (name.group) {
    const std::string& entity = words.group(*name.group).entity;
    return entity.starts_with("country/") ? entity : std::string();
  }
  if (!name.entry) return {};
  const GazetteerEntry& entry = gazetteer.entry(*name.entry);
  if (entry.kind == EntityKind::country) return entry.id;
  if (entry.kind != EntityKind::place && entry.kind != EntityKind::facility) return {};
  return name.country.empty() ? entry.country : name.country;
}

void place_institutions(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                        std::vector<FoundName>& names) {
  InstitutionPlacer(gazetteer, words, pieces, names).run();
}

}  // namespace habari
