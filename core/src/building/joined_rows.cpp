#include "building/joined_rows.hpp"

#include "identity/entity_joiner.hpp"
#include "identity/event_joiner.hpp"

#include <habari/core/links.hpp>

#include <algorithm>

namespace habari {

void set_joined_entities(BuilderRows& rows, IdentityReport* report) {
  const std::vector<StringId> joined = join_entities(rows, report);
  const auto rename = [&](StringId& id) { id = joined[static_cast<std::uint32_t>(id)]; };
  for (RawEntityMention& row : rows.entity_mentions) rename(row.entity);
  for (RawRole& row : rows.roles) {
    if (row.content == none) rename(row.entity);
  }
  for (RawEventMention& row : rows.event_mentions) {
    if (row.source != no_source) rename(row.source);
  }
  for (RawRelation& row : rows.relations) {
    rename(row.subject);
    rename(row.object);
  }
  for (RawLink& row : rows.links) rename(row.entity);
  std::erase_if(rows.links, [&](const RawLink& row) {
    return !rows.articles[row.article].alive || !is_public_link(rows.strings[row.link]);
  });
}

std::vector<RawEventMatch> set_joined_events(BuilderRows& rows) {
  std::vector<RawEventMatch> matches = join_events(rows);
  for (const RawKnownMatch& known : rows.known_matches) {
    if (rows.articles[known.article].alive) matches.push_back(known.match);
  }
  return matches;
}

}  // namespace habari
