#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// The sentence with names, titles and times put right that hang from the wrong word; nothing where none does.
std::optional<Sentence> mend_phrases(const SentenceContext& context);

}  // namespace habari
