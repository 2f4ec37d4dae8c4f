#include "identity/event_clusters.hpp"

#include "rows/sorting.hpp"

#include <map>
#include <utility>

namespace habari {

void EventClusters::join_clear_groups(const std::vector<EventPair>& pairs) {
  std::map<Told, Told> local;
  for (const EventPair& pair : pairs) {
    local.try_emplace(pair.a, 0);
    local.try_emplace(pair.b, 0);
  }
  Told next = 0;
  for (auto& [told, number] : local) number = next++;
  UnionFind groups(local.size());
  for (const EventPair& pair : pairs) groups.join(local.at(pair.a), local.at(pair.b));
  std::map<Told, std::pair<std::size_t, std::size_t>> counts;  // members, pairs
  for (const auto& [told, number] : local) ++counts[groups.find(number)].first;
  for (const EventPair& pair : pairs) ++counts[groups.find(local.at(pair.a))].second;
  for (const EventPair& pair : pairs) {
    const auto [size, joins] = counts.at(groups.find(local.at(pair.a)));
    if (joins == size * (size - 1) / 2) sets_.join(pair.a, pair.b);
  }
}

std::vector<EventCluster> EventClusters::gather() {
  std::vector<EventCluster> clusters;
  std::vector<std::uint32_t> cluster_of(profiles_.size(), none);
  for (Told told = 0; told < profiles_.size(); ++told) {
    std::uint32_t& number = cluster_of[sets_.find(told)];
    if (number == none) {
      number = static_cast<std::uint32_t>(clusters.size());
      clusters.push_back({{}, profiles_[told], {}, {}});
    }
    EventCluster& cluster = clusters[number];
    cluster.members.push_back(told);
    if (cluster.members.size() > 1) cluster.profile.add(profiles_[told]);
    const auto& articles = told_.events[told].articles;
    cluster.articles.insert(cluster.articles.end(), articles.begin(), articles.end());
  }
  for (const std::uint32_t mention : told_.order) {
    clusters[cluster_of[sets_.find(told_.of_mention[mention])]].mentions.push_back(mention);
  }
  for (EventCluster& cluster : clusters) {
    cluster.profile.type = usual_type(cluster);
    sort_unique(cluster.profile.items);
    sort_unique(cluster.articles);
  }
  return clusters;
}

/// Lexicons of two languages type one verb differently: what most mentions say; of equals the first.
EventType EventClusters::usual_type(const EventCluster& cluster) const {
  std::map<EventType, std::uint32_t> counts;
  for (const Told told : cluster.members) counts[profiles_[told].type] += told_.events[told].mentions;
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best->first;
}

bool share_article(const EventCluster& a, const EventCluster& b) { return intersect(a.articles, b.articles); }

}  // namespace habari
