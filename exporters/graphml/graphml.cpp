#include "graphml/graphml_writer.hpp"
#include "src/percent_encoding.hpp"

#include <habari/core/triples.hpp>
#include <habari/exporters/graphml.hpp>

#include <array>
#include <initializer_list>
#include <set>
#include <string>

namespace habari {
namespace {

using graphml::Attribute;
using graphml::AttributeType;
using graphml::GraphmlWriter;

constexpr std::array node_attributes = {Attribute{"label"},
                                        Attribute{"kind"},
                                        Attribute{"weight", AttributeType::real},
                                        Attribute{"aliases"},
                                        Attribute{"type"},
                                        Attribute{"factuality"},
                                        Attribute{"date"},
                                        Attribute{"end_date"},
                                        Attribute{"year", AttributeType::integer},
                                        Attribute{"source"},
                                        Attribute{"lemmas"},
                                        Attribute{"confidence", AttributeType::real},
                                        Attribute{"articles"},
                                        Attribute{"article_count", AttributeType::integer}};

constexpr std::array edge_attributes = {Attribute{"label"},
                                        Attribute{"weight", AttributeType::real},
                                        Attribute{"kind"},
                                        Attribute{"relation"},
                                        Attribute{"type"},
                                        Attribute{"factuality"},
                                        Attribute{"date"},
                                        Attribute{"end_date"},
                                        Attribute{"year", AttributeType::integer},
                                        Attribute{"place"},
                                        Attribute{"source"},
                                        Attribute{"confidence", AttributeType::real},
                                        Attribute{"event"},
                                        Attribute{"articles"},
                                        Attribute{"article_count", AttributeType::integer}};

/// Several values in one attribute.
class JoinedList {
 public:
  void add(std::string_view item) {
    if (!text_.empty()) text_ += '|';
    text_ += item;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

class GraphmlExport {
 public:
  GraphmlExport(const Graph& graph, std::ostream& out, const GraphmlOptions& options)
      : graph_(graph), writer_(out), options_(options) {}

  void write() {
    writer_.begin(node_attributes, edge_attributes);
    for (Vertex v = 0; v < graph_.entity_count(); ++v) entity_node(v);
    if (options_.view == GraphView::events) {
      for (Vertex v = graph_.entity_count(); v < graph_.vertex_count(); ++v) event_node(v);
    }
    for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) relation_edge(graph_.edge(i));
    for (Vertex v = graph_.entity_count(); v < graph_.vertex_count(); ++v) {
      if (options_.view == GraphView::events) {
        role_edges(v);
      } else {
        triple_edges(v);
      }
    }
    writer_.end();
  }

 private:
  /// As in the data IRIs of RDF, after their base.
  std::string node_id(Vertex v) const {
    if (graph_.is_event(v)) return graph_.id(v);
    std::string id = "entity/";
    append_percent_encoded(id, graph_.entity(v).id);
    return id;
  }
  static std::string edge_id(std::initializer_list<std::string_view> parts) { return IdentityKey(parts).uuid().text(); }

  template <typename Mentions>
  void articles(const Mentions& mentions) {
    JoinedList ids;
    std::uint32_t last = no_vertex;
    int count = 0;
    for (const auto& mention : mentions) {
      if (mention.article == last) continue;
      last = mention.article;
      ids.add(graph_.article(last).id);
      ++count;
    }
    writer_.value("articles", ids.text());
    writer_.value("article_count", count);
  }

  void time(const std::optional<TimeValue>& time) {
    if (!time) return;
    writer_.value("date", time->begin.iso());
    if (time->begin != time->end) writer_.value("end_date", time->end.iso());
    writer_.value("year", time->begin.year());
  }

  void event_values(const EventView& event) {
    writer_.value("type", name(event.type));
    writer_.value("factuality", name(event.factuality));
    time(event.time);
    JoinedList sources;
    for (const Vertex source : event.sources()) sources.add(graph_.label(source));
    writer_.value("source", sources.text());
    writer_.value("confidence", event.confidence());
    articles(event.mentions);
  }

  void entity_node(Vertex v) {
    const EntityView entity = graph_.entity(v);
    writer_.open_node(node_id(v));
    writer_.value("label", graph_.label(v));
    writer_.value("kind", name(entity.kind));
    writer_.value("weight", entity.mentions.size());
    std::set<std::string_view> others;
    for (const EntityName& name : entity.names) others.insert(graph_.text(name.text));
    others.erase(graph_.label(v));
    JoinedList aliases;
    for (const std::string_view other : others) aliases.add(other);
    writer_.value("aliases", aliases.text());
    articles(entity.mentions);
    writer_.close();
  }

  void event_node(Vertex v) {
    const EventView event = graph_.event(v);
    writer_.open_node(node_id(v));
    writer_.value("label", event.label);
    writer_.value("kind", "event");
    writer_.value("weight", event.mentions.size());
    std::set<std::string_view> different;
    for (const EventMention& mention : event.mentions) different.insert(graph_.text(mention.lemma));
    JoinedList lemmas;
    for (const std::string_view lemma : different) lemmas.add(lemma);
    writer_.value("lemmas", lemmas.text());
    event_values(event);
    writer_.close();
  }

  void relation_edge(Graph::Edge edge) {
    const RelationView relation = graph_.relation(edge);
    const std::string source = node_id(relation.subject);
    const std::string target = node_id(relation.object);
    writer_.open_edge(edge_id({"relation", source, relation.label, target}), source, target, relation.label);
    writer_.value("label", relation.label);
    writer_.value("weight", relation.mentions.size());
    writer_.value("kind", "relation");
    writer_.value("relation", relation.label);
    writer_.value("factuality", name(Factuality::actual));
    writer_.value("confidence", relation.confidence());
    articles(relation.mentions);
    writer_.close();
  }

  void role_edges(Vertex v) {
    const std::string source = node_id(v);
    for (auto [edge, end] = out_edges(v, graph_); edge != end; ++edge) {
      const RoleView role = graph_.role(*edge);
      const std::string target = node_id(role.participant);
      const std::string_view label = name(role.role);
      writer_.open_edge(edge_id({"role", source, label, target}), source, target, label);
      writer_.value("label", label);
      writer_.value("weight", role.mentions.size());
      writer_.value("kind", "role");
      writer_.value("relation", label);
      writer_.close();
    }
  }

  void triple_edges(Vertex v) {
    const EventView event = graph_.event(v);
    for (const TripleView& triple : triples_of(graph_, v, Objects::entities)) {
      if (!triple.subject() || !triple.object() || !graph_.is_entity(*triple.subject())) continue;
      const std::string source = node_id(*triple.subject());
      const std::string target = node_id(*triple.object());
      writer_.open_edge(edge_id({"triple", graph_.id(v), source, target}), source, target, event.label);
      writer_.value("label", event.label);
      writer_.value("weight", event.mentions.size());
      writer_.value("kind", "event");
      writer_.value("relation", event.label);
      JoinedList places;
      for (const RoleView& qualifier : triple.qualifiers()) {
        if (qualifier.role == Role::place) places.add(graph_.label(qualifier.participant));
      }
      writer_.value("place", places.text());
      writer_.value("event", graph_.id(v));
      event_values(event);
      writer_.close();
    }
  }

  const Graph& graph_;
  GraphmlWriter writer_;
  GraphmlOptions options_;
};

}  // namespace

std::optional<GraphView> parse_graph_view(std::string_view name) {
  if (name == "entities") return GraphView::entities;
  if (name == "events") return GraphView::events;
  return std::nullopt;
}

void write_graphml(const Graph& graph, std::ostream& out, const GraphmlOptions& options) {
  GraphmlExport(graph, out, options).write();
}

}  // namespace habari
