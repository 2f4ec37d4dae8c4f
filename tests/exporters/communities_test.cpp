#include "views/communities.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace habari::views {
namespace {

/// `groups` cliques of `size` nodes, each joined to the next by one tie.
std::vector<Tie> ring_of_cliques(std::uint32_t groups, std::uint32_t size) {
  std::vector<Tie> ties;
  for (std::uint32_t group = 0; group < groups; ++group) {
    for (std::uint32_t i = 0; i < size; ++i) {
      for (std::uint32_t k = i + 1; k < size; ++k) ties.push_back({group * size + i, group * size + k, 1});
    }
    ties.push_back({group * size, (group + 1) % groups * size + 1, 1});
  }
  return ties;
}

TEST(Communities, AreTheCliquesOfARing) {
  const std::vector<Tie> ties = ring_of_cliques(6, 5);
  const std::vector<std::uint32_t> found = communities(30, ties);
  for (std::uint32_t node = 0; node < 30; ++node) EXPECT_EQ(found[node], node / 5) << node;
  EXPECT_GT(modularity(30, ties, found), 0.7);
}

TEST(Communities, AreNumberedBySize) {
  const std::vector<Tie> ties = {{0, 1, 1}, {2, 3, 1}, {3, 4, 1}, {2, 4, 1}};
  EXPECT_EQ(communities(6, ties), std::vector<std::uint32_t>({1, 1, 0, 0, 0, 2}));
}

TEST(Communities, DoNotDependOnTheOrderOrTheDirectionOfTies) {
  std::mt19937 random(7);
  std::vector<Tie> ties;
  for (int i = 0; i < 400; ++i) {
    ties.push_back({static_cast<std::uint32_t>(random() % 80), static_cast<std::uint32_t>(random() % 80),
                    1.0 + static_cast<double>(random() % 4)});
  }
  const std::vector<std::uint32_t> expected = communities(80, ties);
  std::shuffle(ties.begin(), ties.end(), random);
  for (Tie& tie : ties) std::swap(tie.first, tie.second);
  EXPECT_EQ(communities(80, ties), expected);
}

TEST(Communities, OfNothingAreNone) {
  EXPECT_TRUE(communities(0, {}).empty());
  EXPECT_EQ(communities(2, {}), std::vector<std::uint32_t>({0, 1}));
  EXPECT_EQ(modularity(2, {}, std::vector<std::uint32_t>({0, 1})), 0);
}

}  // namespace
}  // namespace habari::views
