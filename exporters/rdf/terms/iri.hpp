#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace habari::rdf {

/// `base`, with a `/` where it ends in no separator.
/// Errors: Error where it is no absolute IRI in ASCII.
std::string checked_base(std::string_view base);

/// Where the longest name of XML begins that `local` ends in; its size where it ends in none.
/// Source: https://www.w3.org/TR/xml-names/#NT-NCName, its ASCII part.
std::size_t xml_name_begin(std::string_view local);

/// BCP 47 tag in lower case, empty where `language` has not the shape of one.
std::string language_tag(std::string_view language);

}  // namespace habari::rdf
