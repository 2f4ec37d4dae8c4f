#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// The sentence with clauses put right that hang from the wrong word: what is said or quoted, clauses that a relative
/// word opens, subjects of gerunds; nothing where none does.
std::optional<Sentence> mend_clauses(const SentenceContext& context);

}  // namespace habari
