#include "analysis/learned/network.hpp"

#include "analysis/learned/network_layout.hpp"
#include "analysis/model/distance.hpp"
#include "analysis/model/kernels.hpp"
#include "analysis/model/margins.hpp"
#include "analysis/model/tree_decoder.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace habari::learned {
namespace {

/// Whether a model's number is one that training could have come to: no sum of such overflows.
bool is_sane(float x) { return std::abs(x) <= 1e6F; }

}  // namespace

class Network::Workspace {
 public:
  std::vector<std::int32_t> word_sum;
  std::vector<std::int32_t> subword_sum;
  std::vector<std::uint8_t> activations;  ///< Of the layer below: words x width.
  std::vector<std::uint8_t> next;
  std::vector<std::int32_t> sums;
  std::vector<float> from_input;
  std::vector<std::uint8_t> state;
  std::vector<float> cell;
  std::vector<float> heads;      ///< words x outputs of the top.
  std::vector<float> governors;  ///< arc x (words + 1), transposed.
  std::vector<float> scores;
  std::vector<float> dependents;  ///< A row a word: rectified arc parts, then mixed label parts.
  std::vector<float> products;
  std::vector<float> name_scores;  ///< words x outputs of the names.
  NameDecoder names;
};

std::shared_ptr<Network::Workspace> Network::make_workspace() { return std::make_shared<Workspace>(); }

Network::Network(const ModelFile& file)
    : file_(file), tags_(read_tags(file, section::tags)), relations_(read_relations(file, section::relations)) {
  const auto sizes = file.values<std::uint32_t>(section::sizes, section::size_count);
  for (const std::uint32_t size : sizes) {
    if (size == 0 || size > (1U << 24U)) file.fail("model is damaged: a size of " + std::to_string(size));
  }
  input_ = sizes[0];
  hidden_ = sizes[1];
  arc_ = sizes[3];
  label_ = sizes[4];
  subword_rows_ = sizes[6];
  if (input_ % 16 != 0 || hidden_ % 16 != 0 || arc_ % 16 != 0 || label_ % 16 != 0 || sizes[2] > 8) {
    file.fail("model is damaged: its layer sizes");
  }
  read_words(sizes);
  read_layers(sizes[2]);
  read_outputs();
  read_names();
}

void Network::read_words(std::span<const std::uint32_t> sizes) {
  const auto damaged = [&] { file_.fail("model is damaged: word table"); };
  word_habits_ = file_.values<std::uint8_t>(section::word_habits, sizes[5]);
  for (const std::uint8_t habit : word_habits_) {
    if (habit >= habit_count) damaged();
  }
  words_ = file_.values<std::int8_t>(section::words, sizes[5] * input_).data();
  subwords_ =
      file_.values<std::int8_t>(section::subwords, (subword_rows_ + habit_count * writing_count) * input_).data();
  const auto factors = read_floats(section::embedding_factors, 2);
  word_factor_ = factors[0];
  subword_factor_ = factors[1];
  word_keys_ = file_.values<std::uint64_t>(section::word_keys);
  word_rows_ = file_.values<std::uint32_t>(section::word_rows, word_keys_.size());
  if (word_keys_.empty() || (word_keys_.size() & (word_keys_.size() - 1)) != 0) damaged();
  if (std::find(word_keys_.begin(), word_keys_.end(), 0) == word_keys_.end()) damaged();
  for (const std::uint32_t row : word_rows_) {
    if (row >= sizes[5]) damaged();
  }
}

void Network::read_layers(std::size_t count) {
  for (std::size_t layer = 0; layer < count; ++layer) {
    Layer one;
    one.input = read_weights(section::layer_input(layer), layer == 0 ? input_ : 2 * hidden_, 8 * hidden_);
    for (std::size_t side = 0; side < 2; ++side) {
      one.recurrent[side] = read_weights(section::layer_recurrent(layer, side), hidden_, 4 * hidden_);
    }
    layers_.push_back(one);
  }
}

