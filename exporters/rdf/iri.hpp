#pragma once

#include <string>
#include <string_view>

namespace habari::rdf {

/// `base`, with a `/` where it ends in no separator.
/// Errors: Error where it is no absolute IRI in ASCII.
std::string checked_base(std::string_view base);

/// BCP 47 tag in lower case, empty where `language` has not the shape of one.
std::string language_tag(std::string_view language);

}  // namespace habari::rdf
