#pragma once

#include "analysis/parts/known_words.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace habari {

/// What a language knows of a text.
struct KnownShare {
  double known = 0.0;  ///< Letters in known words; names count less.
  double told = 0.0;   ///< Letters in all words that tell something about this language.

  double share() const { return told > 0.0 ? known / told : 0.0; }
};

/// One share for each language.
/// Words in capitals within a sentence are names mostly: they count less. Such words, and those in quotation marks, say
/// nothing against a language where another one knows them. Only the first words of the text are looked at.
/// Requires: valid UTF-8.
std::vector<KnownShare> known_shares(std::string_view text,
                                     const std::vector<std::shared_ptr<const KnownWords>>& languages);

}  // namespace habari
