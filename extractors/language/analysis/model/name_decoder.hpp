#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace habari::learned {

/// A name over the words first to end - 1, of kind number `kind`.
struct NameRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  std::uint32_t kind = 0;
  friend auto operator<=>(const NameRange&, const NameRange&) = default;
};

/// Finds the names of a sentence.
class NameDecoder {
 public:
  /// `scores` is words x columns; its first 1 + 2 * kinds columns are outside, then beginning and inside of each kind.
  /// Gives the names of the best sequence of labels in which inside follows beginning or inside of its own kind, in
  /// text order. Cost: linear in words x kinds.
  void decode(const float* scores, std::size_t words, std::size_t columns, std::size_t kinds,
              std::vector<NameRange>& names);

 private:
  std::vector<float> sums_;  ///< Of the best sequence that ends in each label.
  std::vector<float> next_sums_;
  std::vector<std::uint32_t> before_;  ///< words x labels: the label before.
};

}  // namespace habari::learned
