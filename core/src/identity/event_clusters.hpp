#pragma once

#include "identity/told_events.hpp"
#include "identity/union_find.hpp"

#include <cstdint>
#include <vector>

namespace habari {

/// Told events that were found to be one.
struct EventCluster {
  std::vector<Told> members;  ///< In the order of their identifiers: the first stands for all.
  EventProfile profile;
  std::vector<std::uint32_t> mentions;  ///< In the order of the members, articles and places.
  std::vector<std::uint32_t> articles;  ///< Raw numbers, sorted.
};

/// Two told events that a rule would join.
struct EventPair {
  Told a;
  Told b;
  friend auto operator<=>(const EventPair&, const EventPair&) = default;
};

/// Told events on their way to be joined.
class EventClusters {
 public:
  EventClusters(const ToldEvents& told, std::vector<EventProfile> profiles)
      : told_(told), profiles_(std::move(profiles)), sets_(told.events.size()) {}

  const ToldEvents& told() const { return told_; }
  const EventProfile& profile(Told told) const { return profiles_[told]; }
  Told find(Told told) { return sets_.find(told); }
  void join(Told a, Told b) { sets_.join(a, b); }
  /// Joins groups in which each agrees with each; others are too unclear. Requires: `pairs` holds each pair once.
  void join_clear_groups(const std::vector<EventPair>& pairs);
  /// What was joined so far, in the order of the first members.
  std::vector<EventCluster> gather();

  /// Takes participants as they have become since.
  void replace_profiles(std::vector<EventProfile> profiles) { profiles_ = std::move(profiles); }

 private:
  EventType usual_type(const EventCluster& cluster) const;

  const ToldEvents& told_;
  std::vector<EventProfile> profiles_;
  UnionFind sets_;
};

/// Whether an article tells of both.
bool share_article(const EventCluster& a, const EventCluster& b);

}  // namespace habari
