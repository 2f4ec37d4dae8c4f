#pragma once

#include "entities/found_name.hpp"
#include "entities/gazetteer.hpp"
#include "entities/name_words.hpp"
#include "entities/pieces.hpp"

#include <span>
#include <vector>

namespace habari {

/// Gives places the country that the words behind them put them into: `Mbale, Kenya`, `London, Ontario`, `mjini Mbale
/// nchini Kenya`.
void locate_places(const Gazetteer& gazetteer, const NameWords& words, std::span<const Piece> pieces,
                   std::vector<FoundName>& names);

}  // namespace habari
