#include "analysis/model/tree_decoder.hpp"
#include "analysis/learned/training/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace habari::learned {
namespace {

bool is_tree(const std::vector<std::uint32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == 0 ? 1 : 0;
    std::size_t steps = 0;
    for (std::size_t at = i + 1; at != 0; at = heads[at - 1]) {
      if (heads[at - 1] > heads.size() || ++steps > heads.size()) return false;
    }
  }
  return roots == 1;
}

float total(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  float sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores[i * (heads.size() + 1) + heads[i]];
  return sum;
}

/// The highest total of all trees, by trying them all.
float best_total(const std::vector<float>& scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  float best = -INFINITY;
  while (true) {
    if (is_tree(heads)) best = std::max(best, total(scores, heads));
    std::size_t i = 0;
    while (i < words && ++heads[i] > words) heads[i++] = 0;
    if (i == words) return best;
  }
}

std::vector<float> random_scores(std::size_t words, Random& random) {
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) score = random.normal();
  return scores;
}

TEST(TreeDecoder, FindsTheBestOfAllTrees) {
  Random random(7);
  for (std::size_t words = 1; words <= 5; ++words) {
    for (int trial = 0; trial < 60; ++trial) {
      const std::vector<float> scores = random_scores(words, random);
      std::vector<std::uint32_t> heads;
      decode_tree(scores.data(), words, heads);
      ASSERT_TRUE(is_tree(heads));
      EXPECT_NEAR(total(scores, heads), best_total(scores, words), 1e-4);
    }
  }
}

TEST(TreeDecoder, GivesOneRootAndNoCycleForAnyScores) {
  Random random(11);
  for (const std::size_t words : {2U, 9U, 40U, 256U}) {
    for (int trial = 0; trial < 20; ++trial) {
      std::vector<float> scores = random_scores(words, random);
      // Words that would all rather be roots, or all hang in pairs.
      for (std::size_t i = 0; i < words; ++i)
        scores[i * (words + 1) + (trial % 2 == 0 ? 0 : (i ^ 1U) + 1) % (words + 1)] += 9;
      std::vector<std::uint32_t> heads;
      decode_tree(scores.data(), words, heads);
      ASSERT_TRUE(is_tree(heads));
    }
  }
}

TEST(TreeDecoder, PassesOverTheScoreOfAWordAsItsOwnHead) {
  std::vector<float> scores(3 * 4, 0.0F);
  for (std::size_t i = 0; i < 3; ++i) scores[i * 4 + i + 1] = 1e9F;
  scores[0] = 1;
  std::vector<std::uint32_t> heads;
  decode_tree(scores.data(), 3, heads);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_EQ(heads[0], 0U);
}

}  // namespace
}  // namespace habari::learned
