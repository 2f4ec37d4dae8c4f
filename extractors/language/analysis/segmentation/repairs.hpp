#pragma once

#include "analysis/parts/known_words.hpp"
#include "analysis/segmentation/paragraph.hpp"

#include <habari/core/sentence.hpp>

#include <string_view>

namespace habari::segmentation {

/// Marks where two words that were written as one come apart: a known word with a capital behind capitals (`DCRais`) or
/// behind a known word in small letters (`alisemaRais`). Requires: units are marked.
void mark_glued_words(Paragraph& paragraph, const WordJudge& words);

/// Makes one token of each word that a blank has torn in two (`wamesha shambuliwa`). The token's span holds the blank,
/// its form does not.
void join_torn_words(Sentence& sentence, std::string_view text, const WordJudge& words);

}  // namespace habari::segmentation