void Network::read_outputs() {
  heads_ = read_weights(section::heads, 2 * hidden_, section::padded(2 * arc_ + 2 * label_ + upos_count));
  for (std::size_t u = 0, t = 0; u < upos_count; ++u) {
    TagGroup& group = groups_[u];
    group.first_tag = t;
    while (t < tags_.size() && static_cast<std::size_t>(tags_[t].upos) == u) ++t;
    group.count = t - group.first_tag;
    if (group.count == 0) continue;
    group.weights =
        read_weights(section::tag_weights(name(static_cast<Upos>(u))), 2 * hidden_, section::padded(group.count));
  }
  root_arc_ = read_floats(section::root_arc, arc_);
  root_label_ = read_floats(section::root_label, label_);
  distance_ = read_floats(section::distance, distance_count);
  distance_label_ = read_floats(section::distance_label, distance_count * label_);
  relation_columns_ = section::padded(relations_.size());
  label_weight_ = read_floats(section::label_weight, label_ * relation_columns_);
  label_bias_ = read_floats(section::label_bias, relation_columns_);
}

void Network::read_names() {
  if (file_.has(section::kinds) != file_.has(section::names)) file_.fail("model is damaged: its names");
  if (!file_.has(section::kinds)) return;
  kinds_ = read_kinds(file_, section::kinds);
  names_ = read_weights(section::names, 2 * hidden_, section::padded(1 + 2 * kinds_.size()));
}

Network::Weights Network::read_weights(const std::string& name, std::size_t inputs, std::size_t outputs) const {
  const std::string_view bytes = file_.section(name);
  if (bytes.size() != outputs * (12 + inputs)) file_.fail("model is damaged: section " + name);
  const char* at = bytes.data();
  Weights weights{.inputs = inputs,
                  .outputs = outputs,
                  .scale = reinterpret_cast<const float*>(at),
                  .bias = reinterpret_cast<const float*>(at + 4 * outputs),
                  .offset = reinterpret_cast<const std::int32_t*>(at + 8 * outputs),
                  .values = reinterpret_cast<const std::int8_t*>(at + 12 * outputs)};
  for (std::size_t i = 0; i < 2 * outputs; ++i) {
    if (!is_sane(weights.scale[i])) file_.fail("model is damaged: section " + name);
  }
  return weights;
}

std::span<const float> Network::read_floats(const std::string& name, std::size_t count) const {
  const auto floats = file_.values<float>(name, count);
  for (const float x : floats) {
    if (!is_sane(x)) file_.fail("model is damaged: section " + name);
  }
  return floats;
}

std::uint32_t Network::word_row(std::uint64_t word) const {
  const std::size_t mask = word_keys_.size() - 1;
  for (std::size_t at = word & mask;; at = (at + 1) & mask) {
    if (word_keys_[at] == word) return word_rows_[at];
    if (word_keys_[at] == 0) return 0;
  }
}

void Network::embed(std::span<const WordFeatures> words, Workspace& w) const {
  const Kernels& k = kernels();
  w.activations.resize(words.size() * input_);
  for (std::size_t i = 0; i < words.size(); ++i) {
    w.word_sum.assign(input_, 0);
    w.subword_sum.assign(input_, 0);
    const std::uint32_t row = word_row(words[i].word);
    const std::size_t habit =
        subword_rows_ + word_habits_[row] * writing_count + static_cast<std::size_t>(words[i].writing);
    k.add_bytes(words_ + row * input_, input_, w.word_sum.data());
    k.add_bytes(subwords_ + habit * input_, input_, w.subword_sum.data());
    for (const std::uint64_t subword : words[i].subwords) {
      k.add_bytes(subwords_ + subword % subword_rows_ * input_, input_, w.subword_sum.data());
    }
    k.quantize_sum(w.word_sum.data(), word_factor_, w.subword_sum.data(), subword_factor_, input_,
                   w.activations.data() + i * input_);
  }
}

void Network::multiply(const Weights& weights, std::size_t words, Workspace& w, std::vector<float>& out) const {
  constexpr std::size_t rows = 4;  // Few enough that the sums stay close.
  const Kernels& k = kernels();
  w.sums.resize(std::max(rows * weights.outputs, w.sums.size()));
  out.resize(words * weights.outputs);
  for (std::size_t first = 0; first < words; first += rows) {
    const std::size_t count = std::min(rows, words - first);
    k.multiply_u8_s8(w.activations.data() + first * weights.inputs, count, weights.inputs / 4, weights.values,
                     weights.offset, weights.outputs / 16, w.sums.data());
    for (std::size_t i = 0; i < count; ++i) {
      k.rescale(w.sums.data() + i * weights.outputs, weights.scale, weights.bias, weights.outputs,
                out.data() + (first + i) * weights.outputs);
    }
  }
}

