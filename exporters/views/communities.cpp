#include "views/communities.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace habari::views {
namespace {

/// A gain below this is rounding.
constexpr double least_gain = 1e-12;
/// Moves that go round in a circle end here; a real round ends long before.
constexpr int most_passes = 100;

/// A weighted undirected graph as the Louvain method folds it.
class Level {
 public:
  Level(std::uint32_t nodes, std::span<const Tie> ties) : neighbours_(nodes), loop_(nodes, 0.0), degree_(nodes, 0.0) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;
    for (const Tie& tie : ties) sums[std::minmax(tie.first, tie.second)] += tie.weight;
    for (const auto& [ends, weight] : sums) {
      const auto [first, second] = ends;
      degree_[first] += weight;
      degree_[second] += weight;
      total_ += 2 * weight;
      if (first == second) {
        loop_[first] += weight;
      } else {
        neighbours_[first].push_back({second, weight});
        neighbours_[second].push_back({first, weight});
      }
    }
  }

  /// The community of each node after all moves that gain; numbered by their first nodes.
  std::vector<std::uint32_t> settled() {
    const auto nodes = static_cast<std::uint32_t>(neighbours_.size());
    community_.resize(nodes);
    std::iota(community_.begin(), community_.end(), 0U);
    community_degree_ = degree_;
    bool moved = total_ > 0;
    for (int pass = 0; moved && pass < most_passes; ++pass) {
      moved = false;
      for (std::uint32_t node = 0; node < nodes; ++node) moved = move(node) || moved;
    }
    std::vector<std::uint32_t> number(nodes, nodes);
    std::uint32_t next = 0;
    for (std::uint32_t& community : community_) {
      if (number[community] == nodes) number[community] = next++;
      community = number[community];
    }
    return community_;
  }

  /// The communities as nodes.
  std::vector<Tie> folded(const std::vector<std::uint32_t>& community) const {
    std::vector<Tie> ties;
    for (std::uint32_t node = 0; node < neighbours_.size(); ++node) {
      if (loop_[node] > 0) ties.push_back({community[node], community[node], loop_[node]});
      for (const auto& [other, weight] : neighbours_[node]) {
        if (node < other) ties.push_back({community[node], community[other], weight});
      }
    }
    return ties;
  }

 private:
  /// Puts a node where it gains most. Whether that is another community.
  bool move(std::uint32_t node) {
    const std::uint32_t home = community_[node];
    std::map<std::uint32_t, double> weight_to = {{home, 0.0}};
    for (const auto& [other, weight] : neighbours_[node]) weight_to[community_[other]] += weight;
    community_degree_[home] -= degree_[node];
    const auto gain = [&](std::uint32_t community, double weight) {
      return weight - community_degree_[community] * degree_[node] / total_;
    };
    std::uint32_t best = home;
    double best_gain = gain(home, weight_to[home]);
    for (const auto& [community, weight] : weight_to) {
      const double gained = gain(community, weight);
      if (gained <= best_gain + least_gain) continue;
      best = community;
      best_gain = gained;
    }
    community_degree_[best] += degree_[node];
    community_[node] = best;
    return best != home;
  }

  std::vector<std::vector<std::pair<std::uint32_t, double>>> neighbours_;
  std::vector<double> loop_;
  std::vector<double> degree_;  ///< Sum of a node's weights, loops twice.
  double total_ = 0;            ///< Sum of all degrees.
  std::vector<std::uint32_t> community_;
  std::vector<double> community_degree_;
};

/// Numbers by size; of equal sizes by the first node.
void number_by_size(std::vector<std::uint32_t>& community) {
  const std::uint32_t count = community.empty() ? 0 : 1 + *std::max_element(community.begin(), community.end());
  std::vector<std::uint32_t> size(count);
  for (const std::uint32_t one : community) ++size[one];
  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return size[a] > size[b]; });
  std::vector<std::uint32_t> number(count);
  for (std::uint32_t i = 0; i < count; ++i) number[order[i]] = i;
  for (std::uint32_t& one : community) one = number[one];
}

}  // namespace

std::vector<std::uint32_t> communities(std::uint32_t nodes, std::span<const Tie> ties) {
  std::vector<std::uint32_t> community(nodes);
  std::iota(community.begin(), community.end(), 0U);
  std::vector<Tie> current(ties.begin(), ties.end());
  for (std::uint32_t count = nodes; count > 0;) {
    Level level(count, current);
    const std::vector<std::uint32_t> settled = level.settled();
    for (std::uint32_t& one : community) one = settled[one];
    const std::uint32_t left = 1 + *std::max_element(settled.begin(), settled.end());
    if (left == count) break;
    current = level.folded(settled);
    count = left;
  }
  number_by_size(community);
  return community;
}

double modularity(std::uint32_t nodes, std::span<const Tie> ties, std::span<const std::uint32_t> community) {
  std::vector<double> degree(nodes, 0.0);
  double total = 0;
  double inside = 0;
  for (const Tie& tie : ties) {
    degree[community[tie.first]] += tie.weight;
    degree[community[tie.second]] += tie.weight;
    total += 2 * tie.weight;
    if (community[tie.first] == community[tie.second]) inside += 2 * tie.weight;
  }
  if (total == 0) return 0;
  double expected = 0;
  for (const double sum : degree) expected += sum / total * (sum / total);
  return inside / total - expected;
}

}  // namespace habari::views
