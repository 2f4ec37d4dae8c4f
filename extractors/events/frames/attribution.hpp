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

/// Whose word the text gives for an event.
struct Attribution {
  std::optional<Word> speaker;  ///< The noun phrase that names him.
  std::optional<std::uint32_t>
      report;  ///< The nearer event of saying whose subject has no noun: a pronoun, or no word.

  Attribution with(std::optional<Word> who) const { return {who, report}; }
};

/// For each event, the nearest speaker or thinker above it, or who stands in a phrase `according to …`.
std::vector<Attribution> sources(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses);

}  // namespace habari
