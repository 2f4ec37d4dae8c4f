#include "analysis/learned/training/network_pass.hpp"
#include "analysis/model/distance.hpp"

#include <algorithm>
#include <cmath>

namespace habari::learned {
namespace {

constexpr std::uint32_t none = NetworkSentence::none;

/// Turns scores into the gradient of -log softmax at `gold`; returns that loss.
double softmax_gradient(float* scores, std::size_t count, std::size_t gold, float weight) {
  const float highest = *std::max_element(scores, scores + count);
  const float own = scores[gold] - highest;
  const float sum = kernels().exponentials(scores, count, highest);
  const float factor = weight / sum;
  for (std::size_t i = 0; i < count; ++i) scores[i] *= factor;
  scores[gold] -= weight;
  return std::log(static_cast<double>(sum)) - own;
}

}  // namespace

double TrainableNetwork::score_tags(Pass& pass) {
  const std::size_t first = 2 * shape_.arc + 2 * shape_.label;
  const float weight = pass.weight();
  double loss = 0;
  std::array<Targets, upos_count> targets;
  std::size_t row = 0;
  for (const NetworkSentence* sentence : *pass.batch) {
    for (const NetworkSentence::Word& word : sentence->words) {
      if (word.tag != none) {
        const std::uint32_t upos = tag_upos_[word.tag];
        float* d = pass.dheads.row(row) + first;
        std::copy_n(pass.heads.row(row) + first, upos_count, d);
        loss += softmax_gradient(d, upos_count, upos, weight);
        targets[upos].add(row, word.tag - groups_[upos].first);
      }
      ++row;
    }
  }
  for (std::size_t upos = 0; upos < upos_count; ++upos) {
    if (groups_[upos].count > 1) loss += score_columns(pass, tags_weight, tags_bias, groups_[upos], targets[upos]);
  }
  return loss * weight;
}

double TrainableNetwork::score_columns(Pass& pass, Parameter& weights, Parameter& bias, const Columns& columns,
                                       const Targets& targets) {
  if (targets.rows.empty()) return 0;
  const Matrix& top = pass.inputs[shape_.layers];
  const std::size_t count = columns.count;
  const std::size_t width = weights.weight.columns;
  Matrix x;
  x.reshape(targets.rows.size(), top.columns);
  for (std::size_t k = 0; k < x.rows; ++k) std::copy_n(top.row(targets.rows[k]), top.columns, x.row(k));
  PackedMatrix packed;
  packed.pack(weights.weight.values.data() + columns.first, width, 1, top.columns, count);
  Matrix scores;
  scores.reshape(x.rows, count);
  packed.multiply(x.values.data(), x.columns, 1, x.rows, scores.values.data(), count, false);
  double loss = 0;
  for (std::size_t k = 0; k < x.rows; ++k) {
    kernels().add_scaled(scores.row(k), bias.weight.values.data() + columns.first, 1.0F, count);
    loss += softmax_gradient(scores.row(k), count, targets.golds[k], pass.weight());
    kernels().add_scaled(bias.gradient.values.data() + columns.first, scores.row(k), 1.0F, count);
  }
  packed.pack(scores);
  packed.multiply(x.values.data(), 1, x.columns, x.columns, weights.gradient.values.data() + columns.first, width,
                  true);
  packed.pack(weights.weight.values.data() + columns.first, 1, width, count, top.columns);
  packed.multiply(scores.values.data(), count, 1, x.rows, x.values.data(), x.columns, false);
  for (std::size_t k = 0; k < x.rows; ++k) {
    kernels().add_scaled(pass.dtop.row(targets.rows[k]), x.row(k), 1.0F, x.columns);
  }
  return loss;
}

double TrainableNetwork::score_names(Pass& pass) {
  Targets targets;
  std::size_t row = 0;
  for (const NetworkSentence* sentence : *pass.batch) {
    for (const NetworkSentence::Word& word : sentence->words) {
      if (word.name != none) targets.add(row, word.name);
      ++row;
    }
  }
  return score_columns(pass, names_weight, names_bias, {0, shape_.names}, targets) * pass.weight();
}

double TrainableNetwork::score_arcs(Pass& pass) {
  const std::size_t a = shape_.arc;
  const float weight = pass.weight();
  double loss = 0;
  Matrix governors;
  Matrix scores;
  Matrix dgovernors;
  PackedMatrix packed;
  for (std::size_t b = 0; b < pass.batch->size(); ++b) {
    const NetworkSentence& sentence = *(*pass.batch)[b];
    const std::size_t n = sentence.words.size();
    const std::size_t start = pass.layout.starts[b];
    governors.reshape(n + 1, a);
    std::copy_n(root_arc.weight.row(0), a, governors.row(0));
    for (std::size_t i = 0; i < n; ++i) std::copy_n(pass.heads.row(start + i) + a, a, governors.row(i + 1));
    scores.reshape(n, n + 1);
    packed.pack_transposed(governors);
    packed.multiply(pass.heads.row(start), pass.heads.columns, 1, n, scores.values.data(), n + 1, false);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t h = 0; h <= n; ++h) {
        if (h != i + 1) scores.row(i)[h] += distance.weight.values[distance_class(i + 1, h)];
      }
      scores.row(i)[i + 1] = -1e9F;
    }
    for (std::size_t i = 0; i < n; ++i) {
      if (sentence.words[i].head == none) {
        std::fill_n(scores.row(i), n + 1, 0.0F);
        continue;
      }
      loss += softmax_gradient(scores.row(i), n + 1, sentence.words[i].head, weight);
      for (std::size_t h = 0; h <= n; ++h) {
        if (h != i + 1) distance.gradient.values[distance_class(i + 1, h)] += scores.row(i)[h];
      }
    }
    packed.pack(governors);
    packed.multiply(scores.values.data(), n + 1, 1, n, pass.dheads.row(start), pass.dheads.columns, true);
    dgovernors.reshape(n + 1, a);
    packed.pack(pass.heads.row(start), pass.heads.columns, 1, n, a);
    packed.multiply(scores.values.data(), 1, n + 1, n + 1, dgovernors.values.data(), a, false);
    kernels().add_scaled(root_arc.gradient.row(0), dgovernors.row(0), 1.0F, a);
    for (std::size_t i = 0; i < n; ++i) {
      kernels().add_scaled(pass.dheads.row(start + i) + a, dgovernors.row(i + 1), 1.0F, a);
    }
  }
  return loss * weight;
}

