#include "rdf/terms/iri.hpp"

#include <habari/core/error.hpp>

#include <algorithm>

namespace habari::rdf {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_unreserved(char c) { return is_alpha(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

bool is_iri_character(char c) {
  return is_unreserved(c) || std::string_view(":/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

}  // namespace

std::string checked_base(std::string_view base) {
  const auto fail = [&](const std::string& reason) {
    throw Error("base IRI \"" + std::string(base) + "\": " + reason + "; expected one like https://example.org/news/");
  };
  const std::size_t colon = base.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_alpha(base[0]) ||
      !std::all_of(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(colon),
                   [](char c) { return is_alpha(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; })) {
    fail("it has no scheme");
  }
  for (std::size_t i = 0; i < base.size(); ++i) {
    if (!is_iri_character(base[i])) fail("byte " + std::to_string(i) + " must be percent-encoded");
    if (base[i] == '%' && (i + 2 >= base.size() || !is_hex(base[i + 1]) || !is_hex(base[i + 2]))) {
      fail("% without two hexadecimal digits at byte " + std::to_string(i));
    }
  }
  std::string checked(base);
  if (std::string_view("/#:=").find(checked.back()) == std::string_view::npos) checked += '/';
  return checked;
}

std::size_t xml_name_begin(std::string_view local) {
  std::size_t found = local.size();
  for (std::size_t at = local.size(); at > 0; --at) {
    const char c = local[at - 1];
    if (is_alpha(c) || c == '_') {
      found = at - 1;
    } else if (!is_digit(c) && c != '-' && c != '.') {
      break;
    }
  }
  return found;
}

std::string language_tag(std::string_view language) {
  std::string tag;
  std::size_t length = 0;
  bool first = true;
  for (const char c : language) {
    if (c == '-' || c == '_') {
      if (length == 0) return {};
      length = 0;
      first = false;
      tag += '-';
      continue;
    }
    if (++length > 8 || (!is_alpha(c) && (first || !is_digit(c)))) return {};
    tag += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return length == 0 ? std::string() : tag;
}

}  // namespace habari::rdf
