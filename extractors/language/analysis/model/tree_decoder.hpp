#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace habari::learned {

/// The best tree over `words` words: one root, no cycle, crossing arcs allowed.
/// `scores` is words x (words + 1): row i holds the score of each head of word i + 1, column 0 being the root;
/// a word's score as its own head is not looked at. Heads are 1-based, 0 for the root.
/// Requires: finite scores.   Cost: O(n^2) where the best heads already make a tree, O(n^3) at worst.
/// Source: Chu and Liu 1965, Edmonds 1967.
void decode_tree(const float* scores, std::size_t words, std::vector<std::uint32_t>& heads);

}  // namespace habari::learned
