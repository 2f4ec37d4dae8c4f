#include "ties.hpp"

#include <habari/core/triples.hpp>

#include <optional>
#include <set>

namespace habari::serve {

std::vector<Tie> ties_of(const Graph& graph, Vertex v) {
  const EventView event = graph.event(v);
  const std::string label(event.label);
  const std::string_view factuality = name(event.factuality);
  std::vector<Tie> ties;
  std::set<Vertex> tied;
  std::optional<Vertex> hub;
  for (const TripleView& triple : triples_of(graph, v, Objects::entities)) {
    if (!hub) hub = triple.subject() ? triple.subject() : triple.object();
    if (!triple.subject() || !triple.object() || *triple.subject() == *triple.object()) continue;
    ties.push_back({*triple.subject(), *triple.object(), label, factuality});
    tied.insert({*triple.subject(), *triple.object()});
  }
  for (const RoleView& role : graph.participants(v)) {
    if (!graph.is_entity(role.participant) || role.role == Role::time) continue;
    if (!hub) hub = role.participant;
    if (role.participant == *hub || !tied.insert(role.participant).second) continue;
    ties.push_back({*hub, role.participant, label + " · " + std::string(name(role.role)), factuality});
  }
  return ties;
}

}  // namespace habari::serve
