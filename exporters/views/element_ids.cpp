#include "views/element_ids.hpp"

#include "src/percent_encoding.hpp"

namespace habari::views {
namespace {

/// In bytes.
constexpr std::size_t longest_id = 10'000;

}  // namespace

void take_node_id(const Graph& graph, Vertex v, std::string& id) {
  if (graph.is_event(v)) {
    id = graph.id(v);
    return;
  }
  id = "entity/";
  append_percent_encoded(id, graph.entity(v).id);
  if (id.size() > longest_id) id = "entity/" + name_uuid(id).text();
}

std::string edge_id(std::initializer_list<std::string_view> parts) { return IdentityKey(parts).uuid().text(); }

std::string event_label(const EventView& event) {
  std::string label(event.label);
  if (event.factuality != Factuality::actual) label.append(" (").append(name(event.factuality)).append(")");
  return label;
}

}  // namespace habari::views
