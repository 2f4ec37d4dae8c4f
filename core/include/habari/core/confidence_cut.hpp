#pragma once

#include <habari/core/document.hpp>

#include <functional>

namespace habari {

/// Takes out the events for which `goes` holds, and the contents that were such events.
void drop_events(Document& document, const std::function<bool(const Event&)>& goes);

/// Takes out the events, arguments and relations whose confidence is lower than `confidence` (0 to 1), and the contents
/// that were such events.
void drop_below(Document& document, double confidence);

}  // namespace habari
