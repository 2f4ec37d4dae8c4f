#pragma once

#include "analysis/learned/training/network.hpp"

#include <habari/extractors/trainer.hpp>

#include <vector>

namespace habari::learned {

/// Learns tags, trees and names from the gold sentences and, in each pass, from some of the silver ones, up to
/// `silver_ratio` times as many words. Short sentences are taken with short ones, in an order drawn anew for each pass,
/// at a rate that rises at first and then falls to nothing.
void train_network(TrainableNetwork& network, const std::vector<NetworkSentence>& gold,
                   const std::vector<NetworkSentence>& silver, const TrainingOptions& options);

}  // namespace habari::learned
