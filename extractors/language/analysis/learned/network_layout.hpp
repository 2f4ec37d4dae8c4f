#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Names and shapes of a network's sections in a model file, for what writes them and what reads them.
/// A weights section over `k` inputs and `n` outputs (multiples of 4 and of 16) holds n factors, n biases (float),
/// n offsets (int32: -128 times the sum of the output's weights), and the bytes: for each 16 outputs, for each 4
/// inputs, 16 x 4.
namespace habari::learned::section {

/// u32: input, hidden, layers, arc, label, word rows, subword rows.
inline const std::string sizes = "sizes";
inline constexpr std::size_t size_count = 7;
/// Lines `UPOS TAB XPOS TAB FEATS` and `deprel:subtype`, sorted, no newline at the end.
inline const std::string tags = "tags";
inline const std::string relations = "relations";
/// Open hash table with a power of two of slots: key 0 is free, and at least one is.
inline const std::string word_keys = "word.keys";
inline const std::string word_rows = "word.rows";
/// u8, the habit of each row of words (0 for row 0).
inline const std::string word_habits = "word.habits";
inline const std::string words = "embed.words";
/// The hash buckets, then a row for each habit and writing.
inline const std::string subwords = "embed.subwords";
/// Float, from a table's bytes to the first layer's activation steps: words, subwords.
inline const std::string embedding_factors = "embed.factors";
inline const std::string heads = "heads";
/// The tags of one UPOS.
inline std::string tag_weights(std::string_view upos) { return "tags." + std::string(upos); }
inline const std::string root_arc = "root.arc";
inline const std::string root_label = "root.label";
inline const std::string distance = "distance";
inline const std::string distance_label = "distance.label";
inline const std::string label_weight = "label.weight";
inline const std::string label_bias = "label.bias";
/// Only where names were learnt: lines, a kind of names each; weights with the outputs outside, then beginning and
/// inside of each kind.
inline const std::string kinds = "kinds";
inline const std::string names = "names";

inline std::string layer_input(std::size_t layer) { return "lstm." + std::to_string(layer) + ".input"; }
inline std::string layer_recurrent(std::size_t layer, std::size_t side) {
  return "lstm." + std::to_string(layer) + (side == 0 ? ".forward" : ".backward");
}
/// The next multiple of 16.
inline std::size_t padded(std::size_t count) { return (count + 15) / 16 * 16; }

}  // namespace habari::learned::section
