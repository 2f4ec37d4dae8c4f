#include "names/name_identity.hpp"

#include "names/name_countries.hpp"
#include "words/word_key.hpp"

#include <habari/core/identifiers.hpp>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace habari {
namespace {

/// How many bearers of a name are looked at before a short name stays alone: keeps long articles linear.
constexpr std::size_t most_bearers = 16;
/// Mentions of the one for each of the others of that name.
constexpr std::size_t clear_majority = 3;

/// Mentions of one entity in an article.
struct Cluster {
  EntityKind kind = EntityKind::other;
  std::optional<std::uint32_t> entry;
  std::string country;  ///< Of a place that shares the name of one that the gazetteer has in another country.
  std::vector<std::uint64_t> words;  ///< Keys of its longest name's words.
  Span longest;                      ///< That name.
  std::size_t first_mention = 0;
  bool is_local = false;  ///< The article's own.
  std::size_t joined;     ///< The cluster it was joined to; itself where it was not.
};

class Identifier {
 public:
  Identifier(const Article& article, const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
             std::vector<FoundName> names)
      : article_(article), gazetteer_(gazetteer), words_(words), pieces_(pieces), names_(std::move(names)) {}

  std::vector<Mention> run() {
    cluster_of_.assign(names_.size(), 0);
    tell_namesakes_apart();
    place_unknown_places();
    place_institutions(gazetteer_, words_, pieces_, names_);
    keep_first_names();
    join_same_names();
    join_acronyms();
    join_short_names();
    return mentions();
  }

 private:
  std::vector<std::uint64_t> words_of(const FoundName& name) const {
    std::vector<std::uint64_t> keys;
    for (std::uint32_t i = name.first; i <= name.last; ++i) {
      if (pieces_[i].shape != Shape::mark) keys.push_back(pieces_[i].key);
    }
    return keys;
  }

  std::size_t root(std::size_t cluster) const {
    while (clusters_[cluster].joined != cluster) cluster = clusters_[cluster].joined;
    return cluster;
  }

  /// `Mbale, Kenya` is not the gazetteer's, which lies in Uganda; nor is `Mbale` in the rest of that article, unless
  /// the article speaks of both.
  void tell_namesakes_apart() {
    std::unordered_map<std::uint32_t, std::string> elsewhere;
    std::unordered_set<std::uint32_t> confirmed;
    for (const FoundName& name : names_) {
      if (!name.entry || name.country.empty()) continue;
      const std::string& own = gazetteer_.entry(*name.entry).country;
      if (own == name.country) confirmed.insert(*name.entry);
      if (!own.empty() && own != name.country) elsewhere.try_emplace(*name.entry, name.country);
    }
    for (FoundName& name : names_) {
      const auto other = name.entry ? elsewhere.find(*name.entry) : elsewhere.end();
      if (other != elsewhere.end() && name.country.empty() && !confirmed.contains(*name.entry)) {
        name.country = other->second;
      }
      if (!name.entry) continue;
      const std::string& own = gazetteer_.entry(*name.entry).country;
      if (own.empty() || own == name.country) name.country.clear();
      if (!name.country.empty()) name.entry.reset();
    }
  }

  /// A place that no table knows lies where the article says it does, each time it is named; not where the article
  /// puts the name into two countries.
  void place_unknown_places() {
    StringMap<std::string> countries;
    const auto written = [&](const FoundName& name) { return entity_slug(slice(article_.text, name.span)); };
    const auto is_unknown = [](const FoundName& name) {
      return !name.entry && !name.group && name.kind == EntityKind::place;
    };
    for (const FoundName& name : names_) {
      if (!is_unknown(name) || name.country.empty()) continue;
      const auto [known, added] = countries.try_emplace(written(name), name.country);
      if (!added && known->second != name.country) known->second.clear();
    }
    if (countries.empty()) return;
    for (FoundName& name : names_) {
      if (!is_unknown(name) || !name.country.empty()) continue;
      if (const auto country = countries.find(written(name)); country != countries.end()) {
        name.country = country->second;
      }
    }
  }

