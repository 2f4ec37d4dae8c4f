#include "analysis/encoder/network.hpp"

namespace habari::encoder {

EncoderNetwork::EncoderNetwork(const learned::ModelFile& file)
    : sizes_(read_sizes(file)), pieces_(file, sizes_.pieces), transformer_(file, sizes_), heads_(file, sizes_) {}

void EncoderNetwork::run(std::span<const PieceSequence> sentences, Workspace& workspace,
                         std::span<Reading> readings) const {
  transformer_.run(sentences, workspace.transformer, workspace.vectors);
  const float* tree = workspace.vectors.tree.data();
  const float* names = workspace.vectors.names.data();
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const std::size_t words = sentences[s].word_ends.size();
    heads_.run(tree, names, words, workspace.heads, readings[s]);
    tree += (words + 1) * sizes_.width;
    names += words * sizes_.width;
  }
}

}  // namespace habari::encoder