void Network::step_through(const Layer& layer, std::size_t side, std::span<const std::size_t> lengths,
                           Workspace& w) const {
  const Kernels& k = kernels();
  const Weights& recurrent = layer.recurrent[side];
  w.state.assign(lengths.size() * hidden_, 128);
  w.cell.assign(lengths.size() * hidden_, 0.0F);
  w.sums.resize(std::max(lengths.size() * 4 * hidden_, w.sums.size()));
  std::size_t active = lengths.size();
  for (std::size_t step = 0; step < lengths.front(); ++step) {
    while (lengths[active - 1] <= step) --active;
    k.multiply_u8_s8(w.state.data(), active, hidden_ / 4, recurrent.values, recurrent.offset, 4 * hidden_ / 16,
                     w.sums.data());
    std::size_t first = 0;
    for (std::size_t b = 0; b < active; ++b) {
      const std::size_t i = first + (side == 0 ? step : lengths[b] - 1 - step);
      std::uint8_t* state = w.state.data() + b * hidden_;
      k.lstm_step(w.from_input.data() + i * layer.input.outputs + side * 4 * hidden_, w.sums.data() + b * 4 * hidden_,
                  recurrent.scale, hidden_, w.cell.data() + b * hidden_, state);
      std::copy_n(state, hidden_, w.next.data() + i * 2 * hidden_ + side * hidden_);
      first += lengths[b];
    }
  }
}

void Network::encode(std::span<const std::size_t> lengths, Workspace& w) const {
  const std::size_t words = std::accumulate(lengths.begin(), lengths.end(), std::size_t{0});
  for (const Layer& layer : layers_) {
    multiply(layer.input, words, w, w.from_input);
    w.next.resize(words * 2 * hidden_);
    for (std::size_t side = 0; side < 2; ++side) step_through(layer, side, lengths, w);
    w.activations.swap(w.next);
  }
  multiply(heads_, words, w, w.heads);
  if (!kinds_.empty()) multiply(names_, words, w, w.name_scores);
}

void Network::choose_tags(std::size_t first, std::size_t words, Workspace& w, Result& result) const {
  result.tags.resize(words);
  for (std::size_t i = 0; i < words; ++i) {
    const float* upos = w.heads.data() + (first + i) * heads_.outputs + 2 * arc_ + 2 * label_;
    std::size_t best_upos = upos_count;
    for (std::size_t u = 0; u < upos_count; ++u) {
      if (groups_[u].count > 0 && (best_upos == upos_count || upos[u] > upos[best_upos])) best_upos = u;
    }
    float next = -no_rival;
    for (std::size_t u = 0; u < upos_count; ++u) {
      if (groups_[u].count > 0 && u != best_upos) next = std::max(next, upos[u]);
    }
    result.margins[i].tag = upos[best_upos] - next;
    const TagGroup& group = groups_[best_upos];
    const Weights& weights = group.weights;
    w.sums.resize(std::max(weights.outputs, w.sums.size()));
    kernels().multiply_u8_s8(w.activations.data() + (first + i) * 2 * hidden_, 1, weights.inputs / 4, weights.values,
                             weights.offset, weights.outputs / 16, w.sums.data());
    std::size_t best = 0;
    float best_score = 0;
    for (std::size_t t = 0; t < group.count; ++t) {
      const float score = weights.bias[t] + weights.scale[t] * static_cast<float>(w.sums[t]);
      if (t == 0 || score > best_score) {
        best = t;
        best_score = score;
      }
    }
    result.tags[i] = static_cast<std::uint32_t>(group.first_tag + best);
  }
}

