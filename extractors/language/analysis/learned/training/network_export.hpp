#pragma once

#include "analysis/learned/training/network.hpp"
#include "analysis/learned/training/network_data.hpp"
#include "analysis/model/model_file.hpp"

#include <vector>

namespace habari::learned {

/// Writes a trained network as bytes: each output of a matrix, and each embedding table, with a factor of its own.
/// `sample` shows how far the embeddings' sums reach.
void export_network(TrainableNetwork& network, const NetworkLabels& labels, const std::vector<NetworkSentence>& sample,
                    ModelWriter& out);

}  // namespace habari::learned
