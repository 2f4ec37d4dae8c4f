#pragma once

#include "analysis/encoder/kernels.hpp"
#include "analysis/encoder/sections.hpp"
#include "analysis/encoder/transformer.hpp"
#include "analysis/model/labels.hpp"
#include "analysis/model/model_file.hpp"
#include "analysis/model/name_decoder.hpp"

#include <habari/core/ontology.hpp>
#include <habari/core/sentence.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace habari::encoder {

/// What the network says of one sentence, a number for each word, and its names.
struct Reading {
  std::vector<std::uint32_t> tags;
  std::vector<std::uint32_t> heads;  ///< 1-based; 0 for the root. Always a tree.
  std::vector<std::uint32_t> relations;
  std::vector<learned::NameRange> names;
  std::vector<ReadingMargins> margins;
};

/// From the vectors of a sentence's words to tags, tree and names: UPOS, and the best tag that has it; the best tree
/// over scores bilinear in dependent and head (Dozat and Manning 2017); given the head, the best relation.
class Heads {
 public:
  /// Keeps views into `file`, which must outlive it.
  /// Errors: Error where a section is missing or does not fit the others.
  Heads(const learned::ModelFile& file, const Sizes& sizes);

  /// Memory that is kept from sentence to sentence; one for each thread.
  struct Workspace {
    std::vector<std::uint8_t> bytes;
    std::vector<float> scales;
    std::vector<std::uint8_t> product;
    std::vector<float> outputs;    ///< A row for the root, one for each word.
    std::vector<float> governors;  ///< arc x (words + 1), transposed.
    std::vector<float> dependents;
    std::vector<float> products;
    std::vector<float> scores;
    std::vector<float> relation_rows;
    std::vector<float> name_scores;
    learned::NameDecoder names;
  };
  /// `tree` has a row for the root and one for each word, `names` one for each word.
  /// Cost: linear in the words but for the heads' scores, which are quadratic, and the tree: see decode_tree.
  void run(const float* tree, const float* names, std::size_t words, Workspace& workspace, Reading& reading) const;

  const std::vector<learned::Tag>& tags() const { return tags_; }
  const std::vector<learned::Relation>& relations() const { return relations_; }
  const std::vector<EntityKind>& kinds() const { return kinds_; }

 private:
  struct TagGroup {
    std::size_t first_tag = 0;
    std::size_t count = 0;
  };

  void multiply(const float* x, std::size_t x_row, std::size_t rows, const Weights& weights, std::vector<float>& out,
                Workspace& w) const;
  void choose_tags(std::size_t words, const Workspace& w, Reading& reading) const;
  void choose_heads(std::size_t words, Workspace& w, Reading& reading) const;
  void choose_relations(std::size_t words, Workspace& w, Reading& reading) const;
  std::uint32_t best_relation(const float* rows, const float* governor, bool is_root, float& margin) const;

  std::size_t width_ = 0;
  std::size_t arc_ = 0;
  std::size_t label_ = 0;
  std::vector<learned::Tag> tags_;
  std::vector<learned::Relation> relations_;
  std::vector<EntityKind> kinds_;
  std::array<TagGroup, upos_count> groups_{};
  Weights heads_;
  Weights arcs_;
  Weights labels_;
  Weights names_;
};

}  // namespace habari::encoder