double TrainableNetwork::score_labels(Pass& pass, const NetworkRates& rates) {
  const std::size_t l = shape_.label;
  const std::size_t first = 2 * shape_.arc;
  const float weight = pass.weight();
  struct Arc {
    std::size_t row;
    std::size_t head_row;  ///< `none` for the root.
    std::size_t distance;
    std::uint32_t gold;
  };
  std::vector<Arc> arcs;
  for (std::size_t b = 0; b < pass.batch->size(); ++b) {
    const NetworkSentence& sentence = *(*pass.batch)[b];
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const std::uint32_t head = sentence.words[i].head;
      const std::uint32_t gold = sentence.words[i].relation;
      if (head == none || gold == none) continue;
      const std::size_t start = pass.layout.starts[b];
      arcs.push_back({start + i, head == 0 ? none : start + head - 1, distance_class(i + 1, head), gold});
    }
  }
  if (arcs.empty()) return 0;
  Matrix mixed;
  mixed.reshape(arcs.size(), l);
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    const Arc& arc = arcs[k];
    float* z = mixed.row(k);
    const float* governor = arc.head_row == none ? root_label.weight.row(0) : pass.heads.row(arc.head_row) + first + l;
    const float* dependent = pass.heads.row(arc.row) + first;
    const float* apart = distance_label.weight.row(arc.distance);
    for (std::size_t j = 0; j < l; ++j) z[j] = std::max(0.0F, dependent[j] + governor[j] + apart[j]);
  }
  Matrix mask;
  drop(mixed, mask, rates.label_dropout, random_);
  Matrix scores;
  linear_forward(mixed, label_weight, &label_bias, scores);
  double loss = 0;
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    loss += softmax_gradient(scores.row(k), shape_.relations, arcs[k].gold, weight);
  }
  Matrix dmixed;
  linear_backward(mixed, label_weight, &label_bias, scores, &dmixed, false);
  for (std::size_t k = 0; k < arcs.size(); ++k) {
    const Arc& arc = arcs[k];
    float* d = dmixed.row(k);
    for (std::size_t j = 0; j < l; ++j) d[j] = mixed.row(k)[j] > 0 ? d[j] * mask.row(k)[j] : 0.0F;
    float* governor = arc.head_row == none ? root_label.gradient.row(0) : pass.dheads.row(arc.head_row) + first + l;
    kernels().add_scaled(governor, d, 1.0F, l);
    kernels().add_scaled(pass.dheads.row(arc.row) + first, d, 1.0F, l);
    kernels().add_scaled(distance_label.gradient.row(arc.distance), d, 1.0F, l);
  }
  return loss * weight;
}

}  // namespace habari::learned
