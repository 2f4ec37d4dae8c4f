#pragma once

#include <set>
#include <string_view>
#include <vector>

namespace habari {

/// Entries of catalogues that one entity is said to be: `geonames:184745`, `wikidata:Q3870`.
using EntityLinks = std::set<std::string_view>;

/// Whether two of the links are different entries of one catalogue.
bool has_rivals(const EntityLinks& links);
/// Whether entities with these links may be one: those that have links share some, each with another and so all of
/// them, and nowhere do they name two entries of one catalogue.
bool name_one_entity(const std::vector<EntityLinks>& of_each);

}  // namespace habari
