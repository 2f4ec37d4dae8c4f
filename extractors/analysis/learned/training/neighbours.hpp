#pragma once

#include "analysis/learned/training/network.hpp"
#include "analysis/learned/training/optimizer.hpp"

#include <cstdint>
#include <vector>

namespace habari::learned {

/// Learns from raw text before the treebank is looked at: the first layer's forward half shall know the next word, its
/// backward half the one before. So words get their embeddings from all text there is.
/// Scores are compared with those of the batch's own words and a draw of others (sampled softmax).
class NeighbourTrainer {
 public:
  /// `word_counts` of each row of the network's word table, in all text.
  NeighbourTrainer(TrainableNetwork& network, std::vector<std::uint32_t> word_counts);

  /// One step; returns the mean loss of a prediction.
  double train(const TrainableNetwork::Batch& batch, const NetworkRates& rates, float rate);

 private:
  void draw_candidates(const TrainableNetwork::Batch& batch);

  TrainableNetwork& network_;
  Parameter outputs_;  ///< word rows x (hidden + 1); the last column is the bias.
  Optimizer optimizer_;
  std::vector<std::uint32_t> draws_;  ///< Rows, as often as they shall be drawn.
  std::vector<float> log_chance_;     ///< Of being a candidate, by row.
  std::vector<std::uint32_t> candidates_;
  std::vector<std::uint32_t> place_;  ///< Of a row among the candidates, or `none`.
};

}  // namespace habari::learned
