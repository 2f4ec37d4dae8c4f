#include "identity/entity_joiner.hpp"

#include "identity/entity_clusters.hpp"
#include "identity/name_rules.hpp"
#include "identity/named_entities.hpp"
#include "identity/union_find.hpp"
#include "rows/sorting.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <tuple>

namespace habari {
namespace {

// Of more names under one key those are compared that stand beside the same other name.
constexpr std::size_t largest_block = 32;
// A second candidate that lies less than this below the threshold makes the first uncertain.
constexpr int margin = 2;

constexpr std::string_view different_links = "they are linked to different entries";
constexpr std::string_view side_by_side = "an article names both";
constexpr std::string_view little_context = "too little shared context";
constexpr std::string_view chain_of_links = "one of them would join entities linked to different entries";
constexpr std::string_view other_candidate = "there is another candidate";

/// Rules under which both names in one article speak against a join: the article tells them apart.
bool is_refused_side_by_side(NameRule rule) {
  return rule != NameRule::link && rule != NameRule::spelling && rule != NameRule::alias && rule != NameRule::acronym;
}

/// Rules that are equivalences by themselves, so that a chain of them is no weaker than a link of it.
bool is_equivalence(NameRule rule) {
  return rule == NameRule::link || rule == NameRule::spelling || rule == NameRule::parts;
}

/// Two clusters that a rule would join.
struct Candidate {
  EntityNumber a;  ///< a < b.
  EntityNumber b;
  const OwnedName* first;  ///< What was compared; nullptr for links.
  const OwnedName* second;
  int context = 0;
  std::string_view refusal;  ///< Why the two stay apart.
};

class EntityJoiner {
 public:
  EntityJoiner(const Interner& strings, const NamedEntities& named, const StoryContext& stories, IdentityReport* report)
      : strings_(strings), named_(named), clusters_(named, stories), report_(report) {}

  void run() {
    for (const NameRuleEntry& rule : name_rules) {
      clusters_.gather_members();
      std::vector<Candidate> found = rule.rule == NameRule::link ? linked_alike() : named_alike(rule.rule);
      if (found.empty()) continue;
      refuse_each(rule, found);
      refuse_unclear_groups(rule, found);
      for (const Candidate& candidate : found) {
        if (candidate.refusal.empty()) clusters_.join(candidate.a, candidate.b);
      }
      if (report_ != nullptr) tell(rule.rule, found);
    }
  }

  std::vector<StringId> canonical() {
    std::vector<StringId> map(strings_.size());
    for (std::uint32_t i = 0; i < map.size(); ++i) map[i] = StringId(i);
    const std::vector<EntityKind> kinds = usual_kinds();
    std::vector<EntityNumber> best(named_.entities.size(), none);
    for (EntityNumber entity = 0; entity < named_.entities.size(); ++entity) {
      const EntityNumber cluster = clusters_.find(entity);
      EntityNumber& first = best[cluster];
      if (first == none || names_better(entity, first, kinds[cluster])) first = entity;
    }
    for (EntityNumber entity = 0; entity < named_.entities.size(); ++entity) {
      map[static_cast<std::uint32_t>(named_.entities[entity].id)] = named_.entities[best[clusters_.find(entity)]].id;
    }
    return map;
  }

 private:
  std::string_view id(EntityNumber entity) const { return strings_[named_.entities[entity].id]; }

  // What a rule finds -----------------------------------------------------------------------------------------------

  std::vector<Candidate> linked_alike() {
    std::map<std::string_view, EntityNumber> first;
    std::vector<Candidate> found;
    for (EntityNumber entity = 0; entity < named_.entities.size(); ++entity) {
      // Two entries for one identifier: a slip of an extractor that shall not spread.
      if (has_rivals(named_.entities[entity].links)) continue;
      for (const std::string_view link : named_.entities[entity].links) {
        const auto [at, added] = first.try_emplace(link, entity);
        if (!added) found.push_back({at->second, entity, nullptr, nullptr, 0, {}});
      }
    }
    keep_first_of_each_pair(found);
    return found;
  }

  struct Keyed {
    std::uint64_t key;
    std::uint32_t name;
    auto operator<=>(const Keyed&) const = default;
  };

