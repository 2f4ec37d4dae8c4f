#include "identity/event_joiner.hpp"

#include "identity/across_articles.hpp"
#include "identity/participant_joiner.hpp"
#include "identity/within_articles.hpp"

namespace habari {
namespace {

void name_events(EventClusters& clusters, std::vector<RawEventMention>& mentions) {
  const ToldEvents& told = clusters.told();
  const std::vector<EventCluster> found = clusters.gather();
  std::vector<std::uint32_t> cluster_of(told.events.size());
  for (std::uint32_t i = 0; i < found.size(); ++i) {
    for (const Told member : found[i].members) cluster_of[member] = i;
  }
  for (const std::uint32_t mention : told.order) {
    const EventCluster& cluster = found[cluster_of[told.of_mention[mention]]];
    EventRecord& event = mentions[mention].event;
    event.uuid = told.events[cluster.members.front()].id;
    event.time = cluster.profile.time;
    event.type = cluster.profile.type;
  }
}

}  // namespace

std::vector<RawEventMatch> join_events(BuilderRows& rows) {
  const EventProfiles profiles(rows.strings, rows.articles, rows.event_mentions, rows.roles);
  const ToldEvents told = collect_told_events(rows.strings, rows.articles, rows.event_mentions, profiles);
  EventClusters clusters(told, told.profiles(profiles));
  join_events_within_articles(profiles, clusters);
  join_events_across_articles(rows.strings, profiles, clusters);
  name_events(clusters, rows.event_mentions);
  join_participants(rows);
  // By what the events have become, so that a graph that is read again has the same matches.
  clusters.replace_profiles(told.profiles(profiles));
  return probable_event_matches(rows.strings, rows.articles, profiles, clusters);
}

}  // namespace habari
