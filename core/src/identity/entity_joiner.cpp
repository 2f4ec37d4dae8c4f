#include "identity/entity_joiner.hpp"

#include "identity/name_rules.hpp"
#include "identity/union_find.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace habari {
namespace {

using Node = std::uint32_t;

// What is longer is no name that another article would write otherwise; bytes.
constexpr std::size_t longest_name = 200;
// A name alike to more than so many others says too little of any.
constexpr std::size_t largest_block = 32;
// Context is looked for in so many articles of an entity at most, the first by identifier.
constexpr std::size_t most_context_articles = 64;
constexpr int country_points = 1;
constexpr int name_points = 2;
constexpr int relation_points = 3;
constexpr int most_points = 9;
// A second candidate that lies less than this below the threshold makes the first uncertain.
constexpr int margin = 2;

bool has_names(EntityKind kind) {
  return kind != EntityKind::time && kind != EntityKind::group && kind != EntityKind::quantity;
}

/// Rules under which both names in one article speak against a join: the article tells them apart.
bool is_refused_side_by_side(NameRule rule) {
  return rule != NameRule::link && rule != NameRule::spelling && rule != NameRule::alias && rule != NameRule::acronym;
}

/// Rules that are equivalences by themselves, so that a chain of them is no weaker than a link of it.
bool is_equivalence(NameRule rule) { return rule == NameRule::link || rule == NameRule::spelling; }

struct NamedEntity {
  StringId id{};
  EntityKind kind = EntityKind::thing;
  std::uint32_t mentions = 0;
  std::set<std::string_view> links;
  std::vector<std::uint32_t> articles;  ///< Ranks, ascending.
};

struct OwnedName {
  KnownName name;
  Node owner;
};

struct Pair {
  Node a;  ///< Clusters, a < b.
  Node b;
  const OwnedName* first;
  const OwnedName* second;
  int context = 0;
  std::string_view refusal;
};

class EntityJoiner {
 public:
  EntityJoiner(const Interner& strings, IdentityReport* report) : strings_(strings), report_(report), sets_(0) {}

  void collect(const std::vector<RawArticle>& articles, const std::vector<RawEntityMention>& mentions,
               const std::vector<RawRelation>& relations, const std::vector<RawLink>& links) {
    rank_articles(articles);
    collect_nodes(mentions);
    for (const RawLink& link : links) {
      if (const auto node = alive(link.article) ? node_of(link.entity) : none; node != none) {
        nodes_[node].links.insert(strings_[link.link]);
      }
    }
    collect_names(mentions);
    for (const RawRelation& relation : relations) {
      if (!alive(relation.mention.article)) continue;
      const Node subject = node_of(relation.subject);
      const Node object = node_of(relation.object);
      if (subject != none && object != none) relations_.emplace_back(subject, strings_[relation.label], object);
    }
    std::sort(relations_.begin(), relations_.end());
    relations_.erase(std::unique(relations_.begin(), relations_.end()), relations_.end());
    sets_ = UnionFind(nodes_.size());
  }

  void run() {
    join_links();
    for (const NameRuleEntry& rule : name_rules) {
      if (rule.rule != NameRule::link) apply(rule.rule, candidates(rule.rule));
    }
  }

  std::vector<StringId> canonical() {
    std::vector<StringId> map(strings_.size());
    for (std::uint32_t i = 0; i < map.size(); ++i) map[i] = StringId(i);
    std::map<Node, Node> best;
    for (Node node = 0; node < nodes_.size(); ++node) {
      const auto [at, added] = best.try_emplace(sets_.find(node), node);
      if (!added && names_better(node, at->second)) at->second = node;
    }
    for (Node node = 0; node < nodes_.size(); ++node) {
      map[static_cast<std::uint32_t>(nodes_[node].id)] = nodes_[best.at(sets_.find(node))].id;
    }
    return map;
  }

 private:
  bool alive(std::uint32_t article) const { return ranks_[article] != none; }
  std::string_view id(Node node) const { return strings_[nodes_[node].id]; }

