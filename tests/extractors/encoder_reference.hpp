#pragma once

#include "analysis/encoder/layout.hpp"
#include "analysis/encoder/sections.hpp"
#include "analysis/encoder/transformer.hpp"
#include "analysis/model/kernels.hpp"
#include "analysis/model/model_file.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

namespace habari::encoder {

/// The encoder in double precision, as plainly as its description reads, without bytes for activations.
class Reference {
 public:
  using Row = std::vector<double>;
  using Rows = std::vector<Row>;

  explicit Reference(const learned::ModelFile& file) : file_(file), sizes_(read_sizes(file)) {}

  struct Vectors {
    Rows tree;  ///< The root's first.
    Rows names;
  };
  Vectors run(const PieceSequence& sentence) const {
    Rows x = embed(sentence);
    Rows tree(x.size(), Row(sizes_.width, 0));
    Rows names = tree;
    const auto mix = file_.values<float>(section::mix, 2 * sizes_.mixed_layers);
    for (std::size_t l = 0; l < sizes_.layers; ++l) {
      run_layer(l, x);
      const std::size_t first = sizes_.layers - sizes_.mixed_layers;
      if (l < first) continue;
      for (std::size_t r = 0; r < x.size(); ++r) {
        add(tree[r], x[r], mix[l - first]);
        add(names[r], x[r], mix[sizes_.mixed_layers + l - first]);
      }
    }
    Vectors vectors{.tree = {tree[0]}, .names = {}};
    std::size_t begin = 0;
    for (const std::uint32_t end : sentence.word_ends) {
      vectors.tree.push_back(mean(tree, begin + 1, end + 1));
      vectors.names.push_back(mean(names, begin + 1, end + 1));
      begin = end;
    }
    return vectors;
  }

  Row multiply(const Row& x, const std::string& name, std::size_t outputs) const {
    const Weights w = read_weights(file_, name, x.size(), outputs);
    Row out(outputs);
    for (std::size_t n = 0; n < outputs; ++n) {
      double sum = 0;
      for (std::size_t k = 0; k < x.size(); ++k) {
        sum += x[k] * w.values[learned::packed_place(n, k, outputs, x.size())];
      }
      out[n] = w.biases[n] + static_cast<double>(w.factors[n]) * sum;
    }
    return out;
  }

 private:
  static void add(Row& to, const Row& row, double factor) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += factor * row[i];
  }

  static Row mean(const Rows& rows, std::size_t begin, std::size_t end) {
    Row out(rows[0].size(), 0);
    for (std::size_t r = begin; r < end; ++r) add(out, rows[r], 1.0 / static_cast<double>(end - begin));
    return out;
  }

  void normalize(Row& row, const std::string& name) const {
    const auto norm = file_.values<float>(name, 2 * sizes_.width);
    double middle = 0;
    double variance = 0;
    for (const double x : row) middle += x / static_cast<double>(row.size());
    for (const double x : row) variance += (x - middle) * (x - middle) / static_cast<double>(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
      row[i] = (row[i] - middle) / std::sqrt(variance + 1e-12) * norm[i] + norm[sizes_.width + i];
    }
  }

  Rows embed(const PieceSequence& sentence) const {
    std::vector<std::size_t> numbers{sizes_.pieces};
    for (const std::uint32_t piece : sentence.pieces) numbers.push_back(piece == sizes_.pieces ? piece + 2 : piece);
    numbers.push_back(sizes_.pieces + 1);
    const auto table = file_.values<std::int8_t>(section::embeddings);
    const auto factors = file_.values<float>(section::embedding_factors);
    const auto places = file_.values<std::int8_t>(section::positions);
    const auto place_factors = file_.values<float>(section::position_factors);
    Rows rows;
    for (std::size_t p = 0; p < numbers.size(); ++p) {
      Row row(sizes_.width);
      for (std::size_t i = 0; i < sizes_.width; ++i) {
        row[i] = static_cast<double>(factors[numbers[p]]) * table[numbers[p] * sizes_.width + i] +
                 static_cast<double>(place_factors[p]) * places[p * sizes_.width + i];
      }
      normalize(row, section::embedding_norm);
      rows.push_back(row);
    }
    return rows;
  }

  Row attend(const Rows& qkv, std::size_t query) const {
    Row out(sizes_.width, 0);
    for (std::size_t head = 0; head < sizes_.attention_heads; ++head) {
      Row weights;
      double total = 0;
      for (const Row& key : qkv) {
        double score = 0;
        for (std::size_t d = head * 32; d < head * 32 + 32; ++d) score += qkv[query][d] * key[sizes_.width + d];
        weights.push_back(std::exp(score / std::sqrt(32.0)));
        total += weights.back();
      }
      for (std::size_t j = 0; j < qkv.size(); ++j) {
        for (std::size_t d = head * 32; d < head * 32 + 32; ++d) {
          out[d] += weights[j] / total * qkv[j][2 * sizes_.width + d];
        }
      }
    }
    return out;
  }

  void run_layer(std::size_t l, Rows& x) const {
    Rows qkv;
    for (const Row& row : x) qkv.push_back(multiply(row, section::layer(l, "qkv"), 3 * sizes_.width));
    for (std::size_t r = 0; r < x.size(); ++r) {
      add(x[r], multiply(attend(qkv, r), section::layer(l, "out"), sizes_.width), 1);
      normalize(x[r], section::layer(l, "norm.attention"));
      Row inner = multiply(x[r], section::layer(l, "inner"), sizes_.inner);
      for (double& v : inner) v = 0.5 * v * (1 + std::tanh(std::sqrt(2 / M_PI) * (v + 0.044715 * v * v * v)));
      add(x[r], multiply(inner, section::layer(l, "outer"), sizes_.width), 1);
      normalize(x[r], section::layer(l, "norm.output"));
    }
  }

  const learned::ModelFile& file_;
  Sizes sizes_;
};

}  // namespace habari::encoder
