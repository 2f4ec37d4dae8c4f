#pragma once

#include <habari/core/graph.hpp>

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace habari::serve {

/// Two entities that an event or a standing relation ties together: an edge of the picture.
struct Tie {
  Vertex source = no_vertex;
  Vertex target = no_vertex;
  std::string label;            ///< `sign`, `sign · place`, `president`
  std::string_view factuality;  ///< Empty for a standing relation.
  friend auto operator<=>(const Tie&, const Tie&) = default;
};

/// What an event ties together: agents to what they do it to, all others who take part to the first of these. In the
/// order of the triples, then of the roles.
std::vector<Tie> ties_of(const Graph& graph, Vertex event);

}  // namespace habari::serve