  void rank_articles(const std::vector<RawArticle>& articles) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
      if (articles[i].alive && !articles[i].has_identity) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return strings_[articles[a].record.id] < strings_[articles[b].record.id];
    });
    ranks_.assign(articles.size(), none);
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks_[order[rank]] = rank;
    article_nodes_.resize(order.size());
  }

  void collect_nodes(const std::vector<RawEntityMention>& mentions) {
    node_of_string_.assign(strings_.size(), none);
    std::vector<StringId> ids;
    for (const RawEntityMention& row : mentions) {
      std::uint32_t& seen = node_of_string_[static_cast<std::uint32_t>(row.entity)];
      if (!alive(row.article) || seen != none || !has_names(row.kind)) continue;
      seen = 0;
      if (!is_local_entity_id(strings_[row.entity])) ids.push_back(row.entity);
    }
    std::sort(ids.begin(), ids.end(), [&](StringId a, StringId b) { return strings_[a] < strings_[b]; });
    node_of_string_.assign(strings_.size(), none);
    for (const StringId id : ids) {
      node_of_string_[static_cast<std::uint32_t>(id)] = static_cast<Node>(nodes_.size());
      nodes_.push_back({id, EntityKind::thing, 0, {}, {}});
    }
  }

  void collect_names(const std::vector<RawEntityMention>& mentions) {
    std::vector<std::array<std::uint32_t, 16>> kinds(nodes_.size());
    std::set<std::tuple<Node, StringId, bool>> written;
    for (const RawEntityMention& row : mentions) {
      const Node node = alive(row.article) ? node_of(row.entity) : none;
      if (node == none) continue;
      ++kinds[node][static_cast<std::size_t>(row.kind)];
      ++nodes_[node].mentions;
      nodes_[node].articles.push_back(ranks_[row.article]);
      article_nodes_[ranks_[row.article]].push_back(node);
      written.emplace(node, row.name, true);
      if (row.text != row.name) written.emplace(node, row.text, false);
    }
    for (auto& nodes : article_nodes_) sort_unique(nodes);
    for (Node node = 0; node < nodes_.size(); ++node) {
      sort_unique(nodes_[node].articles);
      nodes_[node].kind =
          static_cast<EntityKind>(std::max_element(kinds[node].begin(), kinds[node].end()) - kinds[node].begin());
    }
    for (const auto& [node, text, is_full] : written) {
      if (strings_[text].size() > longest_name || !is_plain_name(strings_[text])) continue;
      const NameForm form = name_form(strings_[text]);
      const NameForm given = name_form_of_id(id(node));
      // Without a catalogue the identifier is the name; what else an article calls the entity is a way of writing.
      const bool is_own = !nodes_[node].links.empty() || given.empty() || form.letters() == given.letters();
      names_.push_back({{std::string(strings_[text]), form, nodes_[node].kind, is_full && is_own}, node});
    }
    for (Node node = 0; node < nodes_.size(); ++node) {
      const std::string_view slug = id(node).substr(id(node).find('/') + 1);
      const NameForm form = name_form_of_id(id(node));
      if (form.empty() || slug.size() > longest_name || !is_plain_name(slug)) continue;
      names_.push_back({{std::string(slug), form, nodes_[node].kind, true}, node});
    }
    std::sort(names_.begin(), names_.end(), [](const OwnedName& a, const OwnedName& b) {
      return std::tie(a.owner, a.name.written, a.name.is_full) < std::tie(b.owner, b.name.written, b.name.is_full);
    });
  }

  template <typename T>
  static void sort_unique(std::vector<T>& items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
  }

  Node node_of(StringId id) const { return node_of_string_[static_cast<std::uint32_t>(id)]; }

  void join_links() {
    std::map<std::string_view, Node> first;
    std::vector<Pair> pairs;
    for (Node node = 0; node < nodes_.size(); ++node) {
      // Two entries for one identifier: a slip of an extractor that shall not spread.
      if (nodes_[node].links.size() != 1) continue;
      const auto [at, added] = first.try_emplace(*nodes_[node].links.begin(), node);
      if (!added) pairs.push_back({at->second, node, nullptr, nullptr, 0, {}});
    }
    apply(NameRule::link, std::move(pairs));
  }

  std::vector<Pair> candidates(NameRule rule) {
    struct Keyed {
      std::uint64_t key;
      std::uint32_t name;
      auto operator<=>(const Keyed&) const = default;
    };
    std::vector<Keyed> keyed;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      for (const std::uint64_t key : lookup_keys(rule, names_[i].name)) keyed.push_back({key, i});
    }
    sort_unique(keyed);
    std::vector<Pair> pairs;
    for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
      while (end < keyed.size() && keyed[end].key == keyed[begin].key) ++end;
      const bool is_large = end - begin > largest_block;
      if (is_large && !is_equivalence(rule)) continue;
      for (std::size_t i = begin; i < end; ++i) {
        // Equals need not be compared each with each: neighbours make the chain.
        const std::size_t last = is_large ? std::min(end, i + 1 + largest_block) : end;
        for (std::size_t k = i + 1; k < last; ++k) compare(rule, names_[keyed[i].name], names_[keyed[k].name], pairs);
      }
    }
    const auto ends = [](const Pair& pair) { return std::pair(pair.a, pair.b); };
    std::sort(pairs.begin(), pairs.end(), [&](const Pair& x, const Pair& y) {
      return std::tuple(x.a, x.b, x.first, x.second) < std::tuple(y.a, y.b, y.first, y.second);
    });
    pairs.erase(
        std::unique(pairs.begin(), pairs.end(), [&](const Pair& x, const Pair& y) { return ends(x) == ends(y); }),
        pairs.end());
    return pairs;
  }

  void compare(NameRule rule, const OwnedName& x, const OwnedName& y, std::vector<Pair>& pairs) {
    const Node a = sets_.find(x.owner);
    const Node b = sets_.find(y.owner);
    if (a == b || !agrees(rule, x.name, y.name)) return;
    pairs.push_back(a < b ? Pair{a, b, &x, &y, 0, {}} : Pair{b, a, &y, &x, 0, {}});
  }

  /// Joins what a rule found, where context suffices and nothing else comes near.
  void apply(NameRule rule, std::vector<Pair> pairs) {
    if (pairs.empty()) return;
    gather_members();
    const int needed = entry(rule).context;
    UnionFind groups(nodes_.size());
    for (Pair& pair : pairs) {
      pair.context = needed == 0 ? 0 : shared_context(pair.a, pair.b);
      if (have_different_links(pair.a, pair.b)) {
        pair.refusal = "they are linked to different entries";
      } else if (is_refused_side_by_side(rule) && stand_side_by_side(pair.a, pair.b)) {
        pair.refusal = "an article names both";
      } else if (pair.context < needed) {
        pair.refusal = "too little shared context";
      } else {
        groups.join(pair.a, pair.b);
      }
    }
    refuse_unclear_groups(rule, groups, pairs);
    for (const Pair& pair : pairs) {
      if (pair.refusal.empty()) sets_.join(pair.a, pair.b);
    }
    tell(rule, pairs);
  }

  void refuse_unclear_groups(NameRule rule, UnionFind& groups, std::vector<Pair>& pairs) {
    struct Group {
      std::set<Node> members;
      std::set<std::string_view> links;
      std::size_t joins = 0;
      bool has_rival = false;
    };
    std::map<Node, Group> found;
    for (const Pair& pair : pairs) {
      if (!pair.refusal.empty()) continue;
      Group& group = found[groups.find(pair.a)];
      ++group.joins;
      for (const Node node : {pair.a, pair.b}) {
        group.members.insert(node);
        const auto links = links_of(node);
        group.links.insert(links.begin(), links.end());
      }
    }
    for (const Pair& pair : pairs) {
      if (pair.refusal != "too little shared context" || pair.context < entry(rule).context - margin) continue;
      for (const Node node : {pair.a, pair.b}) {
        if (const auto group = found.find(groups.find(node)); group != found.end()) group->second.has_rival = true;
      }
    }
    for (Pair& pair : pairs) {
      if (!pair.refusal.empty()) continue;
      const Group& group = found.at(groups.find(pair.a));
      const std::size_t size = group.members.size();
      if (group.links.size() > 1) {
        pair.refusal = "one of them would join entities linked to different entries";
      } else if (!is_equivalence(rule) && (group.has_rival || group.joins != size * (size - 1) / 2)) {
        pair.refusal = "there is another candidate";
      }
    }
  }

  void gather_members() {
    members_.clear();
    members_.resize(nodes_.size());
    for (Node node = 0; node < nodes_.size(); ++node) members_[sets_.find(node)].push_back(node);
  }

  std::set<std::string_view> links_of(Node cluster) const {
    std::set<std::string_view> links;
    for (const Node node : members_[cluster]) links.insert(nodes_[node].links.begin(), nodes_[node].links.end());
    return links;
  }

  bool have_different_links(Node a, Node b) const {
    const auto left = links_of(a);
    const auto right = links_of(b);
    return !left.empty() && !right.empty() && left != right;
  }

  std::vector<std::uint32_t> articles_of(Node cluster) const {
    std::vector<std::uint32_t> articles;
    for (const Node node : members_[cluster]) {
      articles.insert(articles.end(), nodes_[node].articles.begin(), nodes_[node].articles.end());
    }
    sort_unique(articles);
    return articles;
  }

  bool stand_side_by_side(Node a, Node b) const { return !shared(articles_of(a), articles_of(b)).empty(); }

  template <typename T>
  static std::vector<T> shared(const std::vector<T>& a, const std::vector<T>& b) {
    std::vector<T> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return both;
  }

  std::vector<Node> neighbours(Node cluster) {
    std::vector<std::uint32_t> articles = articles_of(cluster);
    if (articles.size() > most_context_articles) articles.resize(most_context_articles);
    std::vector<Node> result;
    for (const std::uint32_t article : articles) {
      for (const Node node : article_nodes_[article]) result.push_back(sets_.find(node));
    }
    sort_unique(result);
    return result;
  }

  std::set<std::pair<std::string_view, Node>> relations_of(Node cluster) {
    std::set<std::pair<std::string_view, Node>> result;
    for (const Node node : members_[cluster]) {
      auto at = std::lower_bound(relations_.begin(), relations_.end(), node,
                                 [](const auto& relation, Node wanted) { return std::get<0>(relation) < wanted; });
      for (; at != relations_.end() && std::get<0>(*at) == node; ++at) {
        result.emplace(std::get<1>(*at), sets_.find(std::get<2>(*at)));
      }
    }
    return result;
  }

  /// How much speaks for two entities being met in the same surroundings.
  int shared_context(Node a, Node b) {
    int points = 0;
    for (const Node node : shared(neighbours(a), neighbours(b))) {
      if (node == a || node == b) continue;
      points += nodes_[node].kind == EntityKind::country ? country_points : name_points;
      if (points >= most_points) return most_points;
    }
    const auto left = relations_of(a);
    for (const auto& relation : relations_of(b)) points += left.contains(relation) ? relation_points : 0;
    return std::min(points, most_points);
  }

  /// Linked, of a known kind, often mentioned, long: in this order.
  bool names_better(Node a, Node b) const {
    const auto rank = [&](Node node) {
      return std::tuple(!nodes_[node].links.empty(), nodes_[node].kind != EntityKind::thing, nodes_[node].mentions,
                        id(node).size());
    };
    return rank(a) != rank(b) ? rank(a) > rank(b) : a < b;
  }

  void tell(NameRule rule, const std::vector<Pair>& pairs) {
    if (report_ == nullptr) return;
    for (const Pair& pair : pairs) {
      const Node a = pair.first == nullptr ? pair.a : pair.first->owner;
      const Node b = pair.second == nullptr ? pair.b : pair.second->owner;
      const auto written = [&](const OwnedName* name, Node node) {
        return name == nullptr ? *nodes_[node].links.begin() : std::string_view(name->name.written);
      };
      EntityJoin join{rule,
                      std::string(id(a)),
                      std::string(id(b)),
                      std::string(written(pair.first, a)),
                      std::string(written(pair.second, b)),
                      pair.context,
                      std::string(pair.refusal)};
      if (join.second < join.first) {
        std::swap(join.first, join.second);
        std::swap(join.first_name, join.second_name);
      }
      report_->entities.push_back(std::move(join));
    }
  }

  const Interner& strings_;
  IdentityReport* report_;
  std::vector<std::uint32_t> ranks_;  ///< By raw article: its place by identifier; none where it was replaced.
  std::vector<std::vector<Node>> article_nodes_;
  std::vector<Node> node_of_string_;
  std::vector<NamedEntity> nodes_;  ///< By identifier.
  std::vector<OwnedName> names_;
  std::vector<std::tuple<Node, std::string_view, Node>> relations_;
  UnionFind sets_;
  std::vector<std::vector<Node>> members_;
};

}  // namespace

bool is_local_entity_id(std::string_view id) {
  constexpr std::string_view prefix = "thing/";
  constexpr std::size_t hash_digits = 16;
  if (!id.starts_with(prefix) || id.size() < prefix.size() + hash_digits + 1) return false;
  const std::string_view hash = id.substr(prefix.size(), hash_digits);
  return id[prefix.size() + hash_digits] == '-' && hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::vector<StringId> join_entities(const Interner& strings, const std::vector<RawArticle>& articles,
                                    const std::vector<RawEntityMention>& mentions,
                                    const std::vector<RawRelation>& relations, const std::vector<RawLink>& links,
                                    IdentityReport* report) {
  EntityJoiner joiner(strings, report);
  joiner.collect(articles, mentions, relations, links);
  joiner.run();
  return joiner.canonical();
}

}  // namespace habari
