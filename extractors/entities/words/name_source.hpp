#pragma once

#include <cstdint>

namespace habari {

/// Who tells which words of an article are names.
enum class NameSource : std::uint8_t {
  reader,     ///< The sentences carry them.
  gazetteer,  ///< No one marked any: those that the tables list, as far as their writing shows them.
};

}  // namespace habari
