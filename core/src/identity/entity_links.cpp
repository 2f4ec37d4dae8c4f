#include "identity/entity_links.hpp"

#include <algorithm>

namespace habari {
namespace {

bool share_one(const EntityLinks& a, const EntityLinks& b) {
  return std::any_of(a.begin(), a.end(), [&](std::string_view link) { return b.contains(link); });
}

}  // namespace

bool has_rivals(const EntityLinks& links) {
  // Those of one catalogue stand together.
  const auto catalogue = [](std::string_view link) { return link.substr(0, link.find(':')); };
  const auto at = std::adjacent_find(
      links.begin(), links.end(), [&](std::string_view a, std::string_view b) { return catalogue(a) == catalogue(b); });
  return at != links.end();
}

bool name_one_entity(const std::vector<EntityLinks>& of_each) {
  std::vector<EntityLinks> apart;
  for (EntityLinks links : of_each) {
    if (links.empty()) continue;
    for (auto other = apart.begin(); other != apart.end();) {
      if (!share_one(*other, links)) {
        ++other;
        continue;
      }
      links.merge(*other);
      other = apart.erase(other);
    }
    apart.push_back(std::move(links));
  }
  return apart.empty() || (apart.size() == 1 && !has_rivals(apart.front()));
}

}  // namespace habari
