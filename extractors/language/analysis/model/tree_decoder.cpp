#include "analysis/model/tree_decoder.hpp"

#include <algorithm>

namespace habari::learned {
namespace {

using Node = std::uint32_t;

/// Node 0 is the root. `heads[0]` and the heads of inactive nodes are not looked at.
/// The first node found on a cycle (0: none).
Node find_cycle(const std::vector<Node>& heads, const std::vector<char>* active, std::vector<Node>& seen_in) {
  seen_in.assign(heads.size(), 0);
  for (Node start = 1; start < heads.size(); ++start) {
    if (active != nullptr && (*active)[start] == 0) continue;
    Node at = start;
    while (at != 0 && seen_in[at] == 0) {
      seen_in[at] = start;
      at = heads[at];
    }
    if (at != 0 && seen_in[at] == start) return at;
  }
  return 0;
}

/// A cycle that was made one node, by the name of its first.
struct Contraction {
  std::vector<Node> cycle;
  std::vector<Node> cycle_heads;
  std::vector<Node> enters;  ///< For each node outside as head: the cycle's node that it would take over.
  std::vector<Node> leaves;  ///< For each node outside as dependent: the cycle's node that would head it.
};

/// Maximum spanning arborescence over a dense graph; `scores[d * size + h]` is the arc h -> d. Takes `heads` as the
/// best head of each node.
class Arborescence {
 public:
  void solve(std::vector<float>& scores, std::vector<Node>& heads) {
    size_ = heads.size();
    active_.assign(size_, 1);
    contractions_.clear();
    while (const Node start = find_cycle(heads, &active_, seen_in_)) contract(start, scores, heads);
    for (std::size_t c = contractions_.size(); c-- > 0;) expand(contractions_[c], heads);
  }

 private:
  void contract(Node start, std::vector<float>& scores, std::vector<Node>& heads) {
    Contraction& one = contractions_.emplace_back();
    in_cycle_.assign(size_, 0);
    for (Node at = start; in_cycle_[at] == 0; at = heads[at]) {
      in_cycle_[at] = 1;
      one.cycle.push_back(at);
      one.cycle_heads.push_back(heads[at]);
    }
    one.enters.assign(size_, 0);
    one.leaves.assign(size_, 0);
    own_.clear();
    for (const Node v : one.cycle) own_.push_back(scores[v * size_ + heads[v]]);
    Node best_head = 0;
    for (Node o = 0; o < size_; ++o) {
      if (active_[o] == 0 || in_cycle_[o] != 0) continue;
      std::size_t enter = 0;
      std::size_t leave = 0;
      for (std::size_t k = 1; k < one.cycle.size(); ++k) {
        const auto gain = [&](std::size_t i) { return scores[one.cycle[i] * size_ + o] - own_[i]; };
        if (gain(k) > gain(enter)) enter = k;
        if (scores[o * size_ + one.cycle[k]] > scores[o * size_ + one.cycle[leave]]) leave = k;
      }
      one.enters[o] = one.cycle[enter];
      one.leaves[o] = one.cycle[leave];
      scores[start * size_ + o] = scores[one.cycle[enter] * size_ + o] - own_[enter];
      scores[o * size_ + start] = scores[o * size_ + one.cycle[leave]];
      if (scores[start * size_ + o] > scores[start * size_ + best_head]) best_head = o;
      if (o != 0 && in_cycle_[heads[o]] != 0) heads[o] = start;
    }
    for (std::size_t k = 1; k < one.cycle.size(); ++k) active_[one.cycle[k]] = 0;
    heads[start] = best_head;
  }

  /// Gives the nodes of a cycle, and those that hang on it, their own heads back.
  void expand(const Contraction& one, std::vector<Node>& heads) {
    const Node name = one.cycle.front();
    const Node head = heads[name];
    for (Node d = 1; d < size_; ++d) {
      if (active_[d] != 0 && heads[d] == name) heads[d] = one.leaves[d];
    }
    for (std::size_t k = 0; k < one.cycle.size(); ++k) {
      active_[one.cycle[k]] = 1;
      heads[one.cycle[k]] = one.cycle_heads[k];
    }
    heads[one.enters[head]] = head;
  }

  std::size_t size_ = 0;
  std::vector<char> active_;
  std::vector<char> in_cycle_;
  std::vector<Node> seen_in_;
  std::vector<float> own_;
  std::vector<Contraction> contractions_;
};

struct Scratch {
  std::vector<Node> best;
  std::vector<Node> seen_in;
  std::vector<float> graph;
  Arborescence arborescence;
};

/// Finds the tree over a price on arcs from the root that no other gain can outweigh, so that exactly one is left.
void solve_with_one_root(const float* scores, std::size_t words, Scratch& own) {
  const std::size_t size = words + 1;
  float low = scores[0];
  float high = scores[0];
  for (std::size_t at = 0; at < words * size; ++at) {
    if (at % size == at / size + 1) continue;
    low = std::min(low, scores[at]);
    high = std::max(high, scores[at]);
  }
  const float price = (high - low + 1.0F) * static_cast<float>(size);
  own.graph.assign(size * size, 0.0F);
  for (std::size_t i = 0; i < words; ++i) {
    float* row = own.graph.data() + (i + 1) * size;
    std::copy_n(scores + i * size, size, row);
    row[0] -= price;
    Node head = i == 0 ? 2 : 1;
    for (Node h = 1; h < size; ++h) {
      if (h != i + 1 && row[h] > row[head]) head = h;
    }
    own.best[i + 1] = row[0] > row[head] ? 0 : head;
  }
  own.arborescence.solve(own.graph, own.best);
}

}  // namespace

void decode_tree(const float* scores, std::size_t words, std::vector<std::uint32_t>& heads) {
  thread_local Scratch own;
  const std::size_t size = words + 1;
  heads.assign(words, 0);
  if (words < 2) return;
  // The root goes to the word that wants it most; the others take their best head: mostly a tree already.
  std::size_t root = 0;
  float lead = 0;
  own.best.assign(size, 0);
  for (std::size_t i = 0; i < words; ++i) {
    const float* row = scores + i * size;
    Node head = i == 0 ? 2 : 1;
    for (Node h = 1; h < size; ++h) {
      if (h != i + 1 && row[h] > row[head]) head = h;
    }
    own.best[i + 1] = head;
    const float margin = row[0] - row[head];
    if (i == 0 || margin > lead) {
      root = i + 1;
      lead = margin;
    }
  }
  own.best[root] = 0;
  if (find_cycle(own.best, nullptr, own.seen_in) != 0) solve_with_one_root(scores, words, own);
  for (std::size_t i = 0; i < words; ++i) heads[i] = own.best[i + 1];
}

}  // namespace habari::learned
