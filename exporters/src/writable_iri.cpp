#include <habari/exporters/writable_iri.hpp>

#include <habari/core/text.hpp>

#include <algorithm>

namespace habari {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_writable_iri(std::string_view iri) {
  constexpr std::string_view forbidden = "<>\"{}|^`\\";
  const std::size_t colon = iri.find(':');
  if (colon == std::string_view::npos || !is_letter(iri.front())) return false;
  const std::string_view scheme = iri.substr(0, colon);
  return std::all_of(scheme.begin(), scheme.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; }) &&
         std::none_of(iri.begin(), iri.end(),
                      [&](char c) {
                        return static_cast<unsigned char>(c) <= 0x20U || forbidden.find(c) != std::string_view::npos;
                      }) &&
         find_invalid_utf8(iri) == std::string_view::npos;
}

}  // namespace habari
