#pragma once

#include <string>
#include <string_view>

namespace habari {

/// `text` without blanks, line breaks and no-break spaces at its ends.
std::string_view trim(std::string_view text);

/// Whether a full stop, exclamation or question mark or ellipsis ends it, quotes and brackets behind that not counted.
bool ends_as_sentence(std::string_view text);

/// ASCII letters in lower case, all else as it is: for names of tags, formats and tokens.
std::string ascii_lower(std::string_view text);

}  // namespace habari
