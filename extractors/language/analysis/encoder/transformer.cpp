#include "analysis/encoder/transformer.hpp"

#include "analysis/encoder/layout.hpp"

#include <algorithm>

namespace habari::encoder {
namespace {

/// Makes room without giving any back.
template <typename T>
void reserve_values(std::vector<T>& values, std::size_t count) {
  if (values.size() < count) values.resize(count);
}

std::size_t rows_of(const PieceSequence& sentence) { return sentence.pieces.size() + 2; }

std::size_t rows_of(std::span<const PieceSequence> sentences) {
  std::size_t rows = 0;
  for (const PieceSequence& sentence : sentences) rows += rows_of(sentence);
  return rows;
}

/// out = mean of the rows from `begin` to `end`.
void average_rows(const float* rows, std::size_t begin, std::size_t end, std::size_t width, float* out) {
  std::copy_n(rows + begin * width, width, out);
  for (std::size_t row = begin + 1; row < end; ++row) {
    for (std::size_t i = 0; i < width; ++i) out[i] += rows[row * width + i];
  }
  const float share = 1.0F / static_cast<float>(end - begin);
  for (std::size_t i = 0; i < width; ++i) out[i] *= share;
}

}  // namespace

Transformer::Transformer(const learned::ModelFile& file, const Sizes& sizes)
    : sizes_(sizes),
      embeddings_(read_table(file, section::embeddings, section::embedding_factors,
                             sizes.pieces + section::special_rows, sizes.width)),
      positions_(read_table(file, section::positions, section::position_factors, sizes.positions, sizes.width)),
      embedding_norm_(read_floats(file, section::embedding_norm, 2 * sizes.width)),
      mix_(read_floats(file, section::mix, 2 * sizes.mixed_layers)) {
  for (std::size_t l = 0; l < sizes.layers; ++l) {
    layers_.push_back({.qkv = read_weights(file, section::layer(l, "qkv"), sizes.width, 3 * sizes.width),
                       .out = read_weights(file, section::layer(l, "out"), sizes.width, sizes.width),
                       .inner = read_weights(file, section::layer(l, "inner"), sizes.width, sizes.inner),
                       .outer = read_weights(file, section::layer(l, "outer"), sizes.inner, sizes.width),
                       .attention_norm = read_floats(file, section::layer(l, "norm.attention"), 2 * sizes.width),
                       .output_norm = read_floats(file, section::layer(l, "norm.output"), 2 * sizes.width)});
  }
}

void Transformer::embed_piece(std::size_t piece, std::size_t position, float* out) const {
  const std::int8_t* row = embeddings_.rows.data() + piece * sizes_.width;
  const std::int8_t* place = positions_.rows.data() + position * sizes_.width;
  const float row_factor = embeddings_.factors[piece];
  const float place_factor = positions_.factors[position];
  for (std::size_t i = 0; i < sizes_.width; ++i) {
    out[i] = row_factor * static_cast<float>(row[i]) + place_factor * static_cast<float>(place[i]);
  }
}

void Transformer::embed(std::span<const PieceSequence> sentences, Workspace& w) const {
  float* out = w.x.data();
  for (const PieceSequence& sentence : sentences) {
    std::size_t position = 0;
    const auto add = [&](std::size_t piece) {
      embed_piece(piece, position++, out);
      out += sizes_.width;
    };
    add(sizes_.pieces);
    // The unknown piece has the number behind the last piece, and the row behind begin and end.
    for (const std::uint32_t piece : sentence.pieces) add(piece == sizes_.pieces ? sizes_.pieces + 2 : piece);
    add(sizes_.pieces + 1);
  }
  kernels().add_and_normalize(w.x.data(), nullptr, rows_of(sentences), sizes_.width, embedding_norm_.data(),
                              embedding_norm_.data() + sizes_.width);
}

void Transformer::multiply(const float* x, const Weights& weights, std::vector<float>& out, Workspace& w) const {
  const std::size_t rows = w.scales.size();
  kernels().quantize(x, rows, weights.inputs, w.bytes.data(), w.scales.data());
  kernels().multiply({w.bytes.data(), w.scales.data(), rows}, weights, w.product.data(), out.data());
}

void Transformer::attend(std::span<const PieceSequence> sentences, Workspace& w) const {
  const float* in = w.wide.data();
  float* out = w.narrow.data();
  for (const PieceSequence& sentence : sentences) {
    const std::size_t rows = rows_of(sentence);
    kernels().attend({in, rows, sizes_.attention_heads}, w.attention.data(), out);
    in += rows * 3 * sizes_.width;
    out += rows * sizes_.width;
  }
}

void Transformer::run_layer(const Layer& layer, std::span<const PieceSequence> sentences, Workspace& w) const {
  const std::size_t width = sizes_.width;
  const std::size_t rows = w.scales.size();
  const Kernels& k = kernels();
  multiply(w.x.data(), layer.qkv, w.wide, w);
  attend(sentences, w);
  multiply(w.narrow.data(), layer.out, w.narrow, w);
  k.add_and_normalize(w.x.data(), w.narrow.data(), rows, width, layer.attention_norm.data(),
                      layer.attention_norm.data() + width);
  multiply(w.x.data(), layer.inner, w.wide, w);
  k.gelu(w.wide.data(), rows * sizes_.inner);
  multiply(w.wide.data(), layer.outer, w.narrow, w);
  k.add_and_normalize(w.x.data(), w.narrow.data(), rows, width, layer.output_norm.data(),
                      layer.output_norm.data() + width);
}

void Transformer::add_to_mix(std::size_t layer, Workspace& w) const {
  const std::size_t first = sizes_.layers - sizes_.mixed_layers;
  if (layer < first) return;
  const std::size_t count = w.scales.size() * sizes_.width;
  const float tree = mix_[layer - first];
  const float names = mix_[sizes_.mixed_layers + layer - first];
  for (std::size_t i = 0; i < count; ++i) {
    w.tree_mix[i] += tree * w.x[i];
    w.name_mix[i] += names * w.x[i];
  }
}

void Transformer::average(std::span<const PieceSequence> sentences, const Workspace& w, WordVectors& vectors) const {
  const std::size_t width = sizes_.width;
  std::size_t words = 0;
  for (const PieceSequence& sentence : sentences) words += sentence.word_ends.size();
  vectors.tree.resize((words + sentences.size()) * width);
  vectors.names.resize(words * width);
  float* tree = vectors.tree.data();
  float* names = vectors.names.data();
  std::size_t first = 0;
  for (const PieceSequence& sentence : sentences) {
    std::copy_n(w.tree_mix.data() + first * width, width, tree);
    tree += width;
    std::size_t begin = first + 1;
    for (const std::uint32_t word_end : sentence.word_ends) {
      const std::size_t end = first + 1 + word_end;
      average_rows(w.tree_mix.data(), begin, end, width, tree);
      average_rows(w.name_mix.data(), begin, end, width, names);
      tree += width;
      names += width;
      begin = end;
    }
    first += rows_of(sentence);
  }
}

void Transformer::run(std::span<const PieceSequence> sentences, Workspace& w, WordVectors& vectors) const {
  const std::size_t rows = rows_of(sentences);
  std::size_t longest = 0;
  for (const PieceSequence& sentence : sentences) longest = std::max(longest, rows_of(sentence));
  w.scales.resize(rows);
  reserve_values(w.x, rows * sizes_.width);
  reserve_values(w.wide, rows * std::max(3 * sizes_.width, sizes_.inner));
  reserve_values(w.narrow, rows * sizes_.width);
  reserve_values(w.bytes, rows * std::max(sizes_.width, sizes_.inner));
  reserve_values(w.attention, attention_scratch(longest));
  reserve_values(w.product, product_scratch(std::max(sizes_.width, sizes_.inner)));
  w.tree_mix.assign(rows * sizes_.width, 0.0F);
  w.name_mix.assign(rows * sizes_.width, 0.0F);
  embed(sentences, w);
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    run_layer(layers_[l], sentences, w);
    add_to_mix(l, w);
  }
  average(sentences, w, vectors);
}

}  // namespace habari::encoder
