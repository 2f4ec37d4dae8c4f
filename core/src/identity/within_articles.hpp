#pragma once

#include "identity/event_clusters.hpp"

namespace habari {

/// Joins what one article tells several times: headline, lead and body (docs/identity.md).
void join_events_within_articles(const EventProfiles& profiles, EventClusters& clusters);

}  // namespace habari
