#include "shown_text.hpp"

#include <habari/push/secret_mask.hpp>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace habari::cli {
namespace {

bool is_acted_upon(UChar32 c) {
  return c != '\t' && (u_charType(c) == U_CONTROL_CHAR || u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0);
}

}  // namespace

std::string shown_text(std::string_view message) {
  const std::string masked = mask_urls(message);
  const auto size = static_cast<std::int64_t>(masked.size());
  std::string shown;
  for (std::int64_t at = 0; at < size;) {
    const std::int64_t begin = at;
    UChar32 c = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(masked.data()), at, size, c);
    const std::string_view bytes(masked.data() + begin, static_cast<std::size_t>(at - begin));
    if (c < 0) {
      for (const char byte : bytes) shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
    } else if (c == '\n') {
      shown += "\\n";
    } else if (is_acted_upon(c)) {
      const auto number = static_cast<std::uint32_t>(c);
      shown += c < 0x80 ? fmt::format("\\x{:02x}", number) : fmt::format("\\u{:04x}", number);
    } else {
      shown += bytes;
    }
  }
  return shown;
}

}  // namespace habari::cli
