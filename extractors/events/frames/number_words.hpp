#pragma once

#include "frames/sentence_context.hpp"

#include <optional>
#include <string>

namespace habari {

/// Words that are one number, with the unit that is written together with them: `two hundred and fifty`, `milioni 2.5`,
/// `$20m`.
struct NumberWords {
  Word first = 0;
  Word last = 0;
  double value = 0;
  std::string unit;
};

/// The number that `word` is part of.
std::optional<NumberWords> number_at(const SentenceContext& context, Word word);

/// The row of quantities.tsv that a word has as written, or by its lemma where the reader takes it for a number or a
/// noun.
const QuantityWord* quantity_word(const SentenceContext& context, Word word);

}  // namespace habari
