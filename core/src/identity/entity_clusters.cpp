#include "identity/entity_clusters.hpp"

#include "rows/sorting.hpp"

#include <algorithm>

namespace habari {
namespace {

// Context is looked for in so many articles of an entity at most, the first by identifier.
constexpr std::size_t most_context_articles = 64;
constexpr std::size_t most_neighbours = 16;
constexpr int country_points = 1;
constexpr int name_points = 2;
constexpr int relation_points = 3;
constexpr int most_points = 9;

}  // namespace

void EntityClusters::gather_members() {
  for (auto& members : members_) members.clear();
  for (EntityNumber entity = 0; entity < members_.size(); ++entity) members_[sets_.find(entity)].push_back(entity);
}

EntityLinks EntityClusters::links(EntityNumber cluster) const {
  EntityLinks links;
  for (const EntityNumber entity : members_[cluster]) {
    links.insert(named_.entities[entity].links.begin(), named_.entities[entity].links.end());
  }
  return links;
}

bool EntityClusters::have_different_links(EntityNumber a, EntityNumber b) const {
  return !name_one_entity({links(a), links(b)});
}

std::vector<std::uint32_t> EntityClusters::articles(EntityNumber cluster) const {
  if (members_[cluster].size() == 1) return named_.entities[cluster].articles;
  std::vector<std::uint32_t> articles;
  for (const EntityNumber entity : members_[cluster]) {
    const auto& more = named_.entities[entity].articles;
    articles.insert(articles.end(), more.begin(), more.end());
  }
  sort_unique(articles);
  return articles;
}

bool EntityClusters::stand_side_by_side(EntityNumber a, EntityNumber b) const {
  return intersect(articles(a), articles(b));
}

std::vector<EntityNumber> EntityClusters::neighbours(EntityNumber cluster) {
  std::vector<std::uint32_t> near = articles(cluster);
  if (near.size() > most_context_articles) near.resize(most_context_articles);
  std::vector<EntityNumber> result;
  for (const std::uint32_t article : near) {
    for (const EntityNumber entity : named_.article_entities[article]) result.push_back(sets_.find(entity));
  }
  sort_unique(result);
  return result;
}

std::vector<EntityNumber> EntityClusters::rarest_neighbours(EntityNumber cluster) {
  std::vector<EntityNumber> near = neighbours(cluster);
  std::erase_if(
      near, [&](EntityNumber other) { return other == cluster || named_.entities[other].kind == EntityKind::country; });
  const std::size_t kept = std::min(near.size(), most_neighbours);
  std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(kept), near.end(),
                    [&](EntityNumber a, EntityNumber b) {
                      return std::pair(named_.entities[a].mentions, a) < std::pair(named_.entities[b].mentions, b);
                    });
  near.resize(kept);
  return near;
}

std::set<std::pair<std::string_view, EntityNumber>> EntityClusters::relations(EntityNumber cluster) {
  const auto comes_before = [](const auto& relation, EntityNumber wanted) { return std::get<0>(relation) < wanted; };
  std::set<std::pair<std::string_view, EntityNumber>> result;
  for (const EntityNumber entity : members_[cluster]) {
    auto at = std::lower_bound(named_.relations.begin(), named_.relations.end(), entity, comes_before);
    for (; at != named_.relations.end() && std::get<0>(*at) == entity; ++at) {
      result.emplace(std::get<1>(*at), sets_.find(std::get<2>(*at)));
    }
  }
  return result;
}

int EntityClusters::shared_context(EntityNumber a, EntityNumber b) {
  int points = 0;
  for (const EntityNumber entity : shared(neighbours(a), neighbours(b))) {
    if (entity == a || entity == b) continue;
    points += named_.entities[entity].kind == EntityKind::country ? country_points : name_points;
    if (points >= most_points) return most_points;
  }
  const auto left = relations(a);
  for (const auto& relation : relations(b)) points += left.contains(relation) ? relation_points : 0;
  points += stories_.points(articles(a), articles(b));
  return std::min(points, most_points);
}

}  // namespace habari
