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
  std::unordered_map<std::uint64_t, std::uint32_t> counts;  ///< Of words in the treebank.
  std::vector<std::uint32_t> row_counts;                    ///< Of rows in all text, row 0 included.
  std::vector<std::uint8_t> row_habits;                     ///< Of rows, row 0 included.
  std::size_t subword_rows = 1;
};

/// Words get a row of their own that stand twice in the treebank, or three times in the treebank and the raw sentences,
/// or in `known`.
/// Words without a head (head 0 with another relation than root) teach no relation.
NetworkLabels collect_labels(const std::vector<ConlluSentence>& treebank, const std::vector<Sentence>& raw,
                             const std::vector<std::uint64_t>& known, std::size_t subword_rows);

/// Labels that are not in `labels` become `none`; words are counted in the treebank, or where it lacks them in all
/// text.
NetworkSentence encode(const Sentence& sentence, const NetworkLabels& labels);
/// The words alone, with their counts in all text.
NetworkSentence encode_words(const Sentence& sentence, const NetworkLabels& labels);

}  // namespace habari::learned
