#pragma once

#include "frames/sentence_context.hpp"

#include <optional>
#include <string>

namespace habari {

/// A verb that with its marks is listed as a preposition, and its object: `kwa kutumia ngao`, `kwa kushirikiana na
/// polisi`.
struct VerbalPreposition {
  std::string marker;
  Word object = 0;  ///< Head of the phrase behind it.
};

/// Nothing where the verb is none.
std::optional<VerbalPreposition> verbal_preposition(const SentenceContext& context, Word verb);

}  // namespace habari
