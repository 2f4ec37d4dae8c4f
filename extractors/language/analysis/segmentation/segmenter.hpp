#pragma once

#include "analysis/parts/known_words.hpp"
#include "analysis/segmentation/learnt_ends.hpp"
#include "analysis/segmentation/multiword.hpp"
#include "analysis/segmentation/tables.hpp"

#include <habari/core/sentence.hpp>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace habari::segmentation {

/// Marks what rules settle of a paragraph, before anything learnt is asked. `words` may be null. `rules_alone`:
/// nothing learnt will be.
void mark_by_rule(Paragraph& paragraph, const Tables& tables, const WordJudge* words, bool rules_alone);

/// Cuts text into sentences and words. What punctuation, addresses, the language's abbreviations and its known words
/// tell is settled by rule; the rest is decided by what a treebank taught, where there is a model, else by the classes
/// of the characters.
class Segmenter {
 public:
  /// By rule alone. `words` may be null.
  Segmenter(Tables tables, std::shared_ptr<const WordJudge> words);
  /// With what `habari train` learnt of it; by rule alone where it learnt nothing.
  /// Errors: Error where a section of the model is missing or does not fit.
  Segmenter(Tables tables, std::shared_ptr<const WordJudge> words, std::shared_ptr<const learned::ModelFile> model);

  /// Sentences in text order, their words with `form` and `span` set and nothing else. The words of a multiword token
  /// share its span; so do, with the blank between them, the two halves of a word that was torn apart, which are one
  /// token. Odd apostrophes (U+02BC, U+00B4) are typographic ones in forms. A newline ends a sentence; so does a
  /// sentence of `longest_sentence` surface tokens.
  /// Requires: `text` is valid UTF-8.   Cost: linear, whatever the text.
  std::vector<Sentence> segment(std::string_view text) const;

  static constexpr std::size_t longest_sentence = 256;

 private:
  void split(const Paragraph& paragraph, std::vector<Paragraph::Range>& pieces) const;
  bool token_ends(const Paragraph& paragraph, std::size_t chunk, std::size_t piece_begin, std::size_t at) const;
  bool sentence_ends(const Paragraph& paragraph, const std::vector<Paragraph::Range>& pieces, std::size_t begin,
                     std::size_t at) const;
  void add_words(const Paragraph& paragraph, Paragraph::Range piece, std::vector<std::string>& words,
                 Sentence& sentence) const;
  void finish(Sentence& sentence, std::string_view text, std::vector<Sentence>& sentences) const;

  Tables tables_;
  std::shared_ptr<const WordJudge> words_;
  std::shared_ptr<const learned::ModelFile> model_;  ///< What the next two keep views into.
  std::optional<LearntEnds> learnt_;
  std::optional<MultiwordTable> multiwords_;
};

}  // namespace habari::segmentation
