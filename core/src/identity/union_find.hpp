#pragma once

#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace habari {

/// Disjoint sets of numbers; a set is named by its smallest member, so the order of joins leaves no trace.
class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parents_(size) { std::iota(parents_.begin(), parents_.end(), 0U); }

  std::uint32_t find(std::uint32_t member) {
    while (parents_[member] != member) member = parents_[member] = parents_[parents_[member]];
    return member;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (b < a) std::swap(a, b);
    parents_[b] = a;
  }

 private:
  std::vector<std::uint32_t> parents_;
};

}  // namespace habari
