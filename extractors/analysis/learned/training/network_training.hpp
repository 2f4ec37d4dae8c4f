#pragma once

#include "analysis/learned/training/network.hpp"

#include <habari/extractors/trainer.hpp>

#include <vector>

namespace habari::learned {

/// Learns the neighbours of words in sentences of any kind, the first layer only.
void train_neighbours(TrainableNetwork& network, const std::vector<NetworkSentence>& sentences,
                      const std::vector<std::uint32_t>& word_counts, const TrainingOptions& options);

/// Learns tags and trees from the treebank's sentences and, in each epoch, from as many words of what teachers read
/// elsewhere.
/// Both take short sentences with short ones, in an order drawn anew for each epoch, at a rate that rises at first and
/// then falls to nothing.
void train_network(TrainableNetwork& network, const std::vector<NetworkSentence>& treebank,
                   const std::vector<NetworkSentence>& taught, const TrainingOptions& options);

}  // namespace habari::learned