  /// Key: as the rule has it.
  std::vector<Candidate> named_alike(NameRule rule) {
    std::vector<Keyed> keyed;
    for (std::uint32_t i = 0; i < named_.names.size(); ++i) {
      for (const std::uint64_t key : lookup_keys(rule, named_.names[i].name)) keyed.push_back({key, i});
    }
    sort_unique(keyed);
    std::vector<Candidate> found;
    for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
      while (end < keyed.size() && keyed[end].key == keyed[begin].key) ++end;
      const std::span block(keyed.data() + begin, end - begin);
      if (block.size() > largest_block && !is_equivalence(rule)) {
        compare_neighbours(rule, beside_others(block), found);
      } else {
        compare_neighbours(rule, block, found);
      }
    }
    keep_first_of_each_pair(found);
    return found;
  }

  /// Under one key, each with those that come next: of equals neighbours make the chain.
  void compare_neighbours(NameRule rule, std::span<const Keyed> block, std::vector<Candidate>& found) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      for (std::size_t k = i + 1; k < block.size() && k <= i + largest_block && block[k].key == block[i].key; ++k) {
        compare(rule, named_.names[block[i].name], named_.names[block[k].name], found);
      }
    }
  }

  /// The same names under another key: the rarest names that stand beside them, which a join asks for anyway.
  std::vector<Keyed> beside_others(std::span<const Keyed> block) {
    std::vector<Keyed> keyed;
    for (const Keyed& row : block) {
      const EntityNumber owner = clusters_.find(named_.names[row.name].owner);
      for (const EntityNumber other : clusters_.rarest_neighbours(owner)) keyed.push_back({other, row.name});
    }
    sort_unique(keyed);
    return keyed;
  }

  void compare(NameRule rule, const OwnedName& x, const OwnedName& y, std::vector<Candidate>& found) {
    const EntityNumber a = clusters_.find(x.owner);
    const EntityNumber b = clusters_.find(y.owner);
    if (a == b || !agrees(rule, x.name, y.name)) return;
    found.push_back(a < b ? Candidate{a, b, &x, &y, 0, {}} : Candidate{b, a, &y, &x, 0, {}});
  }

  static void keep_first_of_each_pair(std::vector<Candidate>& found) {
    std::sort(found.begin(), found.end(), [](const Candidate& x, const Candidate& y) {
      return std::tie(x.a, x.b, x.first, x.second) < std::tie(y.a, y.b, y.first, y.second);
    });
    const auto joins_the_same = [](const Candidate& x, const Candidate& y) { return x.a == y.a && x.b == y.b; };
    found.erase(std::unique(found.begin(), found.end(), joins_the_same), found.end());
  }

  // What speaks against it ------------------------------------------------------------------------------------------

  void refuse_each(const NameRuleEntry& rule, std::vector<Candidate>& found) {
    for (Candidate& candidate : found) {
      candidate.context = rule.context == 0 ? 0 : clusters_.shared_context(candidate.a, candidate.b);
      if (clusters_.have_different_links(candidate.a, candidate.b)) {
        candidate.refusal = different_links;
      } else if (is_refused_side_by_side(rule.rule) && clusters_.stand_side_by_side(candidate.a, candidate.b)) {
        candidate.refusal = side_by_side;
      } else if (candidate.context < rule.context) {
        candidate.refusal = little_context;
      }
    }
  }

  /// What a rule would join to one entity.
  struct Group {
    std::set<EntityNumber> members;
    std::vector<EntityLinks> links;  ///< Of each member.
    std::size_t joins = 0;
    bool has_rival = false;
  };

  void refuse_unclear_groups(const NameRuleEntry& rule, std::vector<Candidate>& found) {
    UnionFind sets(named_.entities.size());
    for (const Candidate& candidate : found) {
      if (candidate.refusal.empty()) sets.join(candidate.a, candidate.b);
    }
    const std::map<EntityNumber, Group> groups = gather_groups(rule, found, sets);
    for (Candidate& candidate : found) {
      if (!candidate.refusal.empty()) continue;
      const Group& group = groups.at(sets.find(candidate.a));
      const std::size_t size = group.members.size();
      const bool each_with_each = group.joins == size * (size - 1) / 2;
      if (!name_one_entity(group.links)) {
        candidate.refusal = chain_of_links;
      } else if (!is_equivalence(rule.rule) && (group.has_rival || !each_with_each)) {
        candidate.refusal = other_candidate;
      }
    }
  }

  std::map<EntityNumber, Group> gather_groups(const NameRuleEntry& rule, const std::vector<Candidate>& found,
                                              UnionFind& sets) const {
    std::map<EntityNumber, Group> groups;
    for (const Candidate& candidate : found) {
      if (!candidate.refusal.empty()) continue;
      Group& group = groups[sets.find(candidate.a)];
      ++group.joins;
      for (const EntityNumber cluster : {candidate.a, candidate.b}) {
        group.members.insert(cluster);
        group.links.push_back(clusters_.links(cluster));
      }
    }
    for (const Candidate& candidate : found) {
      if (candidate.refusal != little_context || candidate.context < rule.context - margin) continue;
      for (const EntityNumber cluster : {candidate.a, candidate.b}) {
        if (const auto group = groups.find(sets.find(cluster)); group != groups.end()) group->second.has_rival = true;
      }
    }
    return groups;
  }

  // What comes of it ------------------------------------------------------------------------------------------------

  /// By cluster: the kind of most mentions, of equally many the first of EntityKind; `thing` where none tells more.
  std::vector<EntityKind> usual_kinds() {
    std::vector<std::array<std::uint32_t, 16>> counts(named_.entities.size());
    for (EntityNumber entity = 0; entity < named_.entities.size(); ++entity) {
      const NamedEntity& of = named_.entities[entity];
      if (of.kind == EntityKind::thing) continue;
      counts[clusters_.find(entity)][static_cast<std::size_t>(of.kind)] += of.mentions;
    }
    std::vector<EntityKind> kinds;
    for (const auto& of : counts) {
      const auto most = std::max_element(of.begin(), of.end());
      kinds.push_back(*most == 0 ? EntityKind::thing : static_cast<EntityKind>(most - of.begin()));
    }
    return kinds;
  }

  /// Linked, of the usual kind, often mentioned, long: in this order.
  bool names_better(EntityNumber a, EntityNumber b, EntityKind usual) const {
    const auto rank = [&](EntityNumber number) {
      const NamedEntity& entity = named_.entities[number];
      return std::tuple(!entity.links.empty(), entity.kind == usual, entity.mentions, id(number).size());
    };
    return rank(a) != rank(b) ? rank(a) > rank(b) : a < b;
  }

  std::string_view shared_link(EntityNumber a, EntityNumber b) const {
    const EntityLinks& links = named_.entities[a].links;
    const auto at = std::find_if(links.begin(), links.end(),
                                 [&](std::string_view link) { return named_.entities[b].links.contains(link); });
    return at == links.end() ? std::string_view() : *at;
  }

  void tell(NameRule rule, const std::vector<Candidate>& found) {
    for (const Candidate& candidate : found) {
      const EntityNumber a = candidate.first == nullptr ? candidate.a : candidate.first->owner;
      const EntityNumber b = candidate.second == nullptr ? candidate.b : candidate.second->owner;
      const auto written = [&](const OwnedName* name) {
        return std::string(name == nullptr ? shared_link(a, b) : name->name.written);
      };
      EntityJoin join{rule,
                      std::string(id(a)),
                      std::string(id(b)),
                      written(candidate.first),
                      written(candidate.second),
                      candidate.context,
                      std::string(candidate.refusal)};
      if (join.second < join.first) {
        std::swap(join.first, join.second);
        std::swap(join.first_name, join.second_name);
      }
      report_->entities.push_back(std::move(join));
    }
  }

  const Interner& strings_;
  const NamedEntities& named_;
  EntityClusters clusters_;
  IdentityReport* report_;
};

}  // namespace

std::vector<StringId> join_entities(BuilderRows& rows, IdentityReport* report) {
  const NamedEntities named =
      collect_named_entities(rows.strings, rows.articles, rows.entity_mentions, rows.relations, rows.links);
  const StoryContext stories(rows, named);
  EntityJoiner joiner(rows.strings, named, stories, report);
  joiner.run();
  return joiner.canonical();
}

}  // namespace habari
