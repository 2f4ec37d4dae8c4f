#pragma once

#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <habari/core/article.hpp>
#include <habari/core/sentence.hpp>

#include <span>
#include <vector>

namespace habari {

/// The names that the sentences carry, with the article's pieces that they stand on; in text order, not overlapping.
/// Of a multiword token a name has the characters of its own words only. What a reader marked in parts is one name:
/// without a blank between them, behind a connective (`University of`, `Goma`), of one kind side by side, or a body and
/// whose it is (`Council of Ministers`, `Kenya`). A verb or adverb at a sentence's beginning is no part of a name.
std::vector<FoundName> marked_names(const Article& article, std::span<const Sentence> sentences,
                                    std::span<const Piece> pieces, const NameWords& words);

}  // namespace habari
