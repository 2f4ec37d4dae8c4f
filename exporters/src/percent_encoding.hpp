#pragma once

#include <string>
#include <string_view>

namespace habari {

/// Appends `text` with everything but unreserved ASCII characters and `/` percent-encoded by its UTF-8 bytes; the dots
/// of a segment of dots only too, so that no reader resolves it away. Different texts stay different.
/// Source: RFC 3986, sections 2.1 to 2.3 and 5.2.4.
void append_percent_encoded(std::string& out, std::string_view text);

/// The text that append_percent_encoded was given. A `%` without two hexadecimal digits stays as it is.
std::string percent_decoded(std::string_view encoded);

}  // namespace habari
