#pragma once

#include "event_filter.hpp"
#include "json.hpp"

#include <habari/serve/explorer.hpp>

namespace habari::serve {

// The questions of the page, one function each: they write one JSON value. docs/explore.md says what they answer.

void answer_graph(const Explorer& explorer, const Parameters& parameters, Json& json);
void answer_search(const Explorer& explorer, const Parameters& parameters, Json& json);
void answer_events(const Explorer& explorer, const Parameters& parameters, Json& json);
void answer_choices(const Explorer& explorer, const Parameters& parameters, Json& json);
void answer_times(const Explorer& explorer, const Parameters& parameters, Json& json);
void answer_places(const Explorer& explorer, const Parameters& parameters, Json& json);
void answer_neighbours(const Explorer& explorer, const Parameters& parameters, Json& json);

/// The events that fit, those with most mentions first, as a file: `format` is csv, gexf or ttl.
/// Errors: Error for another format.
Answer answer_export(const Explorer& explorer, const Parameters& parameters);

/// What answer_export gives at most.
inline constexpr std::size_t most_exported = 10'000;

}  // namespace habari::serve
