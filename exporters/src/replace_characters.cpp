#include "src/replace_characters.hpp"

#include <unicode/utf8.h>

namespace habari {
namespace {

bool carries(Carrier carrier, UChar32 c) {
  if (c < 0 || c == 0 || c == 0xFFFE || c == 0xFFFF) return false;
  return carrier == Carrier::rdf || c >= 0x20 || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

std::string replace_characters(std::string_view text, Carrier carrier) {
  std::string carried;
  carried.reserve(text.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
  std::size_t at = 0;
  while (at < size) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    if (carries(carrier, c)) {
      carried.append(text, begin, at - begin);
    } else {
      carried += "\xEF\xBF\xBD";
    }
  }
  return carried;
}

}  // namespace habari
