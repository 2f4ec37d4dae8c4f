#pragma once

#include "frames/anaphor.hpp"
#include "lexicon/lexicon.hpp"
#include "references/reference_weights.hpp"

#include <span>

namespace habari {

/// Finds whom pronouns, missing subjects and descriptions of an article mean, and whose word quotations are. Completes
/// the document's arguments, sources and statements; what stays unclear is left out. `open`: what extract_frames left
/// open in these sentences.
void resolve_references(const Lexicon& lexicon, const ReferenceWeights& weights, std::span<const Sentence> sentences,
                        const OpenReferences& open, Document& document);

}  // namespace habari
