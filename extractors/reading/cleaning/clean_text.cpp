#include "cleaning/clean_text.hpp"

#include <habari/core/error.hpp>
#include <habari/core/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace habari {
namespace {

std::size_t line_of(std::string_view text, std::size_t at) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

[[noreturn]] void fail(const Origin& origin, std::size_t line, const std::string& message) {
  throw Error(fmt::format("{}:{}: {}", origin.file, origin.line != 0 ? origin.line : line, message));
}

std::string invalid_utf8_message(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (at == 0 && (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))) {
    return "UTF-16, expected UTF-8; convert it: iconv -f UTF-16 -t UTF-8 FILE";
  }
  const std::size_t line_start = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  // A lead byte with only continuation bytes behind it, up to the end: the file was cut.
  const bool cut = byte >= 0xC2 && byte <= 0xF4 && text.size() - at < 4 &&
                   std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, text.end(),
                               [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; });
  return fmt::format("{} UTF-8 (0x{:02X} is byte {} of the line){}", cut ? "truncated" : "invalid", byte,
                     at - line_start + 1, cut ? "" : "; convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE");
}

/// What a character becomes: itself, a blank or a line feed. `length` is that of its UTF-8 sequence.
enum class Fate { stays, blank, line_feed };

Fate fate_of(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  length = 1;
  const unsigned first = byte(0);
  if (first == '\r' || first == '\f') return Fate::line_feed;
  if ((first < 0x20 && first != '\n' && first != '\t') || first == 0x7F) return Fate::blank;
  if (first == 0xC2 && byte(1) < 0xA0) {
    length = 2;
    return byte(1) == 0x85 ? Fate::line_feed : Fate::blank;
  }
  if (first == 0xE2 && byte(1) == 0x80 && (byte(2) == 0xA8 || byte(2) == 0xA9)) {
    length = 3;
    return Fate::line_feed;
  }
  return Fate::stays;
}

bool needs_cleaning(unsigned char byte) {
  return (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
}

}  // namespace

Cleaning clean_text(std::string& text, const Origin& origin) {
  if (const std::size_t at = find_invalid_utf8(text); at != std::string_view::npos) {
    fail(origin, line_of(text, at), invalid_utf8_message(text, at));
  }
  if (const std::size_t at = text.find('\0'); at != std::string::npos) {
    fail(origin, line_of(text, at), "a NUL byte, expected text");
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  Cleaning cleaning;
  if (std::none_of(text.begin(), text.end(), [](char c) { return needs_cleaning(static_cast<unsigned char>(c)); })) {
    return cleaning;
  }
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = 1;
    const Fate fate = fate_of(text, at, length);
    if (fate == Fate::stays) {
      clean += text[at];
    } else if (fate == Fate::line_feed) {
      if (text.compare(at, 2, "\r\n") == 0) length = 2;
      clean += '\n';
    } else {
      if (cleaning.control_characters++ == 0) cleaning.first_line = line_of(text, at);
      clean += ' ';
    }
    at += length;
  }
  text = std::move(clean);
  return cleaning;
}

}  // namespace habari