void Network::choose_heads(std::size_t first, std::size_t words, Workspace& w, Result& result) const {
  const std::size_t columns = section::padded(words + 1);
  const float* heads = w.heads.data() + first * heads_.outputs;
  w.governors.resize(arc_ * columns);
  w.dependents.resize(words * arc_);
  w.products.resize(words * columns);
  w.scores.resize(words * (words + 1));
  for (std::size_t a = 0; a < arc_; ++a) {
    float* out = w.governors.data() + a * columns;
    out[0] = root_arc_[a];
    for (std::size_t i = 0; i < words; ++i) out[i + 1] = heads[i * heads_.outputs + arc_ + a];
    std::fill(out + words + 1, out + columns, 0.0F);
  }
  for (std::size_t i = 0; i < words; ++i) {
    for (std::size_t a = 0; a < arc_; ++a) w.dependents[i * arc_ + a] = std::max(heads[i * heads_.outputs + a], 0.0F);
  }
  kernels().multiply_floats(w.dependents.data(), arc_, words, arc_, w.governors.data(), columns, w.products.data());
  for (std::size_t i = 0; i < words; ++i) {
    float* scores = w.scores.data() + i * (words + 1);
    const float* products = w.products.data() + i * columns;
    for (std::size_t h = 0; h <= words; ++h) {
      scores[h] = h == i + 1 ? 0.0F : products[h] + distance_[distance_class(i + 1, h)];
    }
  }
  decode_tree(w.scores.data(), words, result.heads);
  for (std::size_t i = 0; i < words; ++i) {
    const float* scores = w.scores.data() + i * (words + 1);
    result.margins[i].head = margin_over_next(scores, words + 1, result.heads[i], i + 1);
  }
}

void Network::choose_relations(std::size_t first, std::size_t words, Workspace& w, Result& result) const {
  const float* heads = w.heads.data() + first * heads_.outputs + 2 * arc_;
  w.dependents.resize(words * label_);
  w.products.resize(words * relation_columns_);
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint32_t head = result.heads[i];
    const float* dependent = heads + i * heads_.outputs;
    const float* governor = head == 0 ? root_label_.data() : heads + (head - 1) * heads_.outputs + label_;
    const float* apart = distance_label_.data() + distance_class(i + 1, head) * label_;
    float* mixed = w.dependents.data() + i * label_;
    for (std::size_t j = 0; j < label_; ++j) mixed[j] = std::max(0.0F, dependent[j] + governor[j] + apart[j]);
  }
  kernels().multiply_floats(w.dependents.data(), label_, words, label_, label_weight_.data(), relation_columns_,
                            w.products.data());
  result.relations.resize(words);
  for (std::size_t i = 0; i < words; ++i) {
    // The root relation belongs to the root and to no other word, whatever the scores say.
    const float* scores = w.products.data() + i * relation_columns_;
    std::size_t best = relations_.size();
    float best_score = 0;
    float next = -no_rival;
    for (std::size_t r = 0; r < relations_.size(); ++r) {
      if ((relations_[r].deprel == Deprel::root) != (result.heads[i] == 0)) continue;
      const float score = scores[r] + label_bias_[r];
      if (best != relations_.size() && score <= best_score) {
        next = std::max(next, score);
        continue;
      }
      if (best != relations_.size()) next = best_score;
      best = r;
      best_score = score;
    }
    result.margins[i].relation = best_score - next;
    result.relations[i] = static_cast<std::uint32_t>(best);
  }
}

void Network::choose_names(std::size_t first, std::size_t words, Workspace& w, Result& result) const {
  result.names.clear();
  if (kinds_.empty()) return;
  w.names.decode(w.name_scores.data() + first * names_.outputs, words, names_.outputs, kinds_.size(), result.names);
  for (std::size_t i = 0; i < words; ++i) {
    const float* scores = w.name_scores.data() + (first + i) * names_.outputs;
    result.margins[i].name = margin_of_best(scores, 2 * kinds_.size() + 1);
  }
}

void Network::run(std::span<const WordFeatures> words, std::span<const std::size_t> lengths, Workspace& workspace,
                  std::span<Result> results) const {
  if (words.empty()) return;
  embed(words, workspace);
  encode(lengths, workspace);
  std::size_t first = 0;
  for (std::size_t b = 0; b < lengths.size(); ++b) {
    results[b].margins.assign(lengths[b], {});
    choose_tags(first, lengths[b], workspace, results[b]);
    choose_heads(first, lengths[b], workspace, results[b]);
    choose_relations(first, lengths[b], workspace, results[b]);
    choose_names(first, lengths[b], workspace, results[b]);
    first += lengths[b];
  }
}

}  // namespace habari::learned
