#include "analysis/learned/training/network.hpp"

#include "analysis/learned/distance.hpp"

#include <habari/core/sentence.hpp>

#include <algorithm>
#include <cmath>

namespace habari::learned {
namespace {

constexpr std::uint32_t none = NetworkSentence::none;

void initialize(Parameter& p, float deviation, Random& random) {
  for (float& w : p.weight.values) w = random.normal() * deviation;
}

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

/// Multiplies by a fresh dropout mask and keeps it.
void drop(Matrix& values, Matrix& mask, float rate, Random& random) {
  mask.reshape(values.rows, values.columns);
  kernels().drop(values.values.data(), mask.values.data(), mask.values.size(), random.next(),
                 static_cast<std::uint64_t>(static_cast<double>(rate) * 4294967296.0), 1.0F / (1.0F - rate));
}

void multiply_by(Matrix& values, const Matrix& mask) {
  for (std::size_t i = 0; i < values.values.size(); ++i) values.values[i] *= mask.values[i];
}

}  // namespace

struct TrainableNetwork::Pass {
  explicit Pass(const Batch& sentences) : batch(&sentences), layout(lengths(sentences)) {}

  static std::vector<std::size_t> lengths(const Batch& sentences) {
    std::vector<std::size_t> out;
    for (const NetworkSentence* sentence : sentences) out.push_back(sentence->words.size());
    return out;
  }

  const Batch* batch;
  BatchLayout layout;
  std::vector<Source> sources;
  std::vector<Matrix> inputs;  ///< To each layer, and the top.
  std::vector<Matrix> input_masks;
  Matrix heads;      ///< All linear outputs side by side.
  Matrix head_mask;  ///< Over the arc and label parts.
  Matrix dheads;
  Matrix dtop;  ///< Of the top layer, as far as it does not come through `heads`.
};

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
  all.insert(all.end(), {&heads_weight, &heads_bias, &tags_weight, &tags_bias, &root_arc, &root_label, &distance,
                         &distance_label, &label_weight, &label_bias});
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

double TrainableNetwork::score_tags(Pass& pass) {
  const std::size_t first = 2 * shape_.arc + 2 * shape_.label;
  const float weight = 1.0F / static_cast<float>(pass.layout.words());
  double loss = 0;
  std::array<std::vector<std::size_t>, upos_count> rows;
  std::array<std::vector<std::size_t>, upos_count> golds;
  std::size_t row = 0;
  for (const NetworkSentence* sentence : *pass.batch) {
    for (const NetworkSentence::Word& word : sentence->words) {
      if (word.tag != none) {
        const std::uint32_t upos = tag_upos_[word.tag];
        float* d = pass.dheads.row(row) + first;
        std::copy_n(pass.heads.row(row) + first, upos_count, d);
        loss += softmax_gradient(d, upos_count, upos, weight);
        rows[upos].push_back(row);
        golds[upos].push_back(word.tag - groups_[upos].first);
      }
      ++row;
    }
  }
  for (std::size_t upos = 0; upos < upos_count; ++upos) {
    if (groups_[upos].count > 1) loss += score_tag_group(pass, groups_[upos], rows[upos], golds[upos]);
  }
  return loss * weight;
}

double TrainableNetwork::score_tag_group(Pass& pass, const TagGroup& group, const std::vector<std::size_t>& rows,
                                         const std::vector<std::size_t>& golds) {
  if (rows.empty()) return 0;
  const Matrix& top = pass.inputs[shape_.layers];
  const float weight = 1.0F / static_cast<float>(pass.layout.words());
  Matrix x;
  x.reshape(rows.size(), top.columns);
  for (std::size_t k = 0; k < rows.size(); ++k) std::copy_n(top.row(rows[k]), top.columns, x.row(k));
  PackedMatrix packed;
  packed.pack(tags_weight.weight.values.data() + group.first, shape_.tags, 1, top.columns, group.count);
  Matrix scores;
  scores.reshape(rows.size(), group.count);
  packed.multiply(x.values.data(), x.columns, 1, x.rows, scores.values.data(), group.count, false);
  double loss = 0;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    kernels().add_scaled(scores.row(k), tags_bias.weight.values.data() + group.first, 1.0F, group.count);
    loss += softmax_gradient(scores.row(k), group.count, golds[k], weight);
    kernels().add_scaled(tags_bias.gradient.values.data() + group.first, scores.row(k), 1.0F, group.count);
  }
  packed.pack(scores);
  packed.multiply(x.values.data(), 1, x.columns, x.columns, tags_weight.gradient.values.data() + group.first,
                  shape_.tags, true);
  packed.pack(tags_weight.weight.values.data() + group.first, 1, shape_.tags, group.count, top.columns);
  packed.multiply(scores.values.data(), group.count, 1, rows.size(), x.values.data(), x.columns, false);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    kernels().add_scaled(pass.dtop.row(rows[k]), x.row(k), 1.0F, x.columns);
  }
  return loss;
}

double TrainableNetwork::score_arcs(Pass& pass) {
  const std::size_t a = shape_.arc;
  const float weight = 1.0F / static_cast<float>(pass.layout.words());
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
  const float weight = 1.0F / static_cast<float>(pass.layout.words());
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
  const double loss = score_tags(pass) + score_arcs(pass) + score_labels(pass, rates);
  propagate(pass);
  return loss;
}

}  // namespace habari::learned
