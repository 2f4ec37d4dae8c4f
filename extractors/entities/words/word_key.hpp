#pragma once

#include <string>
#include <string_view>

namespace habari {

/// The form under which words are compared: lower case, diacritics folded (`São` and `Sao`, `Ndiaye` and `NDIAYE`),
/// typographic apostrophes made plain, the periods of an abbreviation (`U.S.`) taken out. Requires valid UTF-8.
std::string word_key(std::string_view word);

/// A name as part of an entity identifier: word_key with everything but letters and digits turned into single hyphens
/// (`Kim Jong-Un` is `kim-jong-un`, `Côte d’Ivoire` is `cote-d-ivoire`). Requires valid UTF-8.
std::string entity_slug(std::string_view name);

}  // namespace habari
