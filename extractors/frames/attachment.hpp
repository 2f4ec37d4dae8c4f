#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// The sentence with what a parser hangs from its neighbour and the lexicon knows better put right: the agent of a
/// passive, clauses and phrases whose marker is listed in the verb's row, prepositions that are made with a noun
/// (`at the hands of`). `mended` holds the sentence that the context then refers to, and must outlive it; it stays
/// empty where nothing is moved.
SentenceContext mended_context(const Sentence& sentence, std::string_view text, const Lexicon& lexicon,
                               std::span<const Mention> mentions, std::optional<Sentence>& mended);

}  // namespace habari
