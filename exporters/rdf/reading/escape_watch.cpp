#include "rdf/reading/escape_watch.hpp"

#include <unicode/utf8.h>

#include <charconv>
#include <cstdint>

namespace habari::rdf {
namespace {

constexpr std::size_t short_size = 6;
constexpr std::size_t long_size = 10;

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Whether Raptor reads the character itself as it reads its escape.
bool stands_for_itself(std::uint32_t code, bool allows_controls) {
  constexpr std::string_view syntax = " \"'<>\\^`{|}";
  if (code == 0 || code == '\n' || code == '\r') return false;
  if (code < ' ') return allows_controls;
  if (code < 0x7F) return syntax.find(static_cast<char>(code)) == std::string_view::npos;
  return U_IS_UNICODE_CHAR(static_cast<UChar32>(code));
}

}  // namespace

bool EscapeWatch::continues(char c) const { return escape_.size() == 1 ? c == 'u' || c == 'U' : is_hex_digit(c); }

bool EscapeWatch::is_whole() const {
  return escape_.size() == (escape_.size() > 1 && escape_[1] == 'U' ? long_size : short_size);
}

std::string_view EscapeWatch::take(std::string_view bytes) {
  if (escape_.empty() && bytes.find('\\') == std::string_view::npos) {
    for (const char c : bytes) {
      step_over(c);
      if (ends_text(c)) kept_ = 0;
    }
    return bytes;
  }
  out_.clear();
  for (const char c : bytes) {
    step_over(c);
    if (ends_text(c)) kept_ = 0;
    if (!escape_.empty() && continues(c)) {
      escape_ += c;
      if (is_whole()) decode();
      continue;
    }
    const bool is_escaped = escape_.size() == 1;
    out_ += escape_;
    escape_.clear();
    (c == '\\' && !is_escaped ? escape_ : out_) += c;
  }
  return out_;
}

void EscapeWatch::decode() {
  std::uint32_t code = 0;
  std::from_chars(escape_.data() + 2, escape_.data() + escape_.size(), code, 16);
  if (stands_for_itself(code, allows_controls())) {
    char bytes[U8_MAX_LENGTH];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes, size, static_cast<UChar32>(code));
    out_.append(bytes, size);
  } else {
    out_ += escape_;
    if (++kept_ > max_kept) {
      fail("more than " + std::to_string(max_kept) + " escapes of blanks, line ends and quotes (\\u0022) in one text");
    }
  }
  escape_.clear();
}

}  // namespace habari::rdf
