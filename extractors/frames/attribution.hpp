#pragma once

#include "frames/clauses.hpp"

#include <optional>
#include <vector>

namespace habari {

/// For each event, the event that is its content's holder: the saying, fearing or ordering it stands under.
/// Coordinated contents share one holder.
std::vector<std::optional<std::uint32_t>> content_holders(const SentenceContext& context, const Predicates& predicates);

/// For each event, the event of saying or thinking in whose complement its clause stands directly, verbless clauses
/// between them climbed through (`said it is willing to …`).
std::vector<std::optional<std::uint32_t>> reporters(const SentenceContext& context, const Predicates& predicates,
                                                    const Clauses& clauses);

/// For each event, the noun phrase whose word the text gives for it: the nearest speaker or thinker above it, or who
/// stands in a phrase `according to …`.
std::vector<std::optional<Word>> sources(const SentenceContext& context, const Predicates& predicates,
                                         const Clauses& clauses);

}  // namespace habari
