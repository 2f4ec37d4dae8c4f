#pragma once

#include "analysis/model/model_file.hpp"

#include <habari/core/conllu.hpp>

#include <string>
#include <vector>

namespace habari::learned {

/// The running text of a treebank, put together again from its sentences.
struct TreebankParagraph {
  std::string text;
  std::vector<Sentence> sentences;  ///< Spans are byte offsets into `text`.
};

/// Paragraphs as `# newpar` and `# newdoc` set them apart; a blank stands between sentences but after SpaceAfter=No.
std::vector<TreebankParagraph> rebuild_paragraphs(const std::vector<ConlluSentence>& treebank);

/// Learns where tokens and sentences end.
void train_segmenter(const std::vector<ConlluSentence>& treebank, std::uint64_t seed, ModelWriter& out);

/// Collects the tokens of several words.
void train_multiwords(const std::vector<ConlluSentence>& treebank, ModelWriter& out);

}  // namespace habari::learned
