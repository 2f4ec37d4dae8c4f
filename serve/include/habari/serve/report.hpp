#pragma once

#include <habari/core/graph.hpp>

#include <cstddef>
#include <ostream>

namespace habari::serve {

/// More events make a file that browsers are slow to open.
inline constexpr std::size_t most_report_events = 5000;

/// Writes the page with the data of `graph` in it as one HTML file that needs no server and no network. Of more than
/// `most_events` events those with most mentions are in it. The same graph gives the same bytes.
/// Errors: Error where the program was built without its page.
void write_report(const Graph& graph, std::ostream& out, std::size_t most_events = most_report_events);

}  // namespace habari::serve
