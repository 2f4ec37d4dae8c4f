#pragma once

#include "identity/event_profile.hpp"

#include <vector>

namespace habari {

/// By event mention: the identifier of the event it tells of, by what the mention itself says (event key in
/// docs/graph.md). Mentions of replaced articles get none that means anything.
std::vector<Uuid> told_event_ids(const Interner& strings, const std::vector<RawArticle>& articles,
                                 const std::vector<RawEventMention>& mentions, const EventProfiles& profiles);

}  // namespace habari
