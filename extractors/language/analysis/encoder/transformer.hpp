#pragma once

#include "analysis/encoder/kernels.hpp"
#include "analysis/encoder/sections.hpp"
#include "analysis/model/model_file.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace habari::encoder {

/// A sentence, or a part of one, as the transformer takes it.
struct PieceSequence {
  std::vector<std::uint32_t> pieces;     ///< Of all words, without the begin and end pieces.
  std::vector<std::uint32_t> word_ends;  ///< Where each word's pieces end among them; every word has one at least.
};

/// What the transformer says of the words of a batch.
struct WordVectors {
  std::vector<float> tree;   ///< For each sentence a row for the root, then one for each word.
  std::vector<float> names;  ///< A row for each word.
};

/// A transformer encoder (Vaswani et al. 2017, norms behind each half layer, GELU) over pieces, with byte weights.
/// A word's vector is the mean of its pieces' vectors, each a weighted sum of the last layers' outputs.
class Transformer {
 public:
  /// Keeps views into `file`, which must outlive it.
  /// Errors: Error where a section is missing or does not fit the others.
  Transformer(const learned::ModelFile& file, const Sizes& sizes);

  /// Memory that is kept from batch to batch; one for each thread.
  struct Workspace {
    std::vector<float> x;       ///< A row a piece, all sentences one after the other, begin and end pieces included.
    std::vector<float> wide;    ///< Queries, keys and values, or the inner layer.
    std::vector<float> narrow;  ///< What is added to x.
    std::vector<std::uint8_t> bytes;
    std::vector<float> scales;
    std::vector<float> attention;
    std::vector<std::uint8_t> product;
    std::vector<float> tree_mix;
    std::vector<float> name_mix;
  };

  /// Requires: no sequence of more than longest_sequence() pieces, no number above the number of pieces.
  /// Cost: linear in the pieces but for attention, which is quadratic in a sentence's.
  void run(std::span<const PieceSequence> sentences, Workspace& workspace, WordVectors& vectors) const;

  std::size_t longest_sequence() const { return sizes_.positions - 2; }

 private:
  struct Layer {
    Weights qkv;
    Weights out;
    Weights inner;
    Weights outer;
    std::span<const float> attention_norm;
    std::span<const float> output_norm;
  };

  void embed(std::span<const PieceSequence> sentences, Workspace& w) const;
  void embed_piece(std::size_t piece, std::size_t position, float* out) const;
  void run_layer(const Layer& layer, std::span<const PieceSequence> sentences, Workspace& w) const;
  void multiply(const float* x, const Weights& weights, std::vector<float>& out, Workspace& w) const;
  void attend(std::span<const PieceSequence> sentences, Workspace& w) const;
  void add_to_mix(std::size_t layer, Workspace& w) const;
  void average(std::span<const PieceSequence> sentences, const Workspace& w, WordVectors& vectors) const;

  Sizes sizes_;
  ByteTable embeddings_;
  ByteTable positions_;
  std::span<const float> embedding_norm_;
  std::vector<Layer> layers_;
  std::span<const float> mix_;
};

}  // namespace habari::encoder
