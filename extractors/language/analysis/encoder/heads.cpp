#include "analysis/encoder/heads.hpp"

#include "analysis/encoder/layout.hpp"
#include "analysis/model/kernels.hpp"
#include "analysis/model/margins.hpp"
#include "analysis/model/tree_decoder.hpp"

#include <algorithm>

namespace habari::encoder {
namespace {

template <typename T>
void reserve_values(std::vector<T>& values, std::size_t count) {
  if (values.size() < count) values.resize(count);
}

/// What overflowed, or is no number, becomes a very low score.
float finite(float x) {
  constexpr float limit = 1e30F;
  return x > -limit ? std::min(x, limit) : -limit;
}

}  // namespace

Heads::Heads(const learned::ModelFile& file, const Sizes& sizes)
    : width_(sizes.width),
      arc_(sizes.arc),
      label_(sizes.label),
      tags_(learned::read_tags(file, section::tags)),
      relations_(learned::read_relations(file, section::relations)),
      kinds_(learned::read_kinds(file, section::kinds)) {
  for (std::size_t u = 0, t = 0; u < upos_count; ++u) {
    groups_[u].first_tag = t;
    while (t < tags_.size() && static_cast<std::size_t>(tags_[t].upos) == u) ++t;
    groups_[u].count = t - groups_[u].first_tag;
  }
  heads_ = read_weights(file, section::heads, width_, padded(2 * arc_ + 2 * label_ + upos_count + tags_.size()));
  arcs_ = read_weights(file, section::arc, arc_, arc_);
  labels_ = read_weights(file, section::label, label_, padded(relations_.size() * (label_ + 1)));
  names_ = read_weights(file, section::names, width_, padded(2 * kinds_.size() + 1));
}

void Heads::multiply(const float* x, std::size_t x_row, std::size_t rows, const Weights& weights,
                     std::vector<float>& out, Workspace& w) const {
  reserve_values(w.bytes, rows * weights.inputs);
  reserve_values(w.scales, rows);
  reserve_values(w.product, product_scratch(weights.inputs));
  reserve_values(out, rows * weights.outputs);
  for (std::size_t r = 0; r < rows; ++r) {
    kernels().quantize(x + r * x_row, 1, weights.inputs, w.bytes.data() + r * weights.inputs, w.scales.data() + r);
  }
  kernels().multiply({w.bytes.data(), w.scales.data(), rows}, weights, w.product.data(), out.data());
}

void Heads::choose_tags(std::size_t words, const Workspace& w, Reading& reading) const {
  reading.tags.resize(words);
  for (std::size_t i = 0; i < words; ++i) {
    const float* upos = w.outputs.data() + (i + 1) * heads_.outputs + 2 * arc_ + 2 * label_;
    std::size_t best_upos = upos_count;
    for (std::size_t u = 0; u < upos_count; ++u) {
      if (groups_[u].count > 0 && (best_upos == upos_count || upos[u] > upos[best_upos])) best_upos = u;
    }
    float next = -learned::no_rival;
    for (std::size_t u = 0; u < upos_count; ++u) {
      if (groups_[u].count > 0 && u != best_upos) next = std::max(next, upos[u]);
    }
    reading.margins[i].tag = upos[best_upos] - next;
    const TagGroup& group = groups_[best_upos];
    const float* tags = upos + upos_count + group.first_tag;
    reading.tags[i] = static_cast<std::uint32_t>(group.first_tag + (std::max_element(tags, tags + group.count) - tags));
  }
}

void Heads::choose_heads(std::size_t words, Workspace& w, Reading& reading) const {
  const std::size_t columns = padded(words + 1);
  reserve_values(w.governors, arc_ * columns);
  reserve_values(w.products, words * columns);
  reserve_values(w.scores, words * (words + 1));
  multiply(w.outputs.data() + heads_.outputs + arc_, heads_.outputs, words, arcs_, w.dependents, w);
  for (std::size_t a = 0; a < arc_; ++a) {
    float* row = w.governors.data() + a * columns;
    for (std::size_t h = 0; h <= words; ++h) row[h] = w.outputs[h * heads_.outputs + a];
    std::fill(row + words + 1, row + columns, 0.0F);
  }
  learned::kernels().multiply_floats(w.dependents.data(), arc_, words, arc_, w.governors.data(), columns,
                                     w.products.data());
  for (std::size_t i = 0; i < words; ++i) {
    const float* products = w.products.data() + i * columns;
    std::transform(products, products + words + 1, w.scores.data() + i * (words + 1), finite);
  }
  learned::decode_tree(w.scores.data(), words, reading.heads);
  for (std::size_t i = 0; i < words; ++i) {
    const float* scores = w.scores.data() + i * (words + 1);
    reading.margins[i].head = learned::margin_over_next(scores, words + 1, reading.heads[i], i + 1);
  }
}

std::uint32_t Heads::best_relation(const float* rows, const float* governor, bool is_root, float& margin) const {
  std::size_t best = relations_.size();
  float best_score = 0;
  float next = -learned::no_rival;
  for (std::size_t r = 0; r < relations_.size(); ++r) {
    // The root relation belongs to the root and to no other word, whatever the scores say.
    if ((relations_[r].deprel == Deprel::root) != is_root) continue;
    const float score = kernels().dot(rows + r * label_, governor, label_) + rows[relations_.size() * label_ + r];
    if (best != relations_.size() && score <= best_score) {
      next = std::max(next, score);
      continue;
    }
    if (best != relations_.size()) next = best_score;
    best = r;
    best_score = score;
  }
  margin = best_score - next;
  return static_cast<std::uint32_t>(best);
}

void Heads::choose_relations(std::size_t words, Workspace& w, Reading& reading) const {
  constexpr std::size_t rows = 16;  // The product's rows are long: few at once stay close.
  const std::size_t governors = 2 * arc_;
  const std::size_t dependents = governors + label_;
  reading.relations.resize(words);
  for (std::size_t first = 0; first < words; first += rows) {
    const std::size_t count = std::min(rows, words - first);
    multiply(w.outputs.data() + (first + 1) * heads_.outputs + dependents, heads_.outputs, count, labels_,
             w.relation_rows, w);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t head = reading.heads[first + i];
      const float* governor = w.outputs.data() + head * heads_.outputs + governors;
      reading.relations[first + i] = best_relation(w.relation_rows.data() + i * labels_.outputs, governor, head == 0,
                                                   reading.margins[first + i].relation);
    }
  }
}

void Heads::run(const float* tree, const float* names, std::size_t words, Workspace& w, Reading& reading) const {
  multiply(tree, width_, words + 1, heads_, w.outputs, w);
  for (std::size_t h = 0; h <= words; ++h) {
    float* row = w.outputs.data() + h * heads_.outputs;
    for (std::size_t i = 0; i < 2 * arc_ + 2 * label_; ++i) row[i] = row[i] > 0 ? row[i] : row[i] * 0.1F;
  }
  reading.margins.resize(words);
  choose_tags(words, w, reading);
  choose_heads(words, w, reading);
  choose_relations(words, w, reading);
  multiply(names, width_, words, names_, w.name_scores, w);
  w.names.decode(w.name_scores.data(), words, names_.outputs, kinds_.size(), reading.names);
  for (std::size_t i = 0; i < words; ++i) {
    const float* scores = w.name_scores.data() + i * names_.outputs;
    reading.margins[i].name = learned::margin_of_best(scores, 2 * kinds_.size() + 1);
  }
}

}  // namespace habari::encoder
