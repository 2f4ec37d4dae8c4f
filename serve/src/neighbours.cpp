#include "questions.hpp"
#include "records.hpp"
#include "ties.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace habari::serve {
namespace {

/// More events make no other picture of the few that are drawn.
constexpr std::size_t most_events = 5000;
constexpr std::size_t most_nodes = 100;
constexpr std::size_t most_edges = 150;

/// How often it is told, and one of the events that do.
struct Told {
  std::uint32_t count = 0;
  Vertex event = no_vertex;
};

/// What the events that fit tie together, and standing relations.
class Neighbours {
 public:
  explicit Neighbours(const Explorer& explorer) : explorer_(explorer), graph_(explorer.graph()) {}

  void add_events(const EventFilter& filter) {
    std::size_t count = 0;
    for (const Vertex event : explorer_.by_weight()) {
      if (!filter.fits(event)) continue;
      add_event(event);
      if (++count == most_events) break;
    }
  }

  void add_relations_of(Vertex v) {
    for (const RelationView& relation : graph_.relations_from(v)) add_relation(relation);
    for (const RelationView& relation : graph_.relations_to(v)) add_relation(relation);
  }

  void write(Json& json, const std::vector<Vertex>& around, std::size_t limit) {
    const std::vector<Vertex> drawn = chosen(around, limit);
    for (const Vertex v : drawn) {
      for (const RelationView& relation : graph_.relations_from(v)) {
        if (std::ranges::find(drawn, relation.object) != drawn.end()) add_relation(relation);
      }
    }
    json.begin_object();
    json.begin_array("nodes");
    for (const Vertex v : drawn) Records(explorer_, json).reference(v);
    json.end_array();
    json.begin_array("edges");
    for (const auto& [tie, told] : edges_between({drawn.begin(), drawn.end()})) write_edge(json, tie, told);
    json.end_array();
    json.member("left_out", weights_.size() - std::min(weights_.size(), drawn.size()));
    json.end_object();
  }

 private:
  void add(const Tie& tie, Vertex event) {
    Told& told = ties_[tie];
    if (told.count++ == 0) told.event = event;
  }

  void add_relation(const RelationView& relation) {
    Told& told = ties_[{relation.subject, relation.object, std::string(relation.label), {}}];
    if (told.count != 0) return;
    told.count = static_cast<std::uint32_t>(relation.mentions.size());
    for (const Vertex v : {relation.subject, relation.object}) ++weights_[v];
  }

  void add_event(Vertex event) {
    std::set<Vertex> tied;
    for (const Tie& tie : ties_of(graph_, event)) {
      add(tie, event);
      tied.insert({tie.source, tie.target});
    }
    for (const Vertex participant : tied) ++weights_[participant];
  }

  /// Whether it has a name of its own: a participant without one is its article's alone.
  bool is_named(Vertex v) const { return !graph_.entity(v).id.starts_with("thing/"); }

  /// Those around whom the picture is, then those with most events; named ones before others.
  std::vector<Vertex> chosen(const std::vector<Vertex>& around, std::size_t limit) const {
    std::vector<Vertex> ranked;
    for (const auto& [v, weight] : weights_) ranked.push_back(v);
    std::ranges::sort(ranked, {}, [&](Vertex v) {
      const bool is_centre = std::ranges::find(around, v) != around.end();
      return std::tuple(!is_centre, !is_named(v), -static_cast<std::int64_t>(weights_.at(v)), v);
    });
    if (ranked.size() > limit) ranked.resize(limit);
    if (ranked.empty()) ranked = around;
    return ranked;
  }

  /// Those that are told most often.
  std::vector<std::pair<Tie, Told>> edges_between(const std::set<Vertex>& nodes) const {
    std::vector<std::pair<Tie, Told>> edges;
    for (const auto& edge : ties_) {
      if (nodes.contains(edge.first.source) && nodes.contains(edge.first.target)) edges.push_back(edge);
    }
    std::ranges::stable_sort(edges, std::greater(), [](const auto& edge) { return edge.second.count; });
    if (edges.size() > most_edges) edges.resize(most_edges);
    return edges;
  }

  void write_edge(Json& json, const Tie& tie, const Told& told) const {
    json.begin_object();
    json.member("source", graph_.id(tie.source));
    json.member("target", graph_.id(tie.target));
    json.member("label", tie.label);
    if (!tie.factuality.empty()) json.member("factuality", tie.factuality);
    json.member("count", std::uint64_t{told.count});
    if (told.event != no_vertex) json.member("event", graph_.id(told.event));
    json.end_object();
  }

  const Explorer& explorer_;
  const Graph& graph_;
  std::map<Tie, Told> ties_;
  std::map<Vertex, std::uint32_t> weights_;  ///< In how many events and relations of `ties_` each is.
};

}  // namespace

void answer_neighbours(const Explorer& explorer, const Parameters& parameters, Json& json) {
  Neighbours neighbours(explorer);
  neighbours.add_events(EventFilter(explorer.index(), parameters));
  std::vector<Vertex> around;
  if (const std::string_view entity = value(parameters, "entity"); !entity.empty()) {
    around = explorer.index().named(entity);
    std::erase_if(around, [&](Vertex v) { return !explorer.graph().is_entity(v); });
  }
  for (const Vertex v : around) neighbours.add_relations_of(v);
  neighbours.write(json, around, number(parameters, "limit", 30, most_nodes));
}

}  // namespace habari::serve
