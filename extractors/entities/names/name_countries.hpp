#pragma once

#include "gazetteer/gazetteer.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <span>
#include <vector>

namespace habari {

/// Id of the country that the name names or lies in; empty where it is neither country nor place.
std::string country_of(const FoundName& name, const Gazetteer& gazetteer, const NameWords& words);

/// Gives institutions that an article names without their country (`High Court`) the one of the country that the
/// article gives them: what names it in full, a country or place beside it, else the country that the article speaks
/// of most, by far. Those that have none are marked as the article's own.
void place_institutions(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                        std::vector<FoundName>& names);

}  // namespace habari
