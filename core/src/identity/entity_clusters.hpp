#pragma once

#include "identity/entity_links.hpp"
#include "identity/named_entities.hpp"
#include "identity/story_context.hpp"
#include "identity/union_find.hpp"

#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// Entities that were found to be one so far; a cluster is named by its first member.
class EntityClusters {
 public:
  EntityClusters(const NamedEntities& named, const StoryContext& stories)
      : named_(named), stories_(stories), sets_(named.entities.size()), members_(named.entities.size()) {
    gather_members();
  }

  EntityNumber find(EntityNumber entity) { return sets_.find(entity); }
  void join(EntityNumber a, EntityNumber b) { sets_.join(a, b); }
  /// Makes what was joined since count in the questions below, which ask of clusters.
  void gather_members();

  const std::vector<EntityNumber>& members(EntityNumber cluster) const { return members_[cluster]; }
  EntityLinks links(EntityNumber cluster) const;
  /// Both are linked, and not to the same entries (name_one_entity).
  bool have_different_links(EntityNumber a, EntityNumber b) const;
  /// An article names both.
  bool stand_side_by_side(EntityNumber a, EntityNumber b) const;
  /// Names other than countries' in its articles, those of fewest mentions first: sixteen at most.
  std::vector<EntityNumber> rarest_neighbours(EntityNumber cluster);
  /// How much speaks for the two being met in the same surroundings: points (docs/identity.md), nine at most.
  int shared_context(EntityNumber a, EntityNumber b);

 private:
  std::vector<std::uint32_t> articles(EntityNumber cluster) const;
  std::vector<EntityNumber> neighbours(EntityNumber cluster);
  std::set<std::pair<std::string_view, EntityNumber>> relations(EntityNumber cluster);

  const NamedEntities& named_;
  const StoryContext& stories_;
  UnionFind sets_;
  std::vector<std::vector<EntityNumber>> members_;
};

}  // namespace habari
