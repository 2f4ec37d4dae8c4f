#include "builder_rows.hpp"

#include "identity/entity_joiner.hpp"
#include "identity/event_joiner.hpp"

#include <algorithm>
#include <string_view>

namespace habari {
namespace {

/// Entries of other catalogues help to join entities, but nobody outside can follow them.
bool is_wikidata_item(std::string_view link) {
  constexpr std::string_view prefix = "wikidata:Q";
  return link.size() > prefix.size() && link.starts_with(prefix) &&
         std::all_of(link.begin() + prefix.size(), link.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void BuilderRows::join_entities(IdentityReport* report) {
  const std::vector<StringId> joined = habari::join_entities(*this, report);
  const auto rename = [&](StringId& id) { id = joined[static_cast<std::uint32_t>(id)]; };
  for (RawEntityMention& row : entity_mentions) rename(row.entity);
  for (RawRole& row : roles) {
    if (row.content == none) rename(row.entity);
  }
  for (RawEventMention& row : event_mentions) {
    if (row.source != no_source) rename(row.source);
  }
  for (RawRelation& row : relations) {
    rename(row.subject);
    rename(row.object);
  }
  for (RawLink& row : links) rename(row.entity);
  std::erase_if(
      links, [&](const RawLink& row) { return !articles[row.article].alive || !is_wikidata_item(strings[row.link]); });
}

std::vector<RawEventMatch> BuilderRows::join_events() {
  std::vector<RawEventMatch> matches = habari::join_events(*this);
  for (const RawKnownMatch& known : known_matches) {
    if (articles[known.article].alive) matches.push_back(known.match);
  }
  return matches;
}

}  // namespace habari
