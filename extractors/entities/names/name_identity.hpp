#pragma once

#include "gazetteer/gazetteer.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <habari/core/article.hpp>
#include <habari/core/document.hpp>

#include <span>
#include <vector>

namespace habari {

/// Joins the names of one article and gives each the identifier of what it names: short names join the long
/// (`Putin`, `Rais Putin`, `Vladimir Putin`), spellings join each other (`Kim Jong-un`, `Kim Jong Un`), and an acronym
/// joins the name that it stands behind in brackets. `pieces` is the article's.
std::vector<Mention> identify_names(const Article& article, const Gazetteer& gazetteer, const NameWords& words,
                                    std::span<const Piece> pieces, std::vector<FoundName> names);

}  // namespace habari
