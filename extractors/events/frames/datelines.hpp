#pragma once

#include "frames/sentence_context.hpp"

namespace habari {

/// Where the dateline ends that opens a report: `NAIROBI (Reuters) - `, `MWANZA, Tanzania — `, `Lusaka, Agosti 24,
/// 2021: `. 0 where the sentence has none. A place before a dash is one if it is in capitals or has an outlet in
/// brackets or a date with it; before a colon, where speakers stand too, it needs the date.
Word find_dateline_end(const SentenceContext& context);

}  // namespace habari
