#pragma once

#include "analysis/model/linear_model.hpp"
#include "analysis/segmentation/paragraph.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace habari::segmentation {

/// Features of the question whether the token that began at `piece_begin` ends before character `at` of chunk `chunk`.
void token_features(const Paragraph& paragraph, std::size_t chunk, std::size_t piece_begin, std::size_t at,
                    std::vector<std::uint64_t>& out);
/// Features of the question whether a sentence that began at piece `sentence_begin` ends after piece `at`.
/// Requires: at + 1 < pieces.size().
void sentence_features(const Paragraph& paragraph, const std::vector<Paragraph::Range>& pieces,
                       std::size_t sentence_begin, std::size_t at, std::vector<std::uint64_t>& out);

/// Kinds of neighbouring characters, as far as they tell where a token may end: a letter, a digit, or a sign by itself.
std::uint32_t pair_class(char32_t before, char32_t after);
inline constexpr std::uint32_t pair_class_count = 16;

/// Where tokens and sentences end by what a treebank taught (`habari train`).
class LearntEnds {
 public:
  /// Whether a model learnt it.
  static bool is_in(const learned::ModelFile& file) { return file.has("split.pairs") || file.has("split.tokens"); }
  /// Keeps views into `file`. Errors: Error where a section is missing or does not fit.
  explicit LearntEnds(const learned::ModelFile& file)
      : splitting_pairs_(file.values<std::uint32_t>("split.pairs", 1)[0]),
        tokens_(file, "split.tokens"),
        sentences_(file, "split.sentences") {}

  bool token_ends(const Paragraph& paragraph, std::size_t chunk, std::size_t piece_begin, std::size_t at) const;
  bool sentence_ends(const Paragraph& paragraph, const std::vector<Paragraph::Range>& pieces,
                     std::size_t sentence_begin, std::size_t at) const;

 private:
  std::uint32_t splitting_pairs_ = 0;  ///< Bit for each pair_class between whose characters a token may end.
  learned::LinearModel tokens_;
  learned::LinearModel sentences_;
};

}  // namespace habari::segmentation
