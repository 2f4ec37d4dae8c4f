#pragma once

#include "identity/event_clusters.hpp"

#include <vector>

namespace habari {

/// Joins what several articles tell of one day (docs/identity.md).
void join_events_across_articles(const Interner& strings, const EventProfiles& profiles, EventClusters& clusters);

/// Pairs of events that are probably one, in the order of their identifiers: a function of what the events have become,
/// so that a graph that is read again has the same.
std::vector<RawEventMatch> probable_event_matches(const Interner& strings, const std::vector<RawArticle>& articles,
                                                  const EventProfiles& profiles, EventClusters& clusters);

}  // namespace habari