  /// A first name by itself is somebody of this article: another article's `Neema` is another.
  void keep_first_names() {
    for (FoundName& name : names_) {
      if (name.kind != EntityKind::person || name.entry || name.group || name.first != name.last) continue;
      const WordId word = pieces_[name.first].word;
      name.is_local = words_.has(word, NameRole::given_name) && !words_.has(word, NameRole::surname);
    }
  }

  /// Mentions of the same gazetteer entry, or of one kind and written alike.
  void join_same_names() {
    StringMap<std::size_t> by_name;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const FoundName& name = names_[i];
      if (name.group) continue;
      const std::string key = name.entry ? gazetteer_.entry(*name.entry).id
                                         : std::string(habari::name(name.kind)) + ":" + name.country +
                                               entity_slug(slice(article_.text, name.span));
      const auto [at, added] = by_name.try_emplace(key, clusters_.size());
      if (added) {
        clusters_.push_back(
            {name.kind, name.entry, name.country, words_of(name), name.span, i, name.is_local, clusters_.size()});
      }
      Cluster& cluster = clusters_[at->second];
      if (auto keys = words_of(name); keys.size() > cluster.words.size()) {
        cluster.words = std::move(keys);
        cluster.longest = name.span;
      }
      cluster_of_[i] = at->second;
    }
  }

  /// `Umoja wa Ulaya (EU)`, `Shirika la Afya Ulimwenguni - WHO`, also the other way round.
  void join_acronyms() {
    for (std::size_t i = 0; i + 1 < names_.size(); ++i) {
      const FoundName& left = names_[i];
      const FoundName& right = names_[i + 1];
      if (left.group || right.group || left.last + 2 != right.first) continue;
      const char mark = pieces_[left.last + 1].mark;
      if (mark != '(' && !(mark == '-' && !pieces_[left.last + 1].tight)) continue;
      if (is_acronym(left) == is_acronym(right)) continue;
      const std::size_t acronym = root(cluster_of_[is_acronym(left) ? i : i + 1]);
      const std::size_t name = root(cluster_of_[is_acronym(left) ? i + 1 : i]);
      const EntityKind kind = clusters_[name].kind;
      if (kind == EntityKind::person || kind == EntityKind::place) continue;
      if (clusters_[name].entry && clusters_[acronym].entry) continue;
      join(acronym, name);
    }
  }

  bool is_acronym(const FoundName& name) const {
    return name.first == name.last && pieces_[name.first].shape == Shape::upper;
  }

