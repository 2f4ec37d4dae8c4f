#pragma once

#include "identity/event_likeness.hpp"

#include <functional>
#include <vector>

namespace habari {

/// Two clusters of events that alike articles tell of, each the other's best counterpart there.
struct LikelyEvents {
  std::uint32_t first;
  std::uint32_t second;  ///< first < second.
  float confidence;
  bool may_be_joined;  ///< The accounts do not differ in a number, nor is the one's sense narrower.
};

/// Is shown every two accounts that are compared.
using EvidenceVisitor = std::function<void(const Account&, const Account&, const Evidence&)>;

/// Pairs by clusters, each once. A function of the articles' content alone.
std::vector<LikelyEvents> likely_events(BuilderRows& rows, const EventProfiles& profiles,
                                        const std::vector<EventCluster>& found,
                                        const EvidenceVisitor& visitor = nullptr);

}  // namespace habari
