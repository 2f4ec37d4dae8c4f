#pragma once

#include "frames/sentence_context.hpp"

#include <vector>

namespace habari {

/// What a word is as a quotation mark. A straight mark opens where a blank stands before it and none behind.
enum class QuotationMark : std::uint8_t { none, opening, closing };
QuotationMark quotation_mark(const Sentence& sentence, Word word);

/// Words first to last, the quotation marks left out.
struct Quotation {
  Word first = 0;
  Word last = 0;
  bool contains(Word word) const { return first <= word && word <= last; }
};

/// What stands between quotation marks in a sentence, in word order. A mark with no partner opens a quotation that goes
/// on behind the sentence, or closes one that began before it, by the side on which the blank is.
std::vector<Quotation> quotations(const SentenceContext& context);

}  // namespace habari
