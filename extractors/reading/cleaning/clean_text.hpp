#pragma once

#include <habari/core/article.hpp>

#include <cstddef>
#include <string>

namespace habari {

/// What clean_text put right, for the reader to tell.
struct Cleaning {
  std::size_t control_characters = 0;
  std::size_t first_line = 0;  ///< Of the first control character in the text, 1-based.
};

/// Makes `text` fit for an article: byte order mark off, CR LF and CR to LF, other control characters (C0 but for tab,
/// DEL, C1) to blanks, form feed and the Unicode line and paragraph separators to LF. Nothing else changes.
/// Errors: Error `FILE:LINE: …` for bytes that are no UTF-8 and for NUL. The line is the origin's, or that of the text
/// where the origin is a whole file.
Cleaning clean_text(std::string& text, const Origin& origin);

}  // namespace habari
