#pragma once

#include "analysis/learned/lemmatizer.hpp"
#include "analysis/learned/training/dictionary.hpp"

#include <habari/core/conllu.hpp>

#include <vector>

namespace habari::learned {

/// The rule that makes `lemma` of `form`: the longest part they share stays.
LemmaRule derive_lemma_rule(std::string_view form, std::string_view lemma);

/// Learns the lemmatizer's tables. `tags` are the network's; the lemmas of the treebank and the dictionary are known.
void train_lemmatizer(const std::vector<ConlluSentence>& treebank, const std::vector<Tag>& tags,
                      const std::vector<DictionaryEntry>& dictionary, ModelWriter& out);

}  // namespace habari::learned
