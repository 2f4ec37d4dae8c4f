#pragma once

#include <habari/extractors/reader_kind.hpp>

#include <cstdint>
#include <string>

namespace habari {

/// What documents say of the reader that made them: `accurate 1a2b3c4d`.
std::string reader_identifier(ReaderKind kind, std::uint32_t checksum);

}  // namespace habari
