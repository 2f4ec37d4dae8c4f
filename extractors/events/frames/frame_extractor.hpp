#pragma once

#include "frames/anaphor.hpp"
#include "lexicon/lexicon.hpp"

#include <habari/core/document.hpp>
#include <habari/core/sentence.hpp>

#include <span>

namespace habari {

/// What extract_frames knows beside the document.
struct Frames {
  OpenReferences open;  ///< Which participants and speakers no noun of their sentence names.
  Readings readings;
};

/// Reads events and standing relations off the trees of an article; the same code for every language. `without`: rules
/// that are not followed. Requires: document.entities holds the article's names and times in text order.
Frames extract_frames(const Lexicon& lexicon, std::span<const Sentence> sentences, Document& document,
                      const FrameRules& without = {});

}  // namespace habari