  /// A person's short name joins the full name it is part of: the nearest before it, else the first after it.
  void join_short_names() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].group || !is_full_name(clusters_[cluster_of_[i]])) continue;
      for (const std::uint64_t word : clusters_[cluster_of_[i]].words) bearers_[word].push_back(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const std::size_t part = cluster_of_[i];
      if (names_[i].group || clusters_[part].joined != part || !may_be_part(clusters_[part])) continue;
      if (const auto whole = full_name(i)) join(part, *whole);
    }
  }

  static bool is_full_name(const Cluster& cluster) {
    return cluster.kind == EntityKind::person && cluster.words.size() > 1;
  }
  static bool may_be_part(const Cluster& cluster) {
    return cluster.kind == EntityKind::person && cluster.words.size() <= 2 && !cluster.words.empty();
  }

  /// Who was named in full before a short name.
  struct Bearers {
    std::optional<std::size_t> nearest;
    std::size_t of_nearest = 0;  ///< Mentions.
    std::size_t of_others = 0;
    /// Of two with one surname (`Peter and Grace Achieng`) the short name is neither's, unless the article is of one.
    bool is_clear() const { return of_nearest >= clear_majority * of_others; }
  };
  Bearers bearers_before(const Cluster& part, const std::vector<std::size_t>& bearers, std::size_t end) const {
    Bearers found;
    for (std::size_t i = end; i > 0 && end - i < most_bearers; --i) {
      if (!is_part_of(part, bearers[i - 1])) continue;
      const std::size_t cluster = cluster_of_[bearers[i - 1]];
      if (!found.nearest) found.nearest = cluster;
      ++(cluster == *found.nearest ? found.of_nearest : found.of_others);
    }
    return found;
  }

  std::optional<std::size_t> full_name(std::size_t mention) const {
    const Cluster& part = clusters_[cluster_of_[mention]];
    const auto at = bearers_.find(part.words.back());
    if (at == bearers_.end()) return std::nullopt;
    const std::vector<std::size_t>& bearers = at->second;
    const auto after =
        static_cast<std::size_t>(std::upper_bound(bearers.begin(), bearers.end(), mention) - bearers.begin());
    if (after > 0) {
      const Bearers before = bearers_before(part, bearers, after);
      if (before.nearest) return before.is_clear() ? before.nearest : std::nullopt;
    }
    for (std::size_t i = after; i < bearers.size() && i - after < most_bearers; ++i) {
      if (is_part_of(part, bearers[i])) return cluster_of_[bearers[i]];
    }
    return std::nullopt;
  }

  bool is_part_of(const Cluster& part, std::size_t bearer) const {
    const Cluster& whole = clusters_[cluster_of_[bearer]];
    if (whole.words.size() <= part.words.size()) return false;
    // A known person's surname is another's only where that one was named first.
    if (part.entry && whole.first_mention > part.first_mention) return false;
    return std::all_of(part.words.begin(), part.words.end(), [&](std::uint64_t word) {
      return std::find(whole.words.begin(), whole.words.end(), word) != whole.words.end();
    });
  }

  void join(std::size_t part, std::size_t whole) {
    part = root(part);
    whole = root(whole);
    if (part == whole) return;
    if (!clusters_[whole].entry && clusters_[whole].kind != EntityKind::person)
      clusters_[whole].entry = clusters_[part].entry;
    clusters_[part].joined = whole;
  }

  std::vector<std::string> links_of(std::uint32_t entry) const {
    std::vector<std::string> links = gazetteer_.links(entry);
    if (links.empty()) links.push_back("gazetteer:" + gazetteer_.entry(entry).id);
    return links;
  }

  /// As local_entity_id gives it, of the name's kind.
  std::string local_id(EntityKind kind, std::string_view name) const {
    const std::string id = local_entity_id(article_.id, name);
    return std::string(habari::name(kind)) + id.substr(id.find('/'));
  }

  std::vector<Mention> mentions() const {
    std::vector<Mention> result;
    result.reserve(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
      Mention mention;
      mention.span = names_[i].span;
      if (names_[i].group) {
        const GroupName& group = words_.group(*names_[i].group);
        mention.kind = EntityKind::group;
        mention.entity = group.entity;
        mention.name = group.name;
        if (const auto country = gazetteer_.find(group.entity)) mention.links = gazetteer_.links(*country);
      } else {
        const Cluster& cluster = clusters_[root(cluster_of_[i])];
        mention.kind = cluster.kind;
        if (cluster.entry) {
          const GazetteerEntry& entry = gazetteer_.entry(*cluster.entry);
          mention.entity = entry.id;
          mention.name = entry.name;
          mention.links = links_of(*cluster.entry);
        } else {
          mention.name = std::string(slice(article_.text, cluster.longest));
          mention.entity = cluster.is_local ? local_id(cluster.kind, mention.name)
                                            : std::string(name(cluster.kind)) + "/" + entity_slug(mention.name);
          // Countries' ids are `country/` and the name.
          if (!cluster.country.empty()) mention.entity += "-" + cluster.country.substr(cluster.country.find('/') + 1);
        }
      }
      result.push_back(std::move(mention));
    }
    return result;
  }

  const Article& article_;
  const Gazetteer& gazetteer_;
  const NameWords& words_;
  std::span<const Piece> pieces_;
  std::vector<FoundName> names_;
  std::vector<std::size_t> cluster_of_;
  std::vector<Cluster> clusters_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> bearers_;  // mentions of full names by each word
};

}  // namespace

std::vector<Mention> identify_names(const Article& article, const Gazetteer& gazetteer, const NameWords& words,
                                    std::span<const Piece> pieces, std::vector<FoundName> names) {
  return Identifier(article, gazetteer, words, pieces, std::move(names)).run();
}

}  // namespace habari
