#pragma once

#include <habari/core/error.hpp>

#include <cstddef>
#include <cstdint>

namespace habari {

/// Stands for no row.
inline constexpr std::uint32_t none = 0xFFFFFFFFU;

/// The number of the row behind `count` others. Errors: Error where 32 bits do not hold it.
inline std::uint32_t row_number(std::size_t count) {
  if (count >= none) throw Error("more than 2^32 - 2 rows in one graph: build it in parts");
  return static_cast<std::uint32_t>(count);
}

}  // namespace habari
