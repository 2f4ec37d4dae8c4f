#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace habari::views {

/// An edge of an undirected graph whose nodes are numbers. Parallel edges add up; loops count.
struct Tie {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  double weight = 1;
};

/// The community of each node, by the Louvain method: nodes move to the neighbouring community that gains most
/// modularity, communities become nodes, until nothing moves. Nodes move in their order, of equal gains the community
/// with the lower number wins: no random numbers, the same ties give the same answer. Communities are numbered by size,
/// the largest first; of equal ones the one with the lowest node.
/// Cost: O(E) time a round; a few rounds.
/// Source: Blondel, Guillaume, Lambiotte, Lefebvre: Fast unfolding of communities in large networks, 2008.
std::vector<std::uint32_t> communities(std::uint32_t nodes, std::span<const Tie> ties);

/// How much more weight lies inside communities than chance would put there, -0.5 to 1.
double modularity(std::uint32_t nodes, std::span<const Tie> ties, std::span<const std::uint32_t> community);

}  // namespace habari::views
