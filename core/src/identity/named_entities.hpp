#pragma once

#include "identity/entity_links.hpp"
#include "identity/name_rules.hpp"
#include "rows/builder_rows.hpp"

#include <set>
#include <string_view>
#include <tuple>
#include <vector>

namespace habari {

using EntityNumber = std::uint32_t;

/// An entity as articles identify it, before entities are joined.
struct NamedEntity {
  StringId id{};
  EntityKind kind = EntityKind::thing;  ///< Of most mentions.
  std::uint32_t mentions = 0;
  EntityLinks links;                    ///< Entries of catalogues.
  std::vector<std::uint32_t> articles;  ///< Their places in the order of identifiers, ascending.
};

struct OwnedName {
  KnownName name;
  EntityNumber owner;
};

/// What articles say of entities that have names: the same for any order of the articles.
struct NamedEntities {
  std::vector<NamedEntity> entities;                        ///< By identifier.
  std::vector<OwnedName> names;                             ///< By owner, then bytewise.
  std::vector<std::uint32_t> article_places;                ///< By raw article: its place by identifier, or none.
  std::vector<std::vector<EntityNumber>> article_entities;  ///< By the article's place in the order of identifiers.
  std::vector<std::tuple<EntityNumber, std::string_view, EntityNumber>> relations;  ///< Ascending, each once.
};

/// Reads the rows of living articles that did not come from a graph; views point into `strings`.
NamedEntities collect_named_entities(const Interner& strings, const std::vector<RawArticle>& articles,
                                     const std::vector<RawEntityMention>& mentions,
                                     const std::vector<RawRelation>& relations, const std::vector<RawLink>& links);

}  // namespace habari
