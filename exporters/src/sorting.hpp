#pragma once

#include <algorithm>
#include <span>
#include <vector>

namespace habari {

/// Makes a sorted set of a list.
template <typename Item>
void sort_unique(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

/// The items whose `of` is `key`. Requires: sorted by it.
template <typename Item, typename Key, typename Of>
std::span<const Item> equal_rows(const std::vector<Item>& items, const Key& key, Of of) {
  const auto first = std::ranges::lower_bound(items, key, {}, of);
  return {first, std::ranges::upper_bound(first, items.end(), key, {}, of)};
}

}  // namespace habari
