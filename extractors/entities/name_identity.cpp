#include "entities/name_identity.hpp"

#include "entities/word_key.hpp"

#include <algorithm>
#include <map>

namespace habari {
namespace {

/// Mentions of one entity in an article.
struct Cluster {
  EntityKind kind = EntityKind::thing;
  Evidence evidence = Evidence::shape;
  std::optional<std::uint32_t> entry;
  std::vector<std::uint64_t> words;  ///< Keys of its longest name's words, for persons.
  std::string longest;               ///< That name as written.
  std::string slug;
};

class Identifier {
 public:
  Identifier(const Article& article, const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
             std::vector<FoundName> names)
      : article_(article), gazetteer_(gazetteer), words_(words), pieces_(pieces), names_(std::move(names)) {}

  std::vector<Mention> run() {
    cluster_of_.assign(names_.size(), 0);
    join_same_names();
    join_acronyms();
    join_short_names();
    return mentions();
  }

 private:
  Span span(const FoundName& name) const { return {pieces_[name.first].span.begin, pieces_[name.last].span.end}; }
  std::string text(const FoundName& name) const { return std::string(slice(article_.text, span(name))); }

  std::vector<std::uint64_t> words_of(const FoundName& name) const {
    std::vector<std::uint64_t> keys;
    for (std::uint32_t i = name.first; i <= name.last; ++i) {
      if (pieces_[i].shape != Shape::mark) keys.push_back(pieces_[i].key);
    }
    return keys;
  }

  /// Mentions of the same gazetteer entry, or written alike; the surest mention's kind holds for all.
  void join_same_names() {
    std::map<std::string, std::size_t> by_name;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const FoundName& name = names_[i];
      if (name.group) continue;
      const std::string slug = entity_slug(slice(article_.text, span(name)));
      const std::string key = name.entry ? gazetteer_.entry(*name.entry).id : slug;
      const auto [at, added] = by_name.try_emplace(key, clusters_.size());
      if (added) clusters_.push_back({name.kind, name.evidence, name.entry, words_of(name), text(name), slug});
      Cluster& cluster = clusters_[at->second];
      if (name.evidence > cluster.evidence) {
        cluster.kind = name.kind;
        cluster.evidence = name.evidence;
      }
      if (auto keys = words_of(name); keys.size() > cluster.words.size()) {
        cluster.words = std::move(keys);
        cluster.longest = text(name);
        cluster.slug = slug;
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
      const bool left_short = is_acronym(left);
      if (left_short == is_acronym(right)) continue;
      const Cluster& known = clusters_[cluster_of_[left_short ? i + 1 : i]];
      const Cluster& acronym = clusters_[cluster_of_[left_short ? i : i + 1]];
      const bool acronym_is_free = !acronym.entry;
      const bool name_is_free = !known.entry;
      if (known.kind == EntityKind::person || (!acronym_is_free && !name_is_free)) continue;
      merge(cluster_of_[left_short ? i : i + 1], cluster_of_[left_short ? i + 1 : i]);
    }
  }

  bool is_acronym(const FoundName& name) const {
    return name.first == name.last && pieces_[name.first].shape == Shape::upper;
  }

  /// A person's single name joins the full name it is part of: the nearest before it, else the first after it.
  void join_short_names() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const Cluster& part = clusters_[cluster_of_[i]];
      if (names_[i].group || !may_be_part(part)) continue;
      if (const auto whole = full_name(i, part)) merge(cluster_of_[i], *whole);
    }
  }

  static bool may_be_part(const Cluster& cluster) {
    if (cluster.words.size() > 2) return false;
    return cluster.kind == EntityKind::person || (cluster.evidence == Evidence::shape && cluster.words.size() == 1);
  }

  std::optional<std::size_t> full_name(std::size_t mention, const Cluster& part) const {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (i == mention || names_[i].group || cluster_of_[i] == cluster_of_[mention]) continue;
      const Cluster& whole = clusters_[cluster_of_[i]];
      if (whole.kind != EntityKind::person || whole.words.size() <= part.words.size()) continue;
      if (part.entry && whole.entry) continue;
      const bool contained = std::all_of(part.words.begin(), part.words.end(), [&](std::uint64_t word) {
        return std::find(whole.words.begin(), whole.words.end(), word) != whole.words.end();
      });
      if (!contained) continue;
      if (i > mention && found) break;
      // A known person's surname is taken for another's only where that one was named before.
      if (part.entry && i > mention) break;
      found = cluster_of_[i];
    }
    return found;
  }

  void merge(std::size_t from, std::size_t into) {
    if (from == into) return;
    Cluster& whole = clusters_[into];
    const Cluster& part = clusters_[from];
    if (!whole.entry && part.entry && part.kind == whole.kind && part.kind != EntityKind::person) {
      whole.entry = part.entry;
    }
    for (std::size_t& cluster : cluster_of_) {
      if (cluster == from) cluster = into;
    }
  }

  std::vector<Mention> mentions() const {
    std::vector<Mention> result;
    result.reserve(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) {
      Mention mention;
      mention.span = span(names_[i]);
      if (names_[i].group) {
        const GroupName& group = words_.group(*names_[i].group);
        mention.kind = EntityKind::group;
        mention.entity = group.entity;
        mention.name = group.name;
      } else {
        const Cluster& cluster = clusters_[cluster_of_[i]];
        mention.kind = cluster.kind;
        if (cluster.entry) {
          const GazetteerEntry& entry = gazetteer_.entry(*cluster.entry);
          mention.entity = entry.id;
          mention.name = entry.name;
        } else {
          mention.entity = std::string(name(cluster.kind)) + "/" + cluster.slug;
          mention.name = cluster.longest;
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
};

}  // namespace

std::vector<Mention> identify_names(const Article& article, const Gazetteer& gazetteer, const NameWords& words,
                                    std::span<const Piece> pieces, std::vector<FoundName> names) {
  return Identifier(article, gazetteer, words, pieces, std::move(names)).run();
}

}  // namespace habari
