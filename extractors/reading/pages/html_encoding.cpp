#include "pages/html_encoding.hpp"

#include "cleaning/text_shape.hpp"

#include <habari/core/text.hpp>

#include <unicode/ucnv.h>

#include <cctype>

namespace habari {
namespace {

/// Where browsers look for the encoding. Source: https://html.spec.whatwg.org/multipage/parsing.html
constexpr std::size_t declaration_bytes = 1024;

std::string declared_encoding(const std::string& page) {
  const std::string start = ascii_lower(std::string_view(page).substr(0, declaration_bytes));
  std::size_t at = start.find("charset");
  if (at == std::string::npos) return {};
  at = start.find_first_not_of(" =\"'", at + 7);
  std::string name;
  while (at < start.size() &&
         (std::isalnum(static_cast<unsigned char>(start[at])) || start[at] == '-' || start[at] == '_')) {
    name += start[at++];
  }
  // The web means its Windows cousin.
  return name == "iso-8859-1" || name == "latin1" ? "windows-1252" : name;
}

}  // namespace

void decode_html(std::string& page) {
  if (find_invalid_utf8(page) == std::string_view::npos) return;
  const std::string encoding = declared_encoding(page);
  if (encoding.empty() || encoding == "utf-8" || encoding == "utf8") return;
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(page.size());
  const std::int32_t needed = ucnv_convert("UTF-8", encoding.c_str(), nullptr, 0, page.data(), size, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR) return;
  status = U_ZERO_ERROR;
  std::string decoded(static_cast<std::size_t>(needed), '\0');
  ucnv_convert("UTF-8", encoding.c_str(), decoded.data(), needed, page.data(), size, &status);
  if (U_SUCCESS(status)) page = std::move(decoded);
}

}  // namespace habari
