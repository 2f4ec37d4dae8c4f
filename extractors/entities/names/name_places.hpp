#pragma once

#include "gazetteer/gazetteer.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <span>
#include <vector>

namespace habari {

/// Gives places the country that the words behind them put them into: `Mbale, Kenya`, `London, Ontario`, `mjini Mbale
/// nchini Kenya`.
void locate_places(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                   std::vector<FoundName>& names);

}  // namespace habari
