#include "analysis/model/name_decoder.hpp"

#include <algorithm>

namespace habari::learned {
namespace {

bool is_inside(std::size_t label) { return label != 0 && label % 2 == 0; }

/// The first of the highest.
std::uint32_t best_of(const std::vector<float>& sums) {
  return static_cast<std::uint32_t>(std::max_element(sums.begin(), sums.end()) - sums.begin());
}

}  // namespace

void NameDecoder::decode(const float* scores, std::size_t words, std::size_t columns, std::size_t kinds,
                         std::vector<NameRange>& names) {
  names.clear();
  if (words == 0) return;
  constexpr float impossible = -1e30F;
  const std::size_t labels = 1 + 2 * kinds;
  before_.resize(words * labels);
  sums_.resize(labels);
  for (std::size_t label = 0; label < labels; ++label) sums_[label] = is_inside(label) ? impossible : scores[label];
  for (std::size_t i = 1; i < words; ++i) {
    const std::uint32_t best = best_of(sums_);
    next_sums_.resize(labels);
    for (std::size_t label = 0; label < labels; ++label) {
      std::uint32_t from = best;
      if (is_inside(label)) {
        const std::size_t beginning = label - 1;
        from = static_cast<std::uint32_t>(sums_[beginning] >= sums_[label] ? beginning : label);
      }
      before_[i * labels + label] = from;
      next_sums_[label] = sums_[from] + scores[i * columns + label];
    }
    sums_.swap(next_sums_);
  }
  std::uint32_t label = best_of(sums_);
  auto end = static_cast<std::uint32_t>(words);
  for (std::size_t i = words; i-- > 0;) {
    const auto word = static_cast<std::uint32_t>(i);
    if (label % 2 == 1) names.push_back({word, end, label / 2});
    if (!is_inside(label)) end = word;
    if (i > 0) label = before_[i * labels + label];
  }
  std::reverse(names.begin(), names.end());
}

}  // namespace habari::learned
