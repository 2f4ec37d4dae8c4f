#pragma once

#include "analysis/learned/training/network.hpp"

#include <habari/extractors/trainer.hpp>

#include <vector>

namespace habari::learned {

/// Trains over the sentences: short ones with short ones, in an order drawn anew for each epoch, at a rate that rises
/// at first and then falls to nothing.
void train_network(TrainableNetwork& network, const std::vector<NetworkSentence>& sentences,
                   const TrainingOptions& options);

}  // namespace habari::learned
