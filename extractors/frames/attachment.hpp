#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// Puts right what a parser hangs from its neighbour and the lexicon knows better: the agent of a passive, clauses and
/// phrases whose marker is listed in the verb's row, prepositions that are made with a noun (`at the hands of`).
/// Returns the mended sentence, or nothing where all stays as it is.
std::optional<Sentence> mend_attachments(const Sentence& sentence, std::string_view text, const Lexicon& lexicon,
                                         std::span<const Mention> mentions);

}  // namespace habari
