#include "views/graph_view.hpp"

#include "views/element_ids.hpp"
#include "views/names_view.hpp"

#include <habari/core/quantity.hpp>
#include <habari/core/triples.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <vector>

namespace habari {
namespace views {
namespace {

constexpr std::array node_attributes = {Attribute{"kind"},
                                        Attribute{"weight", AttributeType::real},
                                        Attribute{"aliases", AttributeType::texts},
                                        Attribute{"wikidata", AttributeType::texts},
                                        Attribute{"geonames", AttributeType::texts},
                                        Attribute{"latitude", AttributeType::real},
                                        Attribute{"longitude", AttributeType::real},
                                        Attribute{"type"},
                                        Attribute{"factuality"},
                                        Attribute{"date"},
                                        Attribute{"end_date"},
                                        Attribute{"year", AttributeType::integer},
                                        Attribute{"according_to", AttributeType::texts},
                                        Attribute{"lemmas", AttributeType::texts},
                                        Attribute{"quantity", AttributeType::texts},
                                        Attribute{"confidence", AttributeType::real},
                                        Attribute{"articles", AttributeType::texts},
                                        Attribute{"article_count", AttributeType::integer}};

constexpr std::array edge_attributes = {Attribute{"kind"},
                                        Attribute{"relation"},
                                        Attribute{"type"},
                                        Attribute{"factuality"},
                                        Attribute{"date"},
                                        Attribute{"end_date"},
                                        Attribute{"year", AttributeType::integer},
                                        Attribute{"place", AttributeType::texts},
                                        Attribute{"quantity", AttributeType::texts},
                                        Attribute{"according_to", AttributeType::texts},
                                        Attribute{"confidence", AttributeType::real},
                                        Attribute{"event"},
                                        Attribute{"articles", AttributeType::texts},
                                        Attribute{"article_count", AttributeType::integer}};

class ViewExport {
 public:
  ViewExport(const Graph& graph, GraphView view, ViewWriter& writer) : graph_(graph), view_(view), writer_(writer) {}

  void write() {
    writer_.begin(node_attributes, edge_attributes, false);
    for (Vertex v = 0; v < graph_.entity_count(); ++v) entity_node(v);
    if (view_ == GraphView::events) {
      for (Vertex v = graph_.entity_count(); v < graph_.vertex_count(); ++v) event_node(v);
    }
    writer_.begin_edges();
    for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) relation_edge(graph_.edge(i));
    for (Vertex v = graph_.entity_count(); v < graph_.vertex_count(); ++v) {
      if (view_ == GraphView::events) {
        role_edges(v);
      } else {
        triple_edges(v);
      }
    }
    writer_.end();
  }

 private:
  void take_node_id(Vertex v, std::string& id) const { views::take_node_id(graph_, v, id); }
  /// The bytes of an event's identifier: half as much to hash as its text.
  static std::string_view bytes(const Uuid& uuid) {
    return {reinterpret_cast<const char*>(uuid.bytes.data()), uuid.bytes.size()};
  }

  template <typename Mentions>
  void articles(const Mentions& mentions) {
    texts_.clear();
    std::uint32_t last = no_vertex;
    for (const auto& mention : mentions) {
      if (mention.article == last) continue;
      last = mention.article;
      texts_.push_back(graph_.article(last).id);
    }
    writer_.texts("articles", texts_);
    writer_.integer("article_count", static_cast<std::int64_t>(texts_.size()));
  }

  /// Each once, in order, but for `except`.
  void distinct_texts(std::string_view attribute, std::string_view except = {}) {
    std::sort(texts_.begin(), texts_.end());
    texts_.erase(std::unique(texts_.begin(), texts_.end()), texts_.end());
    texts_.erase(std::remove(texts_.begin(), texts_.end(), except), texts_.end());
    writer_.texts(attribute, texts_);
  }

  void add_quantity(const QuantityMention& quantity, std::string_view before = {}) {
    std::string& text = quantities_.emplace_back(before);
    text += describe_quantity(quantity.bound, graph_.text(quantity.value), graph_.text(quantity.unit));
  }

  void write_quantities() {
    texts_.assign(quantities_.begin(), quantities_.end());
    distinct_texts("quantity");
    quantities_.clear();
  }

  /// What its mentions give as its own.
  void add_own_quantities(const EventView& event) {
    const EventMention* const first = graph_.rows().event_mentions.data();
    for (const EventMention& mention : event.mentions) {
      for (const QuantityMention& quantity : graph_.quantities(static_cast<std::uint32_t>(&mention - first))) {
        if (quantity.participant == CharSpan()) add_quantity(quantity);
      }
    }
  }

  void add_quantities(const RoleView& role, std::string_view before = {}) {
    for (const RoleMention& mention : role.mentions) {
      for (const QuantityMention& quantity : graph_.quantities(mention.event_mention)) {
        if (quantity.participant != CharSpan() && quantity.participant == mention.core) add_quantity(quantity, before);
      }
    }
  }

  void time(const std::optional<TimeValue>& time) {
    if (!time) return;
    writer_.text("date", time->begin.iso());
    if (time->begin != time->end) writer_.text("end_date", time->end.iso());
    writer_.integer("year", time->begin.year());
  }

  void event_values(const EventView& event, float confidence) {
    writer_.text("type", name(event.type));
    writer_.text("factuality", name(event.factuality));
    time(event.time);
    texts_.clear();
    for (const Vertex source : event.sources()) texts_.push_back(graph_.label(source));
    writer_.texts("according_to", texts_);
    writer_.real("confidence", confidence);
    articles(event.mentions);
  }

  /// The days of an event, in days_.
  void take_days(const EventView& event) {
    days_.clear();
    if (event.time) days_.push_back(DayInterval::of(*event.time));
  }

