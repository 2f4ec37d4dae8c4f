#pragma once

#include "lexicon/lexicon.hpp"

#include <habari/core/document.hpp>
#include <habari/core/sentence.hpp>

#include <span>

namespace habari {

/// Reads events and standing relations off the trees of an article; the same code for every language.
/// Requires: document.entities holds the article's names and times in text order.
void extract_frames(const Lexicon& lexicon, std::span<const Sentence> sentences, Document& document);

}  // namespace habari
