#pragma once

#include "analysis/learned/training/network.hpp"

#include <vector>

namespace habari::learned {

/// What one step of training keeps between its way up and its way down.
struct TrainableNetwork::Pass {
  explicit Pass(const Batch& sentences) : batch(&sentences), layout(lengths(sentences)) {}

  static std::vector<std::size_t> lengths(const Batch& sentences) {
    std::vector<std::size_t> out;
    for (const NetworkSentence* sentence : sentences) out.push_back(sentence->words.size());
    return out;
  }
  /// What a word counts.
  float weight() const { return 1.0F / static_cast<float>(layout.words()); }

  const Batch* batch;
  BatchLayout layout;
  std::vector<Source> sources;
  std::vector<Matrix> inputs;  ///< To each layer, and the top.
  std::vector<Matrix> input_masks;
  Matrix heads;      ///< All linear outputs side by side.
  Matrix head_mask;  ///< Over the arc and label parts.
  Matrix dheads;
  Matrix dtop;  ///< Of the top layer, as far as it does not come through `heads`.
};

/// Multiplies by a fresh dropout mask and keeps it.
void drop(Matrix& values, Matrix& mask, float rate, Random& random);

}  // namespace habari::learned
