#include "identity/event_joiner.hpp"

#include "identity/across_articles.hpp"
#include "identity/event_weights.hpp"
#include "identity/likely_events.hpp"
#include "identity/participant_joiner.hpp"
#include "identity/within_articles.hpp"
#include "rows/sorting.hpp"

#include <map>
#include <tuple>

namespace habari {
namespace {

/// What most mentions say, of equals the bytewise first: words of one sense in several languages.
std::pair<StringId, StringId> usual_words(const Interner& strings, const EventCluster& cluster,
                                          const std::vector<RawEventMention>& mentions) {
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> counts;
  for (const std::uint32_t mention : cluster.mentions) {
    const EventRecord& event = mentions[mention].event;
    ++counts[{strings[event.label], strings[event.sense]}];
  }
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  for (const std::uint32_t mention : cluster.mentions) {
    const EventRecord& event = mentions[mention].event;
    if (std::pair(strings[event.label], strings[event.sense]) == best->first) return {event.label, event.sense};
  }
  return {};
}

void join_likely(const std::vector<EventCluster>& found, const std::vector<LikelyEvents>& likely,
                 EventClusters& clusters) {
  std::vector<EventPair> pairs;
  for (const LikelyEvents& pair : likely) {
    if (!pair.may_be_joined || pair.confidence < least_join_confidence) continue;
    const auto [first, second] = std::minmax(found[pair.first].members.front(), found[pair.second].members.front());
    pairs.push_back({first, second});
  }
  sort_unique(pairs);
  clusters.join_clear_groups(pairs);
}

/// Those that were not joined.
std::vector<RawEventMatch> matches(const std::vector<EventCluster>& found, const std::vector<LikelyEvents>& likely,
                                   EventClusters& clusters) {
  std::map<std::pair<Uuid, Uuid>, float> best;
  for (const LikelyEvents& pair : likely) {
    if (pair.confidence < least_match_confidence) continue;
    const Told first = clusters.find(found[pair.first].members.front());
    const Told second = clusters.find(found[pair.second].members.front());
    if (first == second) continue;
    const auto ids = std::minmax(clusters.told().events[first].id, clusters.told().events[second].id);
    float& confidence = best[ids];
    confidence = std::max(confidence, pair.confidence);
  }
  std::vector<RawEventMatch> rows;
  for (const auto& [ids, confidence] : best) rows.push_back({ids.first, ids.second, confidence});
  return rows;
}

void name_events(const Interner& strings, EventClusters& clusters, std::vector<RawEventMention>& mentions) {
  const ToldEvents& told = clusters.told();
  const std::vector<EventCluster> found = clusters.gather();
  for (const EventCluster& cluster : found) {
    const auto [label, sense] = usual_words(strings, cluster, mentions);
    for (const std::uint32_t mention : cluster.mentions) {
      EventRecord& event = mentions[mention].event;
      event.uuid = told.events[cluster.members.front()].id;
      event.label = label;
      event.sense = sense;
      event.time = cluster.profile.time;
      event.type = cluster.profile.type;
    }
  }
}

}  // namespace

std::vector<RawEventMatch> join_events(BuilderRows& rows, const EvidenceVisitor& visitor) {
  const EventProfiles profiles(rows.strings, rows.articles, rows.event_mentions, rows.roles);
  const ToldEvents told = collect_told_events(rows.strings, rows.articles, rows.event_mentions, profiles);
  EventClusters clusters(told, told.profiles(profiles));
  join_events_within_articles(profiles, clusters);
  join_events_across_articles(rows.strings, profiles, clusters);
  const std::vector<EventCluster> found = clusters.gather();
  const std::vector<LikelyEvents> likely = likely_events(rows, profiles, found, visitor);
  join_likely(found, likely, clusters);
  name_events(rows.strings, clusters, rows.event_mentions);
  join_participants(rows);
  // By what the events have become, so that a graph that is read again has the same matches.
  clusters.replace_profiles(told.profiles(profiles));
  std::vector<RawEventMatch> probable = probable_event_matches(rows.strings, rows.articles, profiles, clusters);
  for (const RawEventMatch& match : matches(found, likely, clusters)) probable.push_back(match);
  sort_unique(probable);
  return probable;
}

}  // namespace habari
