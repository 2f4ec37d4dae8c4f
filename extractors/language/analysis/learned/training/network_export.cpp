#include "analysis/learned/training/network_export.hpp"

#include "analysis/learned/network_layout.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace habari::learned {
namespace {

/// Columns of trained matrices side by side, as the outputs of one packed matrix.
struct Outputs {
  struct Column {
    const Matrix* matrix = nullptr;  ///< nullptr: filling.
    const float* bias = nullptr;
    std::size_t column = 0;
  };
  std::size_t inputs = 0;
  std::vector<Column> columns;

  void add(const Matrix& matrix, const Matrix* bias, std::size_t first, std::size_t count) {
    inputs = matrix.rows;
    for (std::size_t c = first; c < first + count; ++c) {
      columns.push_back({&matrix, bias == nullptr ? nullptr : bias->row(0) + c, c});
    }
  }
  void fill() { columns.resize(section::padded(columns.size())); }
};

template <typename T>
void append(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

/// `step` is what one unit of the input bytes stands for.
std::string pack(const Outputs& outputs, float step) {
  const std::size_t n = outputs.columns.size();
  const std::size_t k = outputs.inputs;
  std::vector<float> scale(n, 0.0F);
  std::vector<float> bias(n, 0.0F);
  std::vector<std::int32_t> offset(n, 0);
  std::vector<std::int8_t> values(n * k, 0);
  for (std::size_t j = 0; j < n; ++j) {
    const Outputs::Column& column = outputs.columns[j];
    if (column.matrix == nullptr) continue;
    float largest = 1e-8F;
    for (std::size_t i = 0; i < k; ++i) largest = std::max(largest, std::abs(column.matrix->row(i)[column.column]));
    scale[j] = largest / 127.0F * step;
    bias[j] = column.bias == nullptr ? 0.0F : *column.bias;
    for (std::size_t i = 0; i < k; ++i) {
      const auto value = static_cast<std::int8_t>(std::lround(column.matrix->row(i)[column.column] / largest * 127.0F));
      offset[j] -= 128 * value;
      values[packed_place(j, i, n, k)] = value;
    }
  }
  std::string bytes;
  append(bytes, scale);
  append(bytes, bias);
  append(bytes, offset);
  append(bytes, values);
  return bytes;
}

/// A table of embeddings as bytes; returns what one unit stands for.
float pack_table(const Matrix& table, std::string_view name, ModelWriter& out) {
  float largest = 1e-8F;
  for (const float x : table.values) largest = std::max(largest, std::abs(x));
  std::vector<std::int8_t> bytes;
  bytes.reserve(table.values.size());
  for (const float x : table.values) bytes.push_back(static_cast<std::int8_t>(std::lround(x / largest * 127.0F)));
  out.add_values(name, bytes);
  return largest / 127.0F;
}

float largest_input(const TrainableNetwork& network, const Matrix& words, const std::vector<NetworkSentence>& sample) {
  float largest = 1e-8F;
  std::vector<float> x;
  for (const NetworkSentence& sentence : sample) {
    for (const NetworkSentence::Word& word : sentence.words) {
      x.assign(words.row(word.word), words.row(word.word) + words.columns);
      for (const std::uint32_t s : word.subwords) {
        kernels().add_scaled(x.data(), network.subwords.weight.row(s), 1.0F, x.size());
      }
      kernels().add_scaled(x.data(), network.subwords.weight.row(word.habit), 1.0F, x.size());
      for (const float value : x) largest = std::max(largest, std::abs(value));
    }
  }
  return largest;
}

void export_words(const NetworkLabels& labels, ModelWriter& out) {
  std::size_t slots = 16;
  while (slots < labels.words.size() * 3 / 2) slots *= 2;
  std::vector<std::uint64_t> keys(slots, 0);
  std::vector<std::uint32_t> rows(slots, 0);
  for (std::size_t i = 0; i < labels.words.size(); ++i) {
    if (labels.words[i] == 0) continue;
    std::size_t at = labels.words[i] & (slots - 1);
    while (keys[at] != 0) at = (at + 1) & (slots - 1);
    keys[at] = labels.words[i];
    rows[at] = static_cast<std::uint32_t>(i + 1);
  }
  out.add_values(section::word_keys, keys);
  out.add_values(section::word_rows, rows);
  out.add_values(section::word_habits, labels.row_habits);
}

void export_labels(const NetworkLabels& labels, ModelWriter& out) {
  std::string tags;
  for (const Tag& tag : labels.tags) {
    if (!tags.empty()) tags += '\n';
    tags.append(name(tag.upos)).append("\t").append(tag.xpos).append("\t").append(tag.feats);
  }
  out.add(section::tags, std::move(tags));
  std::string relations;
  for (const Relation& relation : labels.relations) {
    if (!relations.empty()) relations += '\n';
    relations += name(relation.deprel);
    if (!relation.subtype.empty()) relations.append(":").append(relation.subtype);
  }
  out.add(section::relations, std::move(relations));
}

void export_names(const TrainableNetwork& network, const NetworkLabels& labels, float step, ModelWriter& out) {
  if (labels.kinds.empty()) return;
  std::string kinds;
  for (const EntityKind kind : labels.kinds) {
    if (!kinds.empty()) kinds += '\n';
    kinds += name(kind);
  }
  out.add(section::kinds, std::move(kinds));
  Outputs names;
  names.add(network.names_weight.weight, &network.names_bias.weight, 0, network.shape().names);
  names.fill();
  out.add(section::names, pack(names, step));
}

}  // namespace

void export_network(TrainableNetwork& network, const NetworkLabels& labels, const std::vector<NetworkSentence>& sample,
                    ModelWriter& out) {
  constexpr float state_step = 1.0F / 127.0F;
  const NetworkShape& shape = network.shape();
  const auto size = [](std::size_t value) { return static_cast<std::uint32_t>(value); };
  out.add_values(section::sizes,
                 std::vector<std::uint32_t>{size(shape.input), size(shape.hidden), size(shape.layers), size(shape.arc),
                                            size(shape.label), size(shape.word_rows), size(shape.subword_rows)});
  export_labels(labels, out);
  export_words(labels, out);
  const Matrix words = network.combined_words();
  const float input_step = largest_input(network, words, sample) / 127.0F;
  const float word_step = pack_table(words, section::words, out);
  const float subword_step = pack_table(network.subwords.weight, section::subwords, out);
  out.add_values(section::embedding_factors, std::vector<float>{word_step / input_step, subword_step / input_step});
  for (std::size_t layer = 0; layer < shape.layers; ++layer) {
    Outputs input;
    for (std::size_t side = 0; side < 2; ++side) {
      const Lstm& lstm = network.lstms[layer][side];
      input.add(lstm.input_weight.weight, &lstm.bias.weight, 0, 4 * shape.hidden);
      Outputs recurrent;
      recurrent.add(lstm.recurrent_weight.weight, nullptr, 0, 4 * shape.hidden);
      out.add(section::layer_recurrent(layer, side), pack(recurrent, state_step));
    }
    out.add(section::layer_input(layer), pack(input, layer == 0 ? input_step : state_step));
  }
  const std::size_t arcs_and_upos = 2 * shape.arc + 2 * shape.label + upos_count;
  Outputs heads;
  heads.add(network.heads_weight.weight, &network.heads_bias.weight, 0, arcs_and_upos);
  heads.fill();
  out.add(section::heads, pack(heads, state_step));
  for (std::size_t first = 0; first < labels.tags.size();) {
    std::size_t last = first;
    while (last < labels.tags.size() && labels.tags[last].upos == labels.tags[first].upos) ++last;
    Outputs tags;
    tags.add(network.tags_weight.weight, &network.tags_bias.weight, first, last - first);
    tags.fill();
    out.add(section::tag_weights(name(labels.tags[first].upos)), pack(tags, state_step));
    first = last;
  }
  export_names(network, labels, state_step, out);
  out.add_values(section::root_arc, network.root_arc.weight.values);
  out.add_values(section::root_label, network.root_label.weight.values);
  out.add_values(section::distance, network.distance.weight.values);
  out.add_values(section::distance_label, network.distance_label.weight.values);
  const std::size_t columns = section::padded(shape.relations);
  std::vector<float> label_weight(shape.label * columns, 0.0F);
  std::vector<float> label_bias(columns, 0.0F);
  std::copy_n(network.label_bias.weight.values.data(), shape.relations, label_bias.data());
  for (std::size_t i = 0; i < shape.label; ++i) {
    std::copy_n(network.label_weight.weight.row(i), shape.relations, label_weight.data() + i * columns);
  }
  out.add_values(section::label_weight, label_weight);
  out.add_values(section::label_bias, label_bias);
}

}  // namespace habari::learned
