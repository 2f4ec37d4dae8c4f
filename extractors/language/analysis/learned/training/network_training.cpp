#include "analysis/learned/training/network_training.hpp"

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

/// What a pass goes over: all gold sentences, and silver ones up to a number of words, pass for pass other ones.
class Diet {
 public:
  Diet(const std::vector<NetworkSentence>& gold, const std::vector<NetworkSentence>& silver, double silver_ratio,
       Random& random)
      : gold_(pointers(gold)), silver_(pointers(silver)) {
    const std::size_t words = count_words(gold_);
    silver_words_ = std::min(count_words(silver_), static_cast<std::size_t>(static_cast<double>(words) * silver_ratio));
    words_ = words + silver_words_;
    random.shuffle(silver_);
  }

  Batch next() {
    Batch all = gold_;
    std::size_t words = 0;
    for (std::size_t taken = 0; taken < silver_.size() && words < silver_words_; ++taken) {
      all.push_back(silver_[at_]);
      words += silver_[at_]->words.size();
      at_ = (at_ + 1) % silver_.size();
    }
    return all;
  }
  std::size_t words() const { return words_; }  ///< Of a pass.

 private:
  Batch gold_;
  Batch silver_;
  std::size_t silver_words_ = 0;  ///< Of a pass.
  std::size_t words_ = 0;
  std::size_t at_ = 0;
};

}  // namespace

void train_network(TrainableNetwork& network, const std::vector<NetworkSentence>& gold,
                   const std::vector<NetworkSentence>& silver, const TrainingOptions& options) {
  constexpr double warm_up_steps = 200;
  const NetworkRates rates;
  Optimizer optimizer(network.parameters());
  Random random(options.seed + 1);
  Diet diet(gold, silver, options.silver_ratio, random);
  // A treebank of news is cut into batches of hundreds of words, a tiny one into some of dozens.
  const std::size_t batch_words = std::clamp<std::size_t>(diet.words() / 50, 25, options.batch_words);
  // Some ten thousand steps make a network, but not by hearing the same few sentences for ever.
  const std::size_t enough = 12000 * batch_words / std::max<std::size_t>(diet.words(), 1);
  const std::size_t epochs = options.epochs != 0 ? options.epochs : std::clamp<std::size_t>(enough, 20, 150);
  double done = 0;
  for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
    const std::vector<Batch> batches = draw_batches(diet.next(), batch_words, random);
    const auto steps = static_cast<double>(batches.size());
    double loss = 0;
    for (std::size_t i = 0; i < batches.size(); ++i) {
      done += 1;
      const double rise = done / std::min(warm_up_steps, steps * static_cast<double>(epochs) / 10 + 1);
      const double passed = static_cast<double>(epoch) + static_cast<double>(i) / steps;
      const double fall = 1.0 - passed / static_cast<double>(epochs);
      loss += network.train(batches[i], rates);
      optimizer.step(options.rate * static_cast<float>(std::min(1.0, rise) * std::max(0.01, fall)));
    }
    char line[96];
    std::snprintf(line, sizeof line, "epoch %zu of %zu: loss %.4f", epoch + 1, epochs, loss / std::max(steps, 1.0));
    options.progress(line);
  }
}

}  // namespace habari::learned
