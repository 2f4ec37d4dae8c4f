#pragma once

#include "analysis/learned/linear_model.hpp"
#include "analysis/learned/multiword.hpp"
#include "analysis/learned/paragraph.hpp"

#include <habari/core/sentence.hpp>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace habari::learned {

/// Cuts text into sentences of surface tokens by two learnt decisions: does a token end here, does a sentence end here.
/// A line break ends a sentence always, white space ends a token always; nothing else is known of any language.
class Segmenter {
 public:
  /// Keeps views into `file`, which must outlive it.
  explicit Segmenter(const ModelFile& file);

  /// Tokens of all sentences, in text order, and where each sentence ends among them.
  struct Result {
    std::vector<Span> tokens;
    std::vector<std::size_t> sentence_ends;
  };
  /// A sentence that reaches `longest_sentence` tokens is ended there. Requires: valid UTF-8.
  void segment(std::string_view text, Result& result) const;
  static constexpr std::size_t longest_sentence = 256;

  /// The pieces of one paragraph: what training needs too.
  static void split(const Paragraph& paragraph, std::uint32_t splitting_pairs, const LinearModel& model,
                    std::vector<Paragraph::Piece>& pieces);

 private:
  std::uint32_t splitting_pairs_ = 0;  ///< Bit for each pair_class between whose characters a token may end.
  LinearModel token_ends_;
  LinearModel sentence_ends_;
};

/// Sentences of words with their spans and forms, not yet tagged.
std::vector<Sentence> cut(std::string_view text, const Segmenter& segmenter, const MultiwordTable& multiwords);

}  // namespace habari::learned
