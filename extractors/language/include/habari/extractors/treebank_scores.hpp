#pragma once

#include <habari/core/conllu.hpp>
#include <habari/extractors/analyzer.hpp>

#include <cstddef>
#include <optional>
#include <span>

namespace habari {

/// How far an analyzer agrees with a treebank. Percentages; subtypes of relations and words without a head in the
/// treebank do not count.
struct TreebankScores {
  double upos = 0;              ///< Universal parts of speech.
  double xpos = 0;              ///< Language-specific tags.
  double feats = 0;             ///< All features of a word.
  double lemmas = 0;            ///< Dictionary forms.
  double uas = 0;               ///< Right heads.
  double las = 0;               ///< Right heads with the right relation.
  double words = 100;           ///< F1 of word cutting.
  double sentences = 100;       ///< F1 of sentence cutting.
  std::optional<double> names;  ///< F1 of names, place and kind; nothing where the treebank marks none.
  std::size_t word_count = 0;   ///< Of the treebank.
};

/// Analysis of the treebank's own words.
TreebankScores score_words(const Analyzer& analyzer, std::span<const ConlluSentence> treebank);

/// Analysis of the treebank's running text, paragraph by paragraph: each figure an F1 over words found and words there.
/// Source: the definitions of the CoNLL 2018 shared task, https://universaldependencies.org/conll18/evaluation.html
TreebankScores score_text(const Analyzer& analyzer, std::span<const ConlluSentence> treebank);

}  // namespace habari
