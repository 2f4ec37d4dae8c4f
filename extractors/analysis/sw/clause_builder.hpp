#pragma once

#include "analysis/sw/chunker.hpp"

#include <vector>

namespace habari::swahili {

/// Joins the phrases of a sentence into one tree: heads and relations of all `words`.
/// Reads left to right and keeps the trees that still wait for a governor; a verb takes the phrases before it by
/// agreement, and finds its place among the clauses already read.
void build_clauses(std::vector<Word>& words, std::vector<Item> items, const SyntaxLexicon& syntax);

}  // namespace habari::swahili
