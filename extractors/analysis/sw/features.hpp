#pragma once

#include "analysis/sw/tagger.hpp"

#include <habari/core/sentence.hpp>

#include <vector>

namespace habari::swahili {

/// Writes lemma, UPOS, features, head and relation of `words` into the tokens of `sentence`.
/// Classes that agreement leaves open are taken from the word's governor or dependents.
void write_tokens(const std::vector<Word>& words, Sentence& sentence);

}  // namespace habari::swahili
