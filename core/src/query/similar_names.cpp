#include "query/name_folding.hpp"
#include "query/names.hpp"
#include "query/near_word.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace habari {
namespace {

/// What a word costs that nothing near stands for: more than the edits of any that is near.
constexpr std::size_t word_price = 3;

template <typename Use>
void for_each_value(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, std::uint32_t key, Use use) {
  for (auto at = std::lower_bound(pairs.begin(), pairs.end(), std::pair(key, 0U));
       at != pairs.end() && at->first == key; ++at) {
    use(at->second);
  }
}

}  // namespace

/// By number in folded_: what the names that have something near `word` save of its price.
std::map<std::uint32_t, std::size_t> EntityNames::savings(std::string_view word) const {
  const NearWord wanted(word);
  std::map<std::uint32_t, std::size_t> saved;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const auto away = wanted.distance(words_[StringId(i)]);
    if (!away) continue;
    for_each_value(names_, i, [&](std::uint32_t name) {
      std::size_t& most = saved[name];
      most = std::max(most, word_price - *away);
    });
  }
  return saved;
}

std::vector<Vertex> EntityNames::similar(std::string_view name, std::size_t limit) const {
  std::map<std::uint32_t, std::size_t> saved;
  std::size_t price = 0;
  for_each_word(fold_name(name), [&](std::string_view word) {
    price += word_price;
    for (const auto& [number, saving] : savings(word)) saved[number] += saving;
  });
  std::map<Vertex, std::size_t> costs;
  for (const auto& [number, saving] : saved) {
    const std::size_t cost = price - saving;
    if (2 * cost > price + 1) continue;  // Less than half of it is there.
    for_each_value(vertices_, number, [&](Vertex v) {
      const auto [known, added] = costs.try_emplace(v, cost);
      if (!added) known->second = std::min(known->second, cost);
    });
  }
  std::vector<Vertex> found;
  for (const auto& [v, cost] : costs) found.push_back(v);
  std::stable_sort(found.begin(), found.end(), [&](Vertex a, Vertex b) {
    return std::tuple(costs.at(a), graph_.entity(b).mentions.size()) <
           std::tuple(costs.at(b), graph_.entity(a).mentions.size());
  });
  found.resize(std::min(found.size(), limit));
  return found;
}

}  // namespace habari
