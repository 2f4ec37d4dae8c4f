#pragma once

#include "frames/anaphor.hpp"
#include "lexicon/lexicon.hpp"

#include <habari/core/document.hpp>
#include <habari/core/sentence.hpp>

#include <span>

namespace habari {

/// Reads events and standing relations off the trees of an article; the same code for every language.
/// Returns which participants and speakers no noun of their sentence names.
/// Requires: document.entities holds the article's names and times in text order.
OpenReferences extract_frames(const Lexicon& lexicon, std::span<const Sentence> sentences, Document& document);

}  // namespace habari
