#pragma once

#include "analysis/learned/network.hpp"
#include "analysis/learned/training/network.hpp"

#include <habari/core/conllu.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace habari::learned {

/// What the network's rows and outputs stand for.
struct NetworkLabels {
  std::vector<Tag> tags;                                    ///< Sorted.
  std::vector<Relation> relations;                          ///< Sorted.
  std::vector<std::uint64_t> words;                         ///< Hash of the word of row i + 1, by falling frequency.
  std::unordered_map<std::uint64_t, std::uint32_t> rows;    ///< Its inverse.
  std::unordered_map<std::uint64_t, std::uint32_t> counts;  ///< Of words in the training text.
  std::size_t subword_rows = 1;
};

/// Requires: a tree in each sentence or heads that are missing (head 0 with another relation than root).
NetworkLabels collect_labels(const std::vector<ConlluSentence>& treebank, std::uint32_t least_word_count,
                             std::size_t subword_rows);

/// Labels that are not in `labels` become `none`.
NetworkSentence encode(const Sentence& sentence, const NetworkLabels& labels);

}  // namespace habari::learned
