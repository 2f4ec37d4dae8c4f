#pragma once

#include "lexicon/lexicon.hpp"
#include "open_triples/unsaid_words.hpp"

#include <habari/core/document.hpp>
#include <habari/core/sentence.hpp>
#include <habari/extractors/open_triples.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace habari {

/// Reads open triples off the trees of an article, sentence by sentence, clauses before noun phrases; the same code for
/// every language. Requires: `mentions` are the article's names and times in text order.
std::vector<OpenTriple> read_open_triples(const Lexicon& lexicon, const UnsaidWords& unsaid, std::string_view text,
                                          std::span<const Mention> mentions, std::span<const Sentence> sentences);

}  // namespace habari
