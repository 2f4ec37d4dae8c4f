#include "questions.hpp"
#include "records.hpp"

#include <habari/core/links.hpp>

#include <algorithm>
#include <map>

namespace habari::serve {
namespace {

constexpr std::size_t most_places = 300;

}  // namespace

/// Whatever takes part in an event that fits, in any role, and lies somewhere: a country that signs is on the map, too.
void answer_places(const Explorer& explorer, const Parameters& parameters, Json& json) {
  const Graph& graph = explorer.graph();
  const EventFilter filter(explorer.index(), parameters);
  std::map<Vertex, std::uint32_t> counts;
  std::vector<Vertex> here;
  for (Vertex event = graph.entity_count(); event < graph.vertex_count(); ++event) {
    if (!filter.fits(event)) continue;
    here.clear();
    for (const RoleView& role : graph.participants(event)) {
      if (graph.is_entity(role.participant) && graph.position(role.participant)) here.push_back(role.participant);
    }
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    for (const Vertex v : here) ++counts[v];
  }
  std::vector<std::pair<Vertex, std::uint32_t>> ranked(counts.begin(), counts.end());
  std::ranges::stable_sort(ranked, std::greater(), &std::pair<Vertex, std::uint32_t>::second);
  if (ranked.size() > most_places) ranked.resize(most_places);
  json.begin_object();
  json.begin_array("places");
  for (const auto& [v, count] : ranked) {
    const GeoPoint at = *graph.position(v);
    json.begin_object();
    json.key("entity");
    Records(explorer, json).reference(v);
    json.member("latitude", at.latitude);
    json.member("longitude", at.longitude);
    json.member("count", std::uint64_t{count});
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace habari::serve
