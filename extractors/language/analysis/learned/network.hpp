#pragma once

#include "analysis/model/labels.hpp"
#include "analysis/model/model_file.hpp"
#include "analysis/model/name_decoder.hpp"
#include "analysis/model/word_features.hpp"

#include <habari/core/ontology.hpp>
#include <habari/core/sentence.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace habari::learned {

/// A trained tagging and parsing network: byte weights, read in place from a model file.
/// Embeddings of the word, its affixes and shape; two layers (or another number) of bidirectional LSTM; on top tags,
/// heads by a bilinear form over word pairs, relations, and names where the model learnt them. The same words give the
/// same bits on every processor.
class Network {
 public:
  /// Keeps views into `file`, which must outlive it.
  /// Errors: Error where a section is missing or does not fit the others.
  explicit Network(const ModelFile& file);

  /// What the network says of one sentence, a number for each word.
  struct Result {
    std::vector<std::uint32_t> tags;
    std::vector<std::uint32_t> heads;  ///< 1-based; 0 for the root. Always a tree.
    std::vector<std::uint32_t> relations;
    std::vector<NameRange> names;
    std::vector<ReadingMargins> margins;
  };
  /// Memory that is kept from sentence to sentence; one for each thread.
  class Workspace;
  static std::shared_ptr<Workspace> make_workspace();

  /// Sentences that are read together; how many changes the speed and nothing else.
  static constexpr std::size_t batch_size = 4;
  /// Reads up to `batch_size` sentences. `lengths` falls and adds up to the number of words.
  /// Cost: linear in the words but for the heads' scores, which are quadratic: cut long sentences first.
  void run(std::span<const WordFeatures> words, std::span<const std::size_t> lengths, Workspace& workspace,
           std::span<Result> results) const;

  const std::vector<Tag>& tags() const { return tags_; }
  const std::vector<Relation>& relations() const { return relations_; }
  const std::vector<EntityKind>& kinds() const { return kinds_; }  ///< Of names; none where it learnt no names.

 private:
  /// A matrix of bytes in the order the kernels read, with the factor and bias of each output.
  struct Weights {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    const float* scale = nullptr;
    const float* bias = nullptr;
    const std::int32_t* offset = nullptr;
    const std::int8_t* values = nullptr;
  };
  struct Layer {
    Weights input;  ///< Both directions side by side.
    std::array<Weights, 2> recurrent;
  };
  struct TagGroup {
    std::size_t first_tag = 0;
    std::size_t count = 0;
    Weights weights;
  };

  void read_words(std::span<const std::uint32_t> sizes);
  void read_layers(std::size_t count);
  void read_outputs();
  void read_names();
  Weights read_weights(const std::string& name, std::size_t inputs, std::size_t outputs) const;
  std::span<const float> read_floats(const std::string& name, std::size_t count) const;
  std::uint32_t word_row(std::uint64_t word) const;
  void embed(std::span<const WordFeatures> words, Workspace& workspace) const;
  void multiply(const Weights& weights, std::size_t words, Workspace& workspace, std::vector<float>& out) const;
  void encode(std::span<const std::size_t> lengths, Workspace& workspace) const;
  void step_through(const Layer& layer, std::size_t side, std::span<const std::size_t> lengths,
                    Workspace& workspace) const;
  void choose_tags(std::size_t first, std::size_t words, Workspace& workspace, Result& result) const;
  void choose_heads(std::size_t first, std::size_t words, Workspace& workspace, Result& result) const;
  void choose_relations(std::size_t first, std::size_t words, Workspace& workspace, Result& result) const;
  void choose_names(std::size_t first, std::size_t words, Workspace& workspace, Result& result) const;

  const ModelFile& file_;
  std::vector<Tag> tags_;
  std::vector<Relation> relations_;
  std::vector<EntityKind> kinds_;
  std::array<TagGroup, upos_count> groups_{};
  std::size_t input_ = 0;
  std::size_t hidden_ = 0;
  std::size_t arc_ = 0;
  std::size_t label_ = 0;
  std::span<const std::uint64_t> word_keys_;
  std::span<const std::uint32_t> word_rows_;
  std::span<const std::uint8_t> word_habits_;
  const std::int8_t* words_ = nullptr;
  const std::int8_t* subwords_ = nullptr;
  std::size_t subword_rows_ = 0;
  float word_factor_ = 0;
  float subword_factor_ = 0;
  std::vector<Layer> layers_;
  Weights heads_;
  Weights names_;
  std::span<const float> root_arc_;
  std::span<const float> root_label_;
  std::span<const float> distance_;
  std::span<const float> distance_label_;
  std::span<const float> label_weight_;
  std::span<const float> label_bias_;
  std::size_t relation_columns_ = 0;
};

}  // namespace habari::learned
