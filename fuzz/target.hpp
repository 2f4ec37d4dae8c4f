#pragma once

#include <habari/core/error.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

/// What each program of this folder defines: reads `size` bytes, and ends the process where a property does not hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace habari::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the process where a property does not hold.
inline void check(bool holds, std::string_view property) {
  if (holds) return;
  std::fprintf(stderr, "fuzz: does not hold: %.*s\n", static_cast<int>(property.size()), property.data());
  std::abort();
}

/// A value, or the message of an error that begins with `where`: nothing else comes out of `read`.
template <typename Read>
auto outcome(std::string_view where, Read read) {
  std::pair<std::optional<decltype(read())>, std::string> result;
  try {
    result.first.emplace(read());
  } catch (const Error& error) {
    result.second = error.what();
    check(result.second.starts_with(where), "an error says where: " + result.second);
  }
  return result;
}

/// The outcome's value, when it is the same twice.
template <typename Read>
auto same_twice(std::string_view where, Read read) {
  auto first = outcome(where, read);
  check(first == outcome(where, read), "the same bytes give the same");
  return std::move(first.first);
}

}  // namespace habari::fuzz
