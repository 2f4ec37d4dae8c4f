#pragma once

#include "analysis/learned/network.hpp"
#include "analysis/learned/training/network.hpp"
#include "analysis/learned/training/treebank.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace habari::learned {

/// What the network's rows and outputs stand for.
struct NetworkLabels {
  std::vector<Tag> tags;                                    ///< Sorted.
  std::vector<Relation> relations;                          ///< Sorted.
  std::vector<EntityKind> kinds;                            ///< Of names, sorted; none where no name is marked.
  std::vector<std::uint64_t> words;                         ///< Hash of the word of row i + 1, by falling frequency.
  std::unordered_map<std::uint64_t, std::uint32_t> rows;    ///< Its inverse.
  std::unordered_map<std::uint64_t, std::uint32_t> counts;  ///< Of words in all sentences.
  std::vector<std::uint8_t> row_habits;                     ///< Of rows, row 0 included.
  std::size_t subword_rows = 1;
};

/// Words get a row of their own that stand twice in the sentences, gold and silver, or once in `known`.
/// Words without a head (head 0 with another relation than root) teach no relation.
NetworkLabels collect_labels(const Treebank& gold, const Treebank& silver, const std::vector<std::uint64_t>& known,
                             std::size_t subword_rows);

/// A sentence in numbers; labels that are not in `labels` become `none`, and all of names where they are not known.
NetworkSentence encode(const Sentence& sentence, bool knows_names, const NetworkLabels& labels);
/// All sentences of a treebank.
std::vector<NetworkSentence> encode(const Treebank& treebank, const NetworkLabels& labels);

}  // namespace habari::learned
