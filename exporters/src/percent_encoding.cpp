#include "src/percent_encoding.hpp"

#include <algorithm>

namespace habari {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

void append_encoded(std::string& out, char c) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4U];
  out += digits[byte & 15U];
}

}  // namespace

void append_percent_encoded(std::string& out, std::string_view text) {
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t slash = std::min(text.find('/', at), text.size());
    const std::string_view segment = text.substr(at, slash - at);
    const bool only_dots = segment.find_first_not_of('.') == std::string_view::npos;
    for (const char c : segment) {
      if (is_unreserved(c) && !only_dots) {
        out += c;
      } else {
        append_encoded(out, c);
      }
    }
    if (slash == text.size()) return;
    out += '/';
    at = slash + 1;
  }
}

}  // namespace habari
