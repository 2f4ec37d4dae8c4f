#pragma once

#include <habari/core/document.hpp>

namespace habari {

/// Takes out the events, arguments and relations whose confidence is lower than `confidence` (0 to 1), and the contents
/// that were such events.
void drop_below(Document& document, double confidence);

}  // namespace habari
