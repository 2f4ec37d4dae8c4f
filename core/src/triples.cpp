#include <habari/core/triples.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

namespace habari {
namespace {

/// The first of these that an event has gives its objects. Agents stand for themselves: they act on each other.
constexpr std::array object_order = {Role::patient, Role::content, Role::recipient,   Role::companion,
                                     Role::agent,   Role::topic,   Role::destination, Role::origin};

/// What two do with each other when both are its agents: meet, agree, sign.
bool is_mutual(EventType type) {
  return type == EventType::consult || type == EventType::agree || type == EventType::cooperate;
}

std::vector<Vertex> participants(const Graph& graph, Vertex event, Role role, Objects objects) {
  std::vector<Vertex> found;
  for (auto [edge, end] = out_edges(event, graph); edge != end; ++edge) {
    const RoleView view = graph.role(*edge);
    if (view.role == role && (objects == Objects::all || graph.is_entity(view.participant))) {
      found.push_back(view.participant);
    }
  }
  return found;
}

/// Event mentions in which `participant` has the role.
std::vector<std::uint32_t> mentions_in(const Graph& graph, Vertex event, Role role, Vertex participant) {
  std::vector<std::uint32_t> found;
  for (auto [edge, end] = out_edges(event, graph); edge != end; ++edge) {
    const RoleView view = graph.role(*edge);
    if (view.role != role || view.participant != participant) continue;
    for (const RoleMention& mention : view.mentions) found.push_back(mention.event_mention);
  }
  return found;
}

/// Whether a mention has `participant` do it to itself, and not one article tell that A met B and another that B met A.
bool is_reflexive(const Graph& graph, Vertex event, Role object_role, Vertex participant) {
  const auto acting = mentions_in(graph, event, Role::agent, participant);
  const auto undergoing = mentions_in(graph, event, object_role, participant);
  return std::any_of(acting.begin(), acting.end(), [&](std::uint32_t mention) {
    return std::find(undergoing.begin(), undergoing.end(), mention) != undergoing.end();
  });
}

std::pair<std::uint32_t, std::uint32_t> first_place(const TripleView& triple) {
  if (const auto event = triple.event()) {
    const EventMention& mention = triple.graph().event(*event).mentions.front();
    return {mention.article, mention.trigger.begin};
  }
  const RelationMention& mention = triple.graph().relation(*triple.standing_relation()).mentions.front();
  return {mention.article, mention.relation.begin};
}

}  // namespace

std::vector<TripleView> triples_of(const Graph& graph, Vertex event, Objects objects) {
  const EventType type = graph.event(event).type;
  const std::vector<Vertex> agents = participants(graph, event, Role::agent, Objects::all);
  TripleView triple;
  triple.graph_ = &graph;
  triple.event_ = event;
  std::vector<TripleView> result;
  const auto emit = [&](Vertex subject, Vertex object) {
    triple.subject_ = subject;
    triple.object_ = object;
    result.push_back(triple);
  };
  for (const Role role : object_order) {
    if (role == Role::agent) {
      if (agents.size() < 2 || !is_mutual(type)) continue;
      triple.object_role_ = role;
      for (std::size_t i = 0; i < agents.size(); ++i) {
        for (std::size_t j = i + 1; j < agents.size(); ++j) emit(agents[i], agents[j]);
      }
      return result;
    }
    const std::vector<Vertex> found = participants(graph, event, role, objects);
    if (found.empty()) continue;
    triple.object_role_ = role;
    for (const Vertex object : found) {
      if (agents.empty()) emit(no_vertex, object);
      for (const Vertex agent : agents) {
        if (agent != object || agents.size() == 1 || is_reflexive(graph, event, role, object)) emit(agent, object);
      }
    }
    std::sort(result.begin(), result.end(), [](const TripleView& a, const TripleView& b) {
      return std::pair(a.subject_, a.object_) < std::pair(b.subject_, b.object_);
    });
    return result;
  }
  if (agents.empty()) emit(no_vertex, no_vertex);
  for (const Vertex agent : agents) emit(agent, no_vertex);
  return result;
}

TripleView triple_of(const Graph& graph, Graph::Edge relation) {
  const RelationView view = graph.relation(relation);
  TripleView triple;
  triple.graph_ = &graph;
  triple.subject_ = view.subject;
  triple.object_ = view.object;
  triple.relation_edge_ = relation.idx;
  return triple;
}

std::string_view TripleView::relation() const {
  return event_ == no_vertex ? graph_->relation(*standing_relation()).label : graph_->event(event_).label;
}

std::optional<Graph::Edge> TripleView::standing_relation() const {
  return event_ == no_vertex ? std::optional(Graph::Edge(subject_, relation_edge_)) : std::nullopt;
}

std::optional<TripleView> TripleView::mirrored() const {
  if (object_role_ != Role::agent) return std::nullopt;
  TripleView other = *this;
  std::swap(other.subject_, other.object_);
  return other;
}

std::vector<RoleView> TripleView::qualifiers() const {
  std::vector<RoleView> result;
  if (event_ == no_vertex) return result;
  for (auto [edge, end] = out_edges(event_, *graph_); edge != end; ++edge) {
    const RoleView view = graph_->role(*edge);
    if (view.role != Role::agent && view.role != object_role_) result.push_back(view);
  }
  return result;
}

std::optional<TimeValue> TripleView::time() const {
  return event_ == no_vertex ? std::nullopt : graph_->event(event_).time;
}

std::optional<EventType> TripleView::type() const {
  return event_ == no_vertex ? std::nullopt : std::optional(graph_->event(event_).type);
}

Factuality TripleView::factuality() const {
  return event_ == no_vertex ? Factuality::actual : graph_->event(event_).factuality;
}

std::vector<Vertex> TripleView::sources() const {
  return event_ == no_vertex ? std::vector<Vertex>() : graph_->event(event_).sources();
}

float TripleView::confidence() const {
  if (event_ == no_vertex) return graph_->relation(*standing_relation()).confidence();
  float confidence = graph_->event(event_).confidence();
  for (const Vertex end : {subject_, object_}) {
    float surest = end == no_vertex ? confidence : 0.0F;
    for (const RoleView& role : graph_->participants(event_)) {
      if (role.participant == end) surest = std::max(surest, role.confidence());
    }
    confidence = std::min(confidence, surest);
  }
  return confidence;
}

std::size_t TripleView::mention_count() const {
  return event_ == no_vertex ? graph_->relation(*standing_relation()).mentions.size()
                             : graph_->event(event_).mentions.size();
}

std::vector<std::uint32_t> TripleView::articles() const {
  std::vector<std::uint32_t> articles;
  const auto collect = [&](const auto& mentions) {
    for (const auto& mention : mentions) {
      if (articles.empty() || articles.back() != mention.article) articles.push_back(mention.article);
    }
  };
  if (event_ == no_vertex) {
    collect(graph_->relation(*standing_relation()).mentions);
  } else {
    collect(graph_->event(event_).mentions);
  }
  return articles;
}

TripleRange::Iterator::Iterator(const Graph& graph, Objects objects, std::uint32_t owner)
    : graph_(&graph), objects_(objects), owner_(owner) {
  load();
}

void TripleRange::Iterator::load() {
  at_ = 0;
  current_.clear();
  if (owner_ < graph_->event_count()) {
    current_ = triples_of(*graph_, graph_->entity_count() + owner_, objects_);
  } else if (owner_ < graph_->event_count() + graph_->relation_count()) {
    current_.push_back(triple_of(*graph_, graph_->edge(owner_ - graph_->event_count())));
  }
}

TripleRange::Iterator& TripleRange::Iterator::operator++() {
  if (++at_ == current_.size()) {
    ++owner_;
    load();
  }
  return *this;
}

TripleRange::Iterator TripleRange::Iterator::operator++(int) {
  Iterator before = *this;
  ++*this;
  return before;
}

std::vector<TripleView> triples_in_reading_order(const Graph& graph) {
  std::vector<TripleView> all;
  for (const TripleView& triple : triples(graph)) all.push_back(triple);
  std::stable_sort(all.begin(), all.end(),
                   [](const TripleView& a, const TripleView& b) { return first_place(a) < first_place(b); });
  return all;
}

void sort_by_time(std::vector<TripleView>& triples) {
  const auto key = [](const TripleView& triple) {
    constexpr std::uint32_t latest = std::numeric_limits<std::uint32_t>::max();
    PackedTime time = PackedTime::pack(triple.time());
    if (time == PackedTime()) time = {latest, latest};
    const Graph& graph = triple.graph();
    const std::uint32_t owner =
        triple.event() ? *triple.event() : graph.vertex_count() + triple.standing_relation()->idx;
    return std::tuple(time, first_place(triple), owner);
  };
  std::stable_sort(triples.begin(), triples.end(),
                   [&](const TripleView& a, const TripleView& b) { return key(a) < key(b); });
}

}  // namespace habari
