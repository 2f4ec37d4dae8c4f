#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace habari {

/// A name as names are compared: lower case, without accents, in ASCII letters where it is written in Latin ones
/// (`Støre` is `store`), its words set apart by one blank each. A name without a word is left as it is.
std::string fold_name(std::string_view name);

template <typename Use>
void for_each_word(std::string_view folded, Use use) {
  while (!folded.empty()) {
    const std::size_t blank = std::min(folded.find(' '), folded.size());
    if (blank > 0) use(folded.substr(0, blank));
    folded.remove_prefix(std::min(blank + 1, folded.size()));
  }
}

}  // namespace habari
