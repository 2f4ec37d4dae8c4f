#pragma once

#include "analysis/learned/training/lstm.hpp"
#include "analysis/learned/training/matrix.hpp"
#include "analysis/learned/training/random.hpp"
#include "analysis/model/word_features.hpp"

#include <habari/core/sentence.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace habari::learned {

/// Sizes of the tagging and parsing network.
struct NetworkShape {
  std::size_t word_rows = 1;     ///< Row 0 stands for unknown words.
  std::size_t subword_rows = 1;  ///< Hash buckets.
  std::size_t input = 128;
  std::size_t hidden = 128;  ///< Of one direction.
  std::size_t layers = 2;
  std::size_t arc = 96;
  std::size_t label = 96;
  std::size_t tags = 1;  ///< Distinct combinations of UPOS, XPOS and features.
  std::size_t relations = 1;
  std::size_t names = 0;  ///< Outside, beginning and inside of each kind; 0 where there are no names to learn.
};

/// A treebank sentence in numbers. Gold fields may be `none`: that word then teaches nothing of that kind.
struct NetworkSentence {
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Word {
    std::uint32_t word = 0;
    std::uint32_t word_count = 0;  ///< In the training text.
    std::array<std::uint32_t, subword_count> subwords{};
    std::uint32_t habit = 0;          ///< Row of `subwords` behind the buckets, by the word's habit and this writing.
    std::uint32_t unknown_habit = 0;  ///< The same for a word of no known habit.
    std::uint32_t tag = none;
    std::uint32_t head = none;  ///< 1-based; 0 for the root.
    std::uint32_t relation = none;
    std::uint32_t name = none;  ///< 0 outside, 1 + 2k at the beginning and 2 + 2k inside a name of kind k.
  };
  std::vector<Word> words;
};

struct NetworkRates {
  float input_dropout = 0.25F;
  float layer_dropout = 0.33F;
  float recurrent_dropout = 0.2F;
  float head_dropout = 0.33F;
  float label_dropout = 0.25F;
  /// A word seen c times is made unknown with rate / (rate + c); every other time it keeps its vector.
  float word_dropout = 0.25F;
};

/// Embeddings, bidirectional LSTM layers, and on top of them tags, names, heads (bilinear over word pairs, with the
/// distance) and relations: everything learnt together.
/// Source for the parts: Kiperwasser and Goldberg 2016, Dozat and Manning 2017.
class TrainableNetwork {
 public:
  /// Sentences by falling length.
  using Batch = std::vector<const NetworkSentence*>;

  /// `tag_upos` is each tag's UPOS, rising.
  TrainableNetwork(const NetworkShape& shape, std::vector<std::uint32_t> tag_upos, std::uint64_t seed);

  /// Adds the gradients of one batch. Returns the mean loss of a word.
  double train(const Batch& batch, const NetworkRates& rates);

  /// Gives words vectors known from elsewhere: a row for each of `words`, zeros where there is none. They are not
  /// changed, but a projection of them is learnt that is added to the word's own embedding.
  void use_vectors(Matrix vectors);

  /// What an input word was made of. `none` where it was dropped or there is none.
  struct Source {
    std::uint32_t own = NetworkSentence::none;     ///< Row of `words`.
    std::uint32_t vector = NetworkSentence::none;  ///< Row of the vectors.
    std::uint32_t habit = 0;                       ///< Row of `subwords`.
  };
  /// The first layer's input: a row a word, and what it was made of. Words and values are dropped;
  /// learn_embeddings() takes the gradient of what was left.
  void embed(const Batch& batch, const NetworkRates& rates, Matrix& x, std::vector<Source>& sources);
  void learn_embeddings(const Batch& batch, const std::vector<Source>& sources, Matrix& dx);
  /// The word table with the vectors' part added.
  Matrix combined_words() const;

  const NetworkShape& shape() const { return shape_; }
  const std::vector<std::uint32_t>& tag_upos() const { return tag_upos_; }
  std::vector<Parameter*> parameters();
  Random& random() { return random_; }

  Parameter words;
  Parameter projection;  ///< Width of the vectors x input; empty without vectors.
  Parameter subwords;
  std::vector<std::array<Lstm, 2>> lstms;
  Parameter heads_weight;  ///< 2 hidden x (arc dependent, arc head, label dependent, label head, UPOS)
  Parameter heads_bias;
  Parameter tags_weight;  ///< 2 hidden x tags
  Parameter tags_bias;
  Parameter names_weight;  ///< 2 hidden x names
  Parameter names_bias;
  Parameter root_arc;        ///< 1 x arc
  Parameter root_label;      ///< 1 x label
  Parameter distance;        ///< distance_count x 1, added to an arc's score
  Parameter distance_label;  ///< distance_count x label
  Parameter label_weight;    ///< label x relations
  Parameter label_bias;

 private:
  struct Pass;
  /// Some of a matrix's outputs that exclude each other.
  struct Columns {
    std::size_t first = 0;
    std::size_t count = 0;
  };
  /// Words of a batch, and the right one of some columns for each.
  struct Targets {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> golds;

    void add(std::size_t row, std::size_t gold) {
      rows.push_back(row);
      golds.push_back(gold);
    }
  };
  Source draw_source(const NetworkSentence::Word& word, float word_dropout);
  void encode(Pass& pass, const NetworkRates& rates);
  double score_tags(Pass& pass);
  double score_columns(Pass& pass, Parameter& weights, Parameter& bias, const Columns& columns, const Targets& targets);
  double score_names(Pass& pass);
  double score_arcs(Pass& pass);
  double score_labels(Pass& pass, const NetworkRates& rates);
  void propagate(Pass& pass);

  NetworkShape shape_;
  std::vector<std::uint32_t> tag_upos_;
  std::array<Columns, upos_count> groups_{};  ///< The tags of each UPOS.
  Random random_;
  Matrix vectors_;
  std::vector<char> has_vector_;
  Matrix input_mask_;
  Matrix batch_vectors_;  ///< Of the words embedded last.
};

}  // namespace habari::learned
