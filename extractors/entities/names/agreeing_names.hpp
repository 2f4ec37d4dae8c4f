#pragma once

#include "lexicon/lexicon.hpp"
#include "times/time_tables.hpp"
#include "words/found_name.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <habari/core/sentence.hpp>

#include <span>
#include <vector>

namespace habari {

/// Adds persons whom the verb shows and the reader did not mark: given names and surnames with a capital that are
/// subject or object of a verb which does not agree with them as with a common noun (`Juma alikutana na Neema`, where
/// `juma` is a week), and subjects that the lexicon has no word for. Weekdays are none. `names` stay in text order.
void add_agreeing_names(const Lexicon& lexicon, const NameWords& words, const TimeTables& times,
                        std::span<const Sentence> sentences, std::span<const Piece> pieces,
                        std::vector<FoundName>& names);

}  // namespace habari
