#pragma once

#include <algorithm>
#include <vector>

namespace habari {

/// Makes a sorted set of a list.
template <typename Item>
void sort_unique(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

}  // namespace habari
