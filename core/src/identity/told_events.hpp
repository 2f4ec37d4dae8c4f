#pragma once

#include "identity/event_profile.hpp"
#include "rows/builder_rows.hpp"

#include <cstdint>
#include <vector>

namespace habari {

using Told = std::uint32_t;  ///< Number of a ToldEvent.

/// What mentions tell alike: the same label, type, factuality, participants and time.
struct ToldEvent {
  Uuid id;
  std::vector<std::uint32_t> articles;  ///< Raw numbers, sorted: compared only, never put out.
  std::uint32_t mentions = 0;           ///< How many.
  bool has_identity = false;            ///< Comes from a graph, where it was joined already.
};

struct ToldEvents {
  std::vector<ToldEvent> events;     ///< By identifier.
  std::vector<Told> of_mention;      ///< By event mention; none in replaced articles.
  std::vector<std::uint32_t> order;  ///< Event mentions by Told, article and place.

  /// What is compared of each, by Told: of what its mentions' participants are at present.
  std::vector<EventProfile> profiles(const EventProfiles& of_mentions) const;
};

ToldEvents collect_told_events(const Interner& strings, const std::vector<RawArticle>& articles,
                               const std::vector<RawEventMention>& mentions, const EventProfiles& profiles);

}  // namespace habari
