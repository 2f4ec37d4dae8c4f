#pragma once

#include <string>
#include <string_view>

namespace habari::rdf {

/// Appends `text` with everything but unreserved ASCII characters and `/` percent-encoded by its UTF-8 bytes; the dots
/// of a segment of dots only too, so that no reader resolves it away. Different texts stay different.
/// Source: RFC 3986, sections 2.1 to 2.3 and 5.2.4.
void append_percent_encoded(std::string& out, std::string_view text);

/// `base`, with a `/` where it ends in no separator.
/// Errors: Error where it is no absolute IRI in ASCII.
std::string checked_base(std::string_view base);

/// BCP 47 tag in lower case, empty where `language` has not the shape of one.
std::string language_tag(std::string_view language);

}  // namespace habari::rdf
