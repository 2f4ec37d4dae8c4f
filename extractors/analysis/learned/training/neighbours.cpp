#include "analysis/learned/training/neighbours.hpp"

#include <algorithm>
#include <cmath>

namespace habari::learned {
namespace {

constexpr std::uint32_t none = NetworkSentence::none;
constexpr std::size_t extra_candidates = 800;

std::vector<Parameter*> trained(TrainableNetwork& network, Parameter& outputs) {
  std::vector<Parameter*> all = {&network.words, &network.subwords, &outputs};
  if (!network.projection.weight.values.empty()) all.push_back(&network.projection);
  for (Lstm& lstm : network.lstms.front()) {
    all.insert(all.end(), {&lstm.input_weight, &lstm.recurrent_weight, &lstm.bias});
  }
  return all;
}

}  // namespace

NeighbourTrainer::NeighbourTrainer(TrainableNetwork& network, std::vector<std::uint32_t> word_counts)
    : network_(network), optimizer_(trained(network, outputs_)) {
  outputs_.resize(word_counts.size(), network.shape().hidden + 1, true);
  for (float& w : outputs_.weight.values) w = network.random().normal() * 0.05F;
  double total = 0;
  for (const std::uint32_t count : word_counts) total += std::pow(count, 0.75);
  constexpr double table = 1 << 20;
  for (std::uint32_t row = 0; row < word_counts.size(); ++row) {
    const double chance = std::pow(word_counts[row], 0.75) / total;
    log_chance_.push_back(static_cast<float>(std::log(std::min(1.0, chance * extra_candidates + 1e-9))));
    // Words that no text holds have nothing to be drawn for.
    if (word_counts[row] == 0) continue;
    draws_.insert(draws_.end(), static_cast<std::size_t>(chance * table) + 1, row);
  }
  place_.assign(word_counts.size(), none);
}

void NeighbourTrainer::draw_candidates(const TrainableNetwork::Batch& batch) {
  for (const std::uint32_t row : candidates_) place_[row] = none;
  candidates_.clear();
  const auto add = [&](std::uint32_t row) {
    if (place_[row] != none) return;
    place_[row] = static_cast<std::uint32_t>(candidates_.size());
    candidates_.push_back(row);
  };
  for (const NetworkSentence* sentence : batch) {
    for (const NetworkSentence::Word& word : sentence->words) add(word.word);
  }
  for (std::size_t i = 0; i < extra_candidates; ++i) add(draws_[network_.random().below(draws_.size())]);
}

double NeighbourTrainer::train(const TrainableNetwork::Batch& batch, const NetworkRates& rates, float rate) {
  const std::size_t h = network_.shape().hidden;
  std::vector<std::size_t> lengths;
  for (const NetworkSentence* sentence : batch) lengths.push_back(sentence->words.size());
  const BatchLayout layout(lengths);
  Matrix x;
  std::vector<TrainableNetwork::Source> sources;
  network_.embed(batch, rates, x, sources);
  Matrix y;
  y.reshape(layout.words(), 2 * h);
  auto& lstms = network_.lstms.front();
  lstms[0].forward(x, layout, layout.forward_rows, y, 0, rates.recurrent_dropout, network_.random());
  lstms[1].forward(x, layout, layout.backward_rows, y, h, rates.recurrent_dropout, network_.random());

  draw_candidates(batch);
  Matrix keys;
  keys.reshape(candidates_.size(), h);
  for (std::size_t c = 0; c < candidates_.size(); ++c) {
    std::copy_n(outputs_.weight.row(candidates_[c]), h, keys.row(c));
  }
  std::vector<float> shift;
  for (const std::uint32_t row : candidates_) shift.push_back(outputs_.weight.row(row)[h] - log_chance_[row]);
  std::vector<float> dshift(candidates_.size(), 0.0F);
  PackedMatrix transposed;
  transposed.pack_transposed(keys);
  PackedMatrix straight;
  straight.pack(keys);
  Matrix dy;
  dy.resize(layout.words(), 2 * h);
  Matrix scores;
  scores.reshape(layout.words(), candidates_.size());
  Matrix dkeys;
  dkeys.resize(candidates_.size(), h);
  double loss = 0;
  std::size_t predictions = 0;
  for (const bool backward : {false, true}) {
    transposed.multiply(y.values.data() + (backward ? h : 0), 2 * h, 1, layout.words(), scores.values.data(),
                        scores.columns, false);
    for (std::size_t b = 0; b < batch.size(); ++b) {
      const auto& words = batch[b]->words;
      for (std::size_t i = 0; i < words.size(); ++i) {
        float* row = scores.row(layout.starts[b] + i);
        const bool at_edge = backward ? i == 0 : i + 1 == words.size();
        const std::uint32_t target = at_edge ? 0 : words[backward ? i - 1 : i + 1].word;
        // Row 0 is all unknown words together: no prediction worth learning.
        if (target == 0) {
          std::fill_n(row, scores.columns, 0.0F);
          continue;
        }
        kernels().add_scaled(row, shift.data(), 1.0F, scores.columns);
        const std::size_t place = place_[target];
        const float sum = kernels().exponentials(row, scores.columns, *std::max_element(row, row + scores.columns));
        loss -= std::log(std::max(row[place] / sum, 1e-20F));
        ++predictions;
        const float factor = 1.0F / (sum * static_cast<float>(layout.words()));
        for (std::size_t c = 0; c < scores.columns; ++c) row[c] *= factor;
        row[place] -= 1.0F / static_cast<float>(layout.words());
      }
    }
    straight.multiply(scores.values.data(), scores.columns, 1, layout.words(), dy.values.data() + (backward ? h : 0),
                      2 * h, false);
    PackedMatrix outputs;
    outputs.pack(y.values.data() + (backward ? h : 0), 2 * h, 1, layout.words(), h);
    outputs.multiply(scores.values.data(), 1, scores.columns, candidates_.size(), dkeys.values.data(), h, true);
    for (std::size_t r = 0; r < layout.words(); ++r) {
      kernels().add_scaled(dshift.data(), scores.row(r), 1.0F, scores.columns);
    }
  }
  for (std::size_t c = 0; c < candidates_.size(); ++c) {
    outputs_.touch(candidates_[c]);
    kernels().add_scaled(outputs_.gradient.row(candidates_[c]), dkeys.row(c), 1.0F, h);
    outputs_.gradient.row(candidates_[c])[h] += dshift[c];
  }
  Matrix dx;
  dx.resize(layout.words(), x.columns);
  lstms[0].backward(layout, layout.forward_rows, dy, 0, dx);
  lstms[1].backward(layout, layout.backward_rows, dy, h, dx);
  network_.learn_embeddings(batch, sources, dx);
  optimizer_.step(rate);
  return loss / static_cast<double>(std::max<std::size_t>(predictions, 1));
}

}  // namespace habari::learned
