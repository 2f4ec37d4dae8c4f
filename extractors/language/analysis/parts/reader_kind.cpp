#include "analysis/parts/reader_kind.hpp"

#include <fmt/format.h>

namespace habari {

std::string_view name(ReaderKind kind) { return kind == ReaderKind::accurate ? "accurate" : "fast"; }

std::optional<ReaderKind> parse_reader_kind(std::string_view text) {
  for (const ReaderKind kind : {ReaderKind::accurate, ReaderKind::fast}) {
    if (text == name(kind)) return kind;
  }
  return std::nullopt;
}

std::string reader_identifier(ReaderKind kind, std::uint32_t checksum) {
  return fmt::format("{} {:08x}", name(kind), checksum);
}

}  // namespace habari
