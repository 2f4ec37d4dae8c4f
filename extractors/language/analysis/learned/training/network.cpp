#include "analysis/learned/training/network.hpp"

#include "analysis/learned/training/network_pass.hpp"
#include "analysis/model/distance.hpp"

#include <habari/core/sentence.hpp>

#include <algorithm>
#include <cmath>

namespace habari::learned {
namespace {

constexpr std::uint32_t none = NetworkSentence::none;

void initialize(Parameter& p, float deviation, Random& random) {
  for (float& w : p.weight.values) w = random.normal() * deviation;
}

void multiply_by(Matrix& values, const Matrix& mask) {
  for (std::size_t i = 0; i < values.values.size(); ++i) values.values[i] *= mask.values[i];
}

}  // namespace

void drop(Matrix& values, Matrix& mask, float rate, Random& random) {
  mask.reshape(values.rows, values.columns);
  kernels().drop(values.values.data(), mask.values.data(), mask.values.size(), random.next(),
                 static_cast<std::uint64_t>(static_cast<double>(rate) * 4294967296.0), 1.0F / (1.0F - rate));
}

TrainableNetwork::TrainableNetwork(const NetworkShape& shape, std::vector<std::uint32_t> tag_upos, std::uint64_t seed)
    : shape_(shape), tag_upos_(std::move(tag_upos)), random_(seed) {
  for (std::size_t t = tag_upos_.size(); t-- > 0;) {
    groups_[tag_upos_[t]].first = t;
    ++groups_[tag_upos_[t]].count;
  }
  words.resize(shape.word_rows, shape.input, true);
  subwords.resize(shape.subword_rows + habit_count * writing_count, shape.input, true);
  initialize(words, 0.2F, random_);
  initialize(subwords, 0.2F, random_);
  for (std::size_t layer = 0; layer < shape.layers; ++layer) {
    lstms.emplace_back();
    for (Lstm& lstm : lstms.back()) lstm.initialize(layer == 0 ? shape.input : 2 * shape.hidden, shape.hidden, random_);
  }
  const std::size_t outputs = 2 * shape.arc + 2 * shape.label + upos_count;
  heads_weight.resize(2 * shape.hidden, outputs);
  heads_bias.resize(1, outputs);
  initialize(heads_weight, std::sqrt(1.0F / static_cast<float>(2 * shape.hidden)), random_);
  tags_weight.resize(2 * shape.hidden, shape.tags);
  tags_bias.resize(1, shape.tags);
  initialize(tags_weight, std::sqrt(1.0F / static_cast<float>(2 * shape.hidden)), random_);
  names_weight.resize(2 * shape.hidden, shape.names);
  names_bias.resize(1, shape.names);
  initialize(names_weight, std::sqrt(1.0F / static_cast<float>(2 * shape.hidden)), random_);
  root_arc.resize(1, shape.arc);
  root_label.resize(1, shape.label);
  distance.resize(distance_count, 1);
  distance_label.resize(distance_count, shape.label);
  initialize(root_arc, 0.1F, random_);
  initialize(root_label, 0.1F, random_);
  label_weight.resize(shape.label, shape.relations);
  label_bias.resize(1, shape.relations);
  initialize(label_weight, std::sqrt(1.0F / static_cast<float>(shape.label)), random_);
}

std::vector<Parameter*> TrainableNetwork::parameters() {
  std::vector<Parameter*> all = {&words, &subwords};
  for (auto& layer : lstms) {
    for (Lstm& lstm : layer) {
      all.insert(all.end(), {&lstm.input_weight, &lstm.recurrent_weight, &lstm.bias});
    }
  }
  all.insert(all.end(), {&heads_weight, &heads_bias, &tags_weight, &tags_bias, &names_weight, &names_bias, &root_arc,
                         &root_label, &distance, &distance_label, &label_weight, &label_bias});
  if (vectors_.rows != 0) all.push_back(&projection);
  return all;
}

void TrainableNetwork::use_vectors(Matrix vectors) {
  vectors_ = std::move(vectors);
  projection.resize(vectors_.columns, shape_.input);
  initialize(projection, 0.2F, random_);
  has_vector_.assign(vectors_.rows, 0);
  for (std::size_t row = 0; row < vectors_.rows; ++row) {
    const float* v = vectors_.row(row);
    if (std::all_of(v, v + vectors_.columns, [](float x) { return x == 0; })) continue;
    has_vector_[row] = 1;
    // The word's own part is what its vector does not tell.
    std::fill_n(words.weight.row(row), shape_.input, 0.0F);
  }
}

Matrix TrainableNetwork::combined_words() const {
  Matrix sum = words.weight;
  if (vectors_.rows == 0) return sum;
  PackedMatrix packed;
  packed.pack(projection.weight);
  packed.multiply(vectors_.values.data(), vectors_.columns, 1, vectors_.rows, sum.values.data(), sum.columns, true);
  return sum;
}

TrainableNetwork::Source TrainableNetwork::draw_source(const NetworkSentence::Word& word, float word_dropout) {
  Source source{word.word, none, word.habit};
  const bool has_vector = vectors_.rows != 0 && has_vector_[word.word] != 0;
  if (has_vector) source.vector = word.word;
  const float chance = word_dropout / (word_dropout + static_cast<float>(word.word_count));
  if (word.word == 0 || word_dropout == 0 || random_.uniform() >= chance) return source;
  source.habit = word.unknown_habit;
  if (has_vector && random_.uniform() < 0.5F) {
    source.own = none;
  } else {
    source.own = 0;
    source.vector = none;
  }
  return source;
}

void TrainableNetwork::embed(const Batch& batch, const NetworkRates& rates, Matrix& x, std::vector<Source>& sources) {
  sources.clear();
  for (const NetworkSentence* sentence : batch) {
    for (const NetworkSentence::Word& word : sentence->words) sources.push_back(draw_source(word, rates.word_dropout));
  }
  x.resize(sources.size(), shape_.input);
  if (vectors_.rows != 0) {
    batch_vectors_.resize(sources.size(), vectors_.columns);
    for (std::size_t row = 0; row < sources.size(); ++row) {
      if (sources[row].vector == none) continue;
      std::copy_n(vectors_.row(sources[row].vector), vectors_.columns, batch_vectors_.row(row));
    }
    linear_forward(batch_vectors_, projection, nullptr, x);
  }
  std::size_t row = 0;
  for (const NetworkSentence* sentence : batch) {
    for (const NetworkSentence::Word& word : sentence->words) {
      const auto add = [&](const float* part) { kernels().add_scaled(x.row(row), part, 1.0F, shape_.input); };
      if (sources[row].own != none) add(words.weight.row(sources[row].own));
      for (const std::uint32_t s : word.subwords) add(subwords.weight.row(s));
      add(subwords.weight.row(sources[row].habit));
      ++row;
    }
  }
  drop(x, input_mask_, rates.input_dropout, random_);
}

void TrainableNetwork::learn_embeddings(const Batch& batch, const std::vector<Source>& sources, Matrix& dx) {
  multiply_by(dx, input_mask_);
  if (vectors_.rows != 0) linear_backward(batch_vectors_, projection, nullptr, dx, nullptr, false);
  std::size_t row = 0;
  for (const NetworkSentence* sentence : batch) {
    for (const NetworkSentence::Word& word : sentence->words) {
      const auto learn = [&](Parameter& table, std::uint32_t entry) {
        table.touch(entry);
        kernels().add_scaled(table.gradient.row(entry), dx.row(row), 1.0F, shape_.input);
      };
      if (sources[row].own != none) learn(words, sources[row].own);
      for (const std::uint32_t s : word.subwords) learn(subwords, s);
      learn(subwords, sources[row].habit);
      ++row;
    }
  }
}

void TrainableNetwork::encode(Pass& pass, const NetworkRates& rates) {
  pass.inputs.resize(shape_.layers + 1);
  pass.input_masks.resize(shape_.layers + 1);
  embed(*pass.batch, rates, pass.inputs[0], pass.sources);
  for (std::size_t layer = 0; layer < shape_.layers; ++layer) {
    Matrix& y = pass.inputs[layer + 1];
    y.reshape(pass.layout.words(), 2 * shape_.hidden);
    lstms[layer][0].forward(pass.inputs[layer], pass.layout, pass.layout.forward_rows, y, 0, rates.recurrent_dropout,
                            random_);
    lstms[layer][1].forward(pass.inputs[layer], pass.layout, pass.layout.backward_rows, y, shape_.hidden,
                            rates.recurrent_dropout, random_);
    drop(y, pass.input_masks[layer + 1], rates.layer_dropout, random_);
  }
  linear_forward(pass.inputs[shape_.layers], heads_weight, &heads_bias, pass.heads);
  // The dependent's arc part and nothing else is rectified here: the head's part stays linear and so holds the
  // bilinear form's matrix; the label parts are rectified after they are added.
  const std::size_t masked = 2 * shape_.arc;
  for (std::size_t r = 0; r < pass.heads.rows; ++r) {
    float* values = pass.heads.row(r);
    for (std::size_t j = 0; j < shape_.arc; ++j) values[j] = std::max(values[j], 0.0F);
  }
  pass.head_mask.resize(pass.heads.rows, masked);
  Matrix part;
  part.reshape(pass.heads.rows, masked);
  for (std::size_t r = 0; r < part.rows; ++r) std::copy_n(pass.heads.row(r), masked, part.row(r));
  drop(part, pass.head_mask, rates.head_dropout, random_);
  for (std::size_t r = 0; r < part.rows; ++r) std::copy_n(part.row(r), masked, pass.heads.row(r));
  pass.dheads.resize(pass.heads.rows, pass.heads.columns);
  pass.dtop.resize(pass.heads.rows, 2 * shape_.hidden);
}

void TrainableNetwork::propagate(Pass& pass) {
  const std::size_t masked = 2 * shape_.arc;
  for (std::size_t r = 0; r < pass.dheads.rows; ++r) {
    float* d = pass.dheads.row(r);
    const float* m = pass.head_mask.row(r);
    for (std::size_t j = 0; j < masked; ++j) d[j] *= m[j];
    for (std::size_t j = 0; j < shape_.arc; ++j) d[j] = pass.heads.row(r)[j] > 0 ? d[j] : 0.0F;
  }
  Matrix d = std::move(pass.dtop);
  linear_backward(pass.inputs[shape_.layers], heads_weight, &heads_bias, pass.dheads, &d, true);
  for (std::size_t layer = shape_.layers; layer-- > 0;) {
    multiply_by(d, pass.input_masks[layer + 1]);
    Matrix below;
    below.resize(pass.layout.words(), pass.inputs[layer].columns);
    lstms[layer][0].backward(pass.layout, pass.layout.forward_rows, d, 0, below);
    lstms[layer][1].backward(pass.layout, pass.layout.backward_rows, d, shape_.hidden, below);
    d = std::move(below);
  }
  learn_embeddings(*pass.batch, pass.sources, d);
}

double TrainableNetwork::train(const Batch& batch, const NetworkRates& rates) {
  Pass pass(batch);
  encode(pass, rates);
  const double loss = score_tags(pass) + score_names(pass) + score_arcs(pass) + score_labels(pass, rates);
  propagate(pass);
  return loss;
}

}  // namespace habari::learned
