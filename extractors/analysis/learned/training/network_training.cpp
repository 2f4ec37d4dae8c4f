#include "analysis/learned/training/network_training.hpp"

#include "analysis/learned/training/neighbours.hpp"
#include "analysis/learned/training/optimizer.hpp"

#include <algorithm>
#include <cstdio>

namespace habari::learned {
namespace {

/// Words of a batch: a treebank of news has hundreds of them, a tiny one some dozens.
std::size_t choose_batch_words(const std::vector<NetworkSentence>& sentences, std::size_t most) {
  std::size_t words = 0;
  for (const NetworkSentence& sentence : sentences) words += sentence.words.size();
  return std::clamp<std::size_t>(words / 50, 25, most);
}

constexpr double warm_up_steps = 200;

using Batch = std::vector<const NetworkSentence*>;

/// Batches of some `batch_words` words, each of sentences of like length by falling length.
std::vector<Batch> draw_batches(const std::vector<NetworkSentence>& sentences, std::size_t batch_words,
                                Random& random) {
  constexpr std::size_t pool = 1000;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!sentences[i].words.empty()) order.push_back(i);
  }
  random.shuffle(order);
  std::vector<Batch> batches;
  for (std::size_t first = 0; first < order.size(); first += pool) {
    const std::size_t last = std::min(order.size(), first + pool);
    const auto length = [&](std::size_t i) { return sentences[i].words.size(); };
    std::stable_sort(order.begin() + static_cast<std::ptrdiff_t>(first),
                     order.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](std::size_t a, std::size_t b) { return length(a) > length(b); });
    std::size_t words = batch_words;
    for (std::size_t k = first; k < last; ++k) {
      if (k == first || words + length(order[k]) > batch_words) {
        batches.emplace_back();
        words = 0;
      }
      batches.back().push_back(&sentences[order[k]]);
      words += length(order[k]);
    }
  }
  random.shuffle(batches);
  return batches;
}

/// Calls `step` with each batch of all epochs and the part of the highest rate that it is learnt at; it returns a loss.
void train_epochs(const std::vector<NetworkSentence>& sentences, std::size_t epochs, std::uint64_t seed,
                  const char* what, const TrainingOptions& options,
                  const std::function<double(const Batch&, float)>& step) {
  const std::size_t batch_words = choose_batch_words(sentences, options.batch_words);
  Random random(seed);
  double done = 0;
  double all = 0;
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    const std::vector<Batch> batches = draw_batches(sentences, batch_words, random);
    if (epoch == 0) all = static_cast<double>(batches.size() * epochs);
    double loss = 0;
    for (const Batch& batch : batches) {
      done += 1;
      const double rise = std::min(1.0, done / std::min(warm_up_steps, all / 10 + 1));
      const double fall = std::max(0.01, 1.0 - done / (all + 1));
      loss += step(batch, static_cast<float>(rise * fall));
    }
    char line[96];
    std::snprintf(line, sizeof line, "%s, epoch %zu of %zu: loss %.4f", what, epoch + 1, epochs,
                  loss / static_cast<double>(std::max<std::size_t>(batches.size(), 1)));
    options.progress(line);
  }
}

}  // namespace

void train_neighbours(TrainableNetwork& network, const std::vector<NetworkSentence>& sentences,
                      const std::vector<std::uint32_t>& word_counts, const TrainingOptions& options) {
  NeighbourTrainer trainer(network, word_counts);
  NetworkRates rates;
  rates.input_dropout = 0.1F;
  rates.recurrent_dropout = 0.1F;
  train_epochs(sentences, options.raw_epochs, options.seed + 2, "raw text", options,
               [&](const Batch& batch, float rate) { return trainer.train(batch, rates, options.rate * rate); });
}

void train_network(TrainableNetwork& network, const std::vector<NetworkSentence>& sentences,
                   const TrainingOptions& options) {
  const NetworkRates rates;
  Optimizer optimizer(network.parameters());
  train_epochs(sentences, options.epochs, options.seed + 1, "treebank", options, [&](const Batch& batch, float rate) {
    const double loss = network.train(batch, rates);
    optimizer.step(options.rate * rate);
    return loss;
  });
}

}  // namespace habari::learned
