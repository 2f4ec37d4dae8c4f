#include "query/name_folding.hpp"
#include "query/names.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

namespace habari {
namespace {

/// What a word costs that nothing near stands for: more than the edits of any that is near.
constexpr std::size_t word_price = 3;

/// Characters to put in, take out, exchange or swap with their neighbour; more than `most` where it takes more.
/// Source: optimal string alignment, Boytsov, Indexing methods for approximate dictionary searching, 2011.
std::size_t edits(const std::u32string& a, const std::u32string& b, std::size_t most) {
  const std::size_t difference = a.size() < b.size() ? b.size() - a.size() : a.size() - b.size();
  if (difference > most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
    before.swap(last);
    last.swap(row);
  }
  return last.back();
}

/// A number for each character of valid UTF-8, different for different ones.
std::u32string characters(std::string_view text) {
  std::u32string points;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U && !points.empty()) {
      points.back() = points.back() << 6U | (byte & 0x3FU);
    } else {
      points += byte < 0x80U ? byte : byte & 0x1FU;
    }
  }
  return points;
}

/// Short words have many neighbours by chance.
std::size_t most_edits(std::size_t length) { return length < 4 ? 0 : length < 7 ? 1 : 2; }

/// How far a known word is from a wanted one; nothing where it is another word. One that goes on is one edit away.
std::optional<std::size_t> distance(std::string_view wanted, const std::u32string& points, std::string_view known) {
  if (known.starts_with(wanted)) return known.size() == wanted.size() ? 0 : 1;
  const std::size_t most = most_edits(points.size());
  if (most == 0 || known.size() > 4 * (points.size() + most)) return std::nullopt;
  const std::size_t found = edits(points, characters(known), most);
  return found <= most ? std::optional(found) : std::nullopt;
}

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
  const std::u32string points = characters(word);
  std::map<std::uint32_t, std::size_t> saved;
  for (std::uint32_t i = 0; i < words_.size(); ++i) {
    const auto away = distance(word, points, words_[StringId(i)]);
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
