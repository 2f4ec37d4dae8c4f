#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Names and shapes of the encoder's sections in a model file, for what writes them and what reads them.
/// A weights section over `k` inputs and `n` outputs (k a multiple of 64, n of 16) holds n factors, n biases (float),
/// n offsets (int32: -128 times the sum of the output's weights), and the bytes in the order of learned::packed_place,
/// each in [-63, 63].
namespace habari::encoder::section {

/// Of the file itself: it serves many languages.
inline constexpr std::string_view language = "mul";

/// u32: width, layers, attention heads, inner width, pieces, positions, arc, label, mixed layers.
inline const std::string sizes = "encoder.sizes";
inline constexpr std::size_t size_count = 9;
/// Lines, a language code each.
inline const std::string languages = "encoder.languages";
/// The pieces one after the other, sorted bytewise; where each ends (u32); their log probabilities (float).
inline const std::string piece_text = "pieces.text";
inline const std::string piece_ends = "pieces.ends";
inline const std::string piece_scores = "pieces.scores";
/// int8, a row a piece, then the sentence's begin, its end and the unknown piece; a factor (float) a row.
inline const std::string embeddings = "embed.rows";
inline const std::string embedding_factors = "embed.factors";
inline constexpr std::size_t special_rows = 3;
/// The same for the places in the sequence.
inline const std::string positions = "embed.positions";
inline const std::string position_factors = "embed.position.factors";
/// float: gains, then biases.
inline const std::string embedding_norm = "embed.norm";
/// One of a layer's sections: `qkv`, `out`, `norm.attention`, `inner`, `outer`, `norm.output`.
inline std::string layer(std::size_t number, std::string_view part) {
  return "layer." + std::to_string(number) + "." + std::string(part);
}
/// float: weights of the last layers, in their order, for tags and trees; then the same for names.
inline const std::string mix = "mix";
/// Weights; outputs: arc head part, arc dependent part, label head part, label dependent part, UPOS, tags.
inline const std::string heads = "heads";
/// Weights from a dependent's arc part to what is multiplied with a head's.
inline const std::string arc = "arc";
/// Weights from a dependent's label part: a row a relation, then a constant for each.
inline const std::string label = "label";
/// Weights; outputs: outside, then beginning and inside of each kind.
inline const std::string names = "names";
/// Lines: `UPOS TAB XPOS TAB FEATS`, sorted; `deprel:subtype`; names of entity kinds.
inline const std::string tags = "tags";
inline const std::string relations = "relations";
inline const std::string kinds = "kinds";

}  // namespace habari::encoder::section
