#pragma once

#include "gazetteer/gazetteer.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <span>
#include <vector>

namespace habari {

/// Chooses among countries and places that share a name in the tables (`Congo`, `Georgia`) the one that the article's
/// other names speak of: two states of the Congo by their capitals and people. Where they speak of none, or of two
/// alike, the name keeps the entry that it has.
void choose_namesakes(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                      std::vector<FoundName>& names);

}  // namespace habari
