#include "analysis/learned/training/network_training.hpp"

#include "analysis/learned/training/neighbours.hpp"
#include "analysis/learned/training/optimizer.hpp"

#include <algorithm>
#include <cstdio>

namespace habari::learned {
namespace {

using Batch = TrainableNetwork::Batch;

std::size_t count_words(const Batch& sentences) {
  std::size_t words = 0;
  for (const NetworkSentence* sentence : sentences) words += sentence->words.size();
  return words;
}

Batch pointers(const std::vector<NetworkSentence>& sentences) {
  Batch out;
  for (const NetworkSentence& sentence : sentences) {
    if (!sentence.words.empty()) out.push_back(&sentence);
  }
  return out;
}

/// Batches of some `batch_words` words, each of sentences of like length by falling length.
std::vector<Batch> draw_batches(Batch order, std::size_t batch_words, Random& random) {
  constexpr std::size_t pool = 1000;
  random.shuffle(order);
  std::vector<Batch> batches;
  for (std::size_t first = 0; first < order.size(); first += pool) {
    const std::size_t last = std::min(order.size(), first + pool);
    std::stable_sort(
        order.begin() + static_cast<std::ptrdiff_t>(first), order.begin() + static_cast<std::ptrdiff_t>(last),
        [](const NetworkSentence* a, const NetworkSentence* b) { return a->words.size() > b->words.size(); });
    std::size_t words = batch_words;
    for (std::size_t k = first; k < last; ++k) {
      if (k == first || words + order[k]->words.size() > batch_words) {
        batches.emplace_back();
        words = 0;
      }
      batches.back().push_back(order[k]);
      words += order[k]->words.size();
    }
  }
  random.shuffle(batches);
  return batches;
}

/// What an epoch goes over: all of the treebank, and as many words of the rest, epoch for epoch another part of it.
class Diet {
 public:
  Diet(const std::vector<NetworkSentence>& always, const std::vector<NetworkSentence>& by_turns, Random& random)
      : always_(pointers(always)), by_turns_(pointers(by_turns)), words_(count_words(always_)) {
    random.shuffle(by_turns_);
  }

  Batch next() {
    Batch all = always_;
    std::size_t words = 0;
    for (std::size_t taken = 0; taken < by_turns_.size() && words < words_; ++taken) {
      all.push_back(by_turns_[at_]);
      words += by_turns_[at_]->words.size();
      at_ = (at_ + 1) % by_turns_.size();
    }
    return all;
  }
  std::size_t words() const { return words_; }

 private:
  Batch always_;
  Batch by_turns_;
  std::size_t words_ = 0;
  std::size_t at_ = 0;
};

/// Calls `step` with each batch of all epochs and the part of the highest rate that it is learnt at; it returns a loss.
void train_epochs(Diet diet, Random random, std::size_t epochs, const char* what, const TrainingOptions& options,
                  const std::function<double(const Batch&, float)>& step) {
  constexpr double warm_up_steps = 200;
  // A treebank of news is cut into batches of hundreds of words, a tiny one into some of dozens.
  const std::size_t batch_words = std::clamp<std::size_t>(diet.words() / 50, 25, options.batch_words);
  if (epochs == 0) {
    // Some ten thousand steps make a network, but not by hearing the same few sentences for ever.
    epochs = std::clamp<std::size_t>(12000 * batch_words / std::max<std::size_t>(diet.words(), 1), 20, 150);
  }
  double done = 0;
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    const std::vector<Batch> batches = draw_batches(diet.next(), batch_words, random);
    double loss = 0;
    for (std::size_t i = 0; i < batches.size(); ++i) {
      const double part = static_cast<double>(i) / static_cast<double>(batches.size());
      done += 1;
      const double rise = done / std::min(warm_up_steps, static_cast<double>(batches.size() * epochs) / 10 + 1);
      const double fall = 1.0 - (static_cast<double>(epoch) + part) / static_cast<double>(epochs);
      loss += step(batches[i], static_cast<float>(std::min(1.0, rise) * std::max(0.01, fall)));
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
  Random random(options.seed + 2);
  const Diet diet(sentences, {}, random);
  train_epochs(diet, random, options.raw_epochs, "raw text", options,
               [&](const Batch& batch, float rate) { return trainer.train(batch, rates, options.rate * rate); });
}

void train_network(TrainableNetwork& network, const std::vector<NetworkSentence>& treebank,
                   const std::vector<NetworkSentence>& taught, const TrainingOptions& options) {
  const NetworkRates rates;
  Optimizer optimizer(network.parameters());
  Random random(options.seed + 1);
  const Diet diet(treebank, taught, random);
  train_epochs(diet, random, options.epochs, "treebank", options, [&](const Batch& batch, float rate) {
    const double loss = network.train(batch, rates);
    optimizer.step(options.rate * rate);
    return loss;
  });
}

}  // namespace habari::learned
