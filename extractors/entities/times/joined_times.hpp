#pragma once

#include "times/time_expressions.hpp"
#include "times/time_tables.hpp"
#include "words/name_words.hpp"
#include "words/pieces.hpp"

#include <span>
#include <vector>

namespace habari {

/// An hour beside its day is one time with it: `saa tatu usiku Jumatano`, `Friday at 3 pm`.
void join_clocks(const TimeTables& tables, std::span<const Piece> pieces, std::vector<FoundTime>& times);

/// Days that share the month of the last or the first of them become times of their own: `tarehe 20 na 21 Mei`, `Monday
/// 20 and Tuesday 21 May`, `May 6 and 7`.
void share_months(const TimeTables& tables, const NameWords& words, const Article& article,
                  std::span<const Piece> pieces, std::vector<FoundTime>& times);

}  // namespace habari