  /// The days of the dated events that an entity takes part in.
  void take_days_of_entity(Vertex v) {
    days_.clear();
    for (auto [edge, end] = in_edges(v, graph_); edge != end; ++edge) {
      if (graph_.is_relation(*edge)) continue;
      const auto time = graph_.event(source(*edge, graph_)).time;
      if (time) days_.push_back(DayInterval::of(*time));
    }
    unite(days_);
  }

  void entity_node(Vertex v) {
    const EntityView entity = graph_.entity(v);
    take_days_of_entity(v);
    take_node_id(v, source_);
    writer_.open_node({source_, graph_.label(v), days_, {}});
    writer_.text("kind", name(entity.kind));
    writer_.integer("weight", static_cast<std::int64_t>(entity.mentions.size()));
    texts_.clear();
    for (const EntityName& name : entity.names) texts_.push_back(graph_.text(name.text));
    distinct_texts("aliases", graph_.label(v));
    links("wikidata", LinkKind::wikidata, v);
    links("geonames", LinkKind::geonames, v);
    if (const auto point = graph_.position(v)) {
      writer_.real("latitude", static_cast<float>(point->latitude));
      writer_.real("longitude", static_cast<float>(point->longitude));
    }
    articles(entity.mentions);
    writer_.close();
  }

  /// What the entity is in one catalogue.
  void links(std::string_view attribute, LinkKind kind, Vertex v) {
    texts_.clear();
    for (const EntityLink& row : graph_.links(v)) {
      const std::string_view link = graph_.text(row.link);
      if (link_kind(link) == kind) texts_.push_back(link_value(link));
    }
    writer_.texts(attribute, texts_);
  }

  void event_node(Vertex v) {
    const EventView event = graph_.event(v);
    take_days(event);
    take_node_id(v, source_);
    writer_.open_node({source_, event_label(event), days_, {}});
    writer_.text("kind", "event");
    writer_.integer("weight", static_cast<std::int64_t>(event.mentions.size()));
    texts_.clear();
    for (const EventMention& mention : event.mentions) texts_.push_back(graph_.text(mention.lemma));
    distinct_texts("lemmas");
    add_own_quantities(event);
    write_quantities();
    event_values(event, event.confidence());
    writer_.close();
  }

  void relation_edge(Graph::Edge edge) {
    const RelationView relation = graph_.relation(edge);
    take_node_id(relation.subject, source_);
    take_node_id(relation.object, target_);
    writer_.open_edge({edge_id({"relation", source_, relation.label, target_}),
                       source_,
                       target_,
                       relation.label,
                       static_cast<float>(relation.mentions.size()),
                       {}});
    writer_.text("kind", "relation");
    writer_.text("relation", relation.label);
    writer_.text("factuality", name(Factuality::actual));
    writer_.real("confidence", relation.confidence());
    articles(relation.mentions);
    writer_.close();
  }

  void role_edges(Vertex v) {
    const EventView event = graph_.event(v);
    take_node_id(v, source_);
    take_days(event);
    for (auto [edge, end] = out_edges(v, graph_); edge != end; ++edge) {
      const RoleView role = graph_.role(*edge);
      take_node_id(role.participant, target_);
      const std::string_view label = name(role.role);
      writer_.open_edge({edge_id({"role", bytes(event.uuid), label, target_}), source_, target_, label,
                         static_cast<float>(role.mentions.size()), days_});
      writer_.text("kind", "role");
      writer_.text("relation", label);
      add_quantities(role);
      write_quantities();
      writer_.real("confidence", role.confidence());
      writer_.close();
    }
  }

  void triple_edges(Vertex v) {
    const EventView event = graph_.event(v);
    const std::string id = graph_.id(v);
    take_days(event);
    for (const TripleView& triple : triples_of(graph_, v, Objects::entities)) {
      if (!triple.subject() || !triple.object() || !graph_.is_entity(*triple.subject())) continue;
      take_node_id(*triple.subject(), source_);
      take_node_id(*triple.object(), target_);
      writer_.open_edge({edge_id({"triple", bytes(event.uuid), source_, target_}), source_, target_, event_label(event),
                         static_cast<float>(event.mentions.size()), days_});
      writer_.text("kind", "event");
      writer_.text("relation", event.label);
      texts_.clear();
      for (const RoleView& qualifier : triple.qualifiers()) {
        if (qualifier.role == Role::place) texts_.push_back(graph_.label(qualifier.participant));
      }
      writer_.texts("place", texts_);
      add_own_quantities(event);
      for (const RoleView& role : graph_.participants(v)) add_quantities(role, std::string(name(role.role)) + ": ");
      write_quantities();
      writer_.text("event", id);
      event_values(event, triple.confidence());
      writer_.close();
    }
  }

  const Graph& graph_;
  GraphView view_;
  ViewWriter& writer_;
  std::string source_;  ///< Identifier of the node at work, or of the edge's source.
  std::string target_;
  std::vector<std::string_view> texts_;  ///< Of the attribute at work.
  std::vector<std::string> quantities_;  ///< Of the element at work.
  std::vector<DayInterval> days_;        ///< Of the element at work.
};

}  // namespace

void write_view(const Graph& graph, const ViewOptions& options, ViewWriter& writer) {
  if (options.view == GraphView::names) return write_names_view(graph, options, writer);
  ViewExport(graph, options.view, writer).write();
}

}  // namespace views

std::optional<GraphView> parse_graph_view(std::string_view name) {
  if (name == "entities") return GraphView::entities;
  if (name == "events") return GraphView::events;
  if (name == "names") return GraphView::names;
  return std::nullopt;
}

}  // namespace habari
