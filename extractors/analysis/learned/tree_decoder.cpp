#include "analysis/learned/tree_decoder.hpp"

#include <algorithm>

namespace habari::learned {
namespace {

/// Number of the first node on a cycle (0: none). `heads[0]` is not looked at.
std::size_t find_cycle(const std::vector<std::size_t>& heads) {
  std::vector<std::size_t> seen_in(heads.size(), 0);
  for (std::size_t start = 1; start < heads.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen_in[at] == 0) {
      seen_in[at] = start;
      at = heads[at];
    }
    if (at != 0 && seen_in[at] == start) return at;
  }
  return 0;
}

/// Maximum spanning arborescence from node 0 over a dense graph; `scores[d * size + h]` is the arc h -> d.
std::vector<std::size_t> arborescence(std::vector<float> scores, std::size_t size) {
  std::vector<std::size_t> heads(size, 0);
  for (std::size_t d = 1; d < size; ++d) {
    std::size_t best = d == 1 ? 0 : 1;
    for (std::size_t h = 0; h < size; ++h) {
      if (h != d && scores[d * size + h] > scores[d * size + best]) best = h;
    }
    if (scores[d * size] >= scores[d * size + best]) best = 0;
    heads[d] = best;
  }
  const std::size_t cycle_start = find_cycle(heads);
  if (cycle_start == 0) return heads;

  std::vector<char> in_cycle(size, 0);
  std::vector<std::size_t> cycle;
  for (std::size_t at = cycle_start; in_cycle[at] == 0; at = heads[at]) {
    in_cycle[at] = 1;
    cycle.push_back(at);
  }
  // The contracted graph: the nodes outside, in order, then one node for the cycle.
  std::vector<std::size_t> outside;
  for (std::size_t v = 0; v < size; ++v) {
    if (in_cycle[v] == 0) outside.push_back(v);
  }
  const std::size_t small = outside.size() + 1;
  const std::size_t joint = small - 1;
  std::vector<float> contracted(small * small, 0.0F);
  std::vector<std::size_t> enters(small, 0);  // For each outside head: the cycle's word that it would take over.
  std::vector<std::size_t> leaves(small, 0);  // For each outside word: the cycle's word that would head it.
  for (std::size_t i = 0; i < joint; ++i) {
    for (std::size_t j = 0; j < joint; ++j) contracted[i * small + j] = scores[outside[i] * size + outside[j]];
    std::size_t best_leave = cycle.front();
    std::size_t best_enter = cycle.front();
    const auto gain = [&](std::size_t v) { return scores[v * size + outside[i]] - scores[v * size + heads[v]]; };
    for (const std::size_t v : cycle) {
      if (scores[outside[i] * size + v] > scores[outside[i] * size + best_leave]) best_leave = v;
      if (gain(v) > gain(best_enter)) best_enter = v;
    }
    contracted[i * small + joint] = scores[outside[i] * size + best_leave];
    contracted[joint * small + i] = gain(best_enter);
    leaves[i] = best_leave;
    enters[i] = best_enter;
  }
  const std::vector<std::size_t> inner = arborescence(std::move(contracted), small);
  for (std::size_t i = 1; i < joint; ++i) heads[outside[i]] = inner[i] == joint ? leaves[i] : outside[inner[i]];
  heads[enters[inner[joint]]] = outside[inner[joint]];
  return heads;
}

}  // namespace

void decode_tree(const float* scores, std::size_t words, std::vector<std::uint32_t>& heads) {
  const std::size_t size = words + 1;
  heads.assign(words, 0);
  if (words < 2) return;
  // The root goes to the word that wants it most; the others take their best head: mostly a tree already.
  std::size_t root = 0;
  float lead = 0;
  std::vector<std::size_t> best(size, 0);
  for (std::size_t i = 0; i < words; ++i) {
    const float* row = scores + i * size;
    std::size_t head = i == 0 ? 2 : 1;
    for (std::size_t h = 1; h < size; ++h) {
      if (h != i + 1 && row[h] > row[head]) head = h;
    }
    best[i + 1] = head;
    const float margin = row[0] - row[head];
    if (i == 0 || margin > lead) {
      root = i + 1;
      lead = margin;
    }
  }
  best[root] = 0;
  if (find_cycle(best) != 0) {
    // A price on arcs from the root that no other gain can outweigh leaves exactly one of them.
    float low = scores[0];
    float high = scores[0];
    for (std::size_t at = 0; at < words * size; ++at) {
      if (at % size == at / size + 1) continue;
      low = std::min(low, scores[at]);
      high = std::max(high, scores[at]);
    }
    const float price = (high - low + 1.0F) * static_cast<float>(size);
    std::vector<float> graph(size * size, 0.0F);
    for (std::size_t i = 0; i < words; ++i) {
      std::copy_n(scores + i * size, size, graph.data() + (i + 1) * size);
      graph[(i + 1) * size] -= price;
    }
    best = arborescence(std::move(graph), size);
  }
  for (std::size_t i = 0; i < words; ++i) heads[i] = static_cast<std::uint32_t>(best[i + 1]);
}

}  // namespace habari::learned
