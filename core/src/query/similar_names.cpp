#include <habari/core/near_word.hpp>
#include "query/name_folding.hpp"
#include "query/names.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <tuple>

namespace habari {
namespace {

/// What a word costs that nothing near stands for: more than the edits of any that is near.
constexpr std::uint32_t word_price = 3;
constexpr std::uint32_t too_much = std::numeric_limits<std::uint32_t>::max();

}  // namespace

/// Adds what each name, by its number in folded_, saves of the price of `word` by having something near it.
void EntityNames::add_savings(std::string_view word, std::vector<std::uint32_t>& saved) const {
  const NearWord wanted(word);
  std::vector<std::uint32_t> most(folded_.size());
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const auto away = wanted.distance(words_[StringId(i)]);
    if (!away) continue;
    const auto saving = word_price - static_cast<std::uint32_t>(*away);
    for (auto at = std::lower_bound(names_.begin(), names_.end(), Pair(i, 0)); at != names_.end() && at->first == i;
         ++at) {
      most[at->second] = std::max(most[at->second], saving);
    }
  }
  std::transform(saved.begin(), saved.end(), most.begin(), saved.begin(), std::plus());
}

/// By vertex: what its name costs that costs least; too_much where less than half of each name is there.
std::vector<std::uint32_t> EntityNames::costs_of_being(std::string_view name) const {
  std::vector<std::uint32_t> saved(folded_.size());
  std::uint32_t price = 0;
  for_each_word(fold_name(name), [&](std::string_view word) {
    price += word_price;
    add_savings(word, saved);
  });
  std::vector<std::uint32_t> costs(graph_.entity_count(), too_much);
  if (price == 0) return costs;  // A name without a word is near nothing.
  for (const auto& [number, v] : vertices_) {
    const std::uint32_t cost = price - saved[number];
    if (2 * cost <= price + 1) costs[v] = std::min(costs[v], cost);
  }
  return costs;
}

std::vector<Vertex> EntityNames::similar(std::string_view name, std::size_t limit) const {
  const std::vector<std::uint32_t> costs = costs_of_being(name);
  std::vector<Vertex> found;
  for (Vertex v = 0; v < graph_.entity_count(); ++v) {
    if (costs[v] != too_much) found.push_back(v);
  }
  const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), limit));
  std::partial_sort(found.begin(), end, found.end(), [&](Vertex a, Vertex b) {
    return std::tuple(costs[a], graph_.entity(b).mentions.size(), a) <
           std::tuple(costs[b], graph_.entity(a).mentions.size(), b);
  });
  found.erase(end, found.end());
  return found;
}

}  // namespace habari
