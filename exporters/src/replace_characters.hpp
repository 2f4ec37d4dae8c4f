#pragma once

#include <habari/core/text.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace habari {

/// What a text is to be carried by.
enum class Carrier : std::uint8_t {
  rdf,  ///< All but U+0000, U+FFFE and U+FFFF.
  xml   ///< All but the control characters that XML 1.0 forbids, U+FFFE and U+FFFF.
};

/// `text` with what the carrier cannot hold, and each ill-formed UTF-8 sequence, replaced by U+FFFD.
/// Source: https://www.w3.org/TR/xml/#charsets
std::string replace_characters(std::string_view text, Carrier carrier);

}  // namespace habari
