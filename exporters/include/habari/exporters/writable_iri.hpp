#pragma once

#include <string_view>

namespace habari {

/// Whether `iri` is absolute and has none of the characters that N-Triples and SPARQL do not take between `<` and `>`.
bool is_writable_iri(std::string_view iri);

}  // namespace habari
