#pragma once

#include "target.hpp"

#include <array>

namespace habari::fuzz {

/// `base` with bytes of it replaced: four bytes of `edits` say which, the fifth by what. For formats whose files are
/// too large to make up.
inline std::string edited(std::string base, std::string_view edits) {
  constexpr std::size_t size = 5;
  for (; edits.size() >= size; edits.remove_prefix(size)) {
    std::size_t at = 0;
    for (std::size_t i = 0; i + 1 < size; ++i) at = at << 8U | static_cast<unsigned char>(edits[i]);
    base[at % base.size()] = edits[size - 1];
  }
  return base;
}

}  // namespace habari::fuzz
