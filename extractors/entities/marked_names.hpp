#pragma once

#include "entities/found_name.hpp"
#include "entities/pieces.hpp"

#include <habari/core/article.hpp>
#include <habari/core/sentence.hpp>

#include <span>
#include <vector>

namespace habari {

/// The names that the sentences carry, with the article's pieces that they stand on; in text order, not overlapping.
/// Of a multiword token a name has the characters of its own words only.
std::vector<FoundName> marked_names(const Article& article, std::span<const Sentence> sentences,
                                    std::span<const Piece> pieces);

}  // namespace habari
