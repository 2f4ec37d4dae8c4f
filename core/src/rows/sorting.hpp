#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

namespace habari {

/// Makes a sorted set of a list.
template <typename T>
void sort_unique(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// What two sorted sets have in common.
template <typename T>
std::vector<T> shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

/// Whether two sorted sets have anything in common.
template <typename T>
bool intersect(const std::vector<T>& a, const std::vector<T>& b) {
  auto left = a.begin();
  auto right = b.begin();
  while (left != a.end() && right != b.end()) {
    if (*left == *right) return true;
    *left < *right ? ++left : ++right;
  }
  return false;
}

}  // namespace habari
