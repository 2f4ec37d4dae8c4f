#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace habari {

/// Which network makes trees of words: the large one that all languages share, which finds names too, or the language's
/// own small one.
enum class ReaderKind : std::uint8_t { accurate, fast };

std::string_view name(ReaderKind kind);                              ///< `accurate`
std::optional<ReaderKind> parse_reader_kind(std::string_view name);  ///< Nothing for any other word.

}  // namespace habari
