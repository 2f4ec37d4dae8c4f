#include <habari/core/graph.hpp>

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace habari {
namespace {

constexpr std::string_view event_prefix = "event/";

template <typename Item>
std::span<const Item> list(const std::vector<Item>& items, const std::vector<std::uint32_t>& begin, std::size_t owner) {
  return std::span(items).subspan(begin[owner], begin[owner + 1] - begin[owner]);
}

template <typename Mentions>
float surest(const Mentions& mentions) {
  float confidence = 0.0F;
  for (const auto& mention : mentions) confidence = std::max(confidence, mention.confidence);
  return confidence;
}

/// Fails where `begin` does not share `items` among `owners`.
void check_lists(const std::vector<std::uint32_t>& begin, std::size_t items, std::size_t owners) {
  if (begin.size() != owners + 1 || begin.front() != 0 || begin.back() != items ||
      !std::is_sorted(begin.begin(), begin.end())) {
    throw std::invalid_argument("graph rows: a list of lists does not fit its owners");
  }
}

template <typename Item>
std::size_t bytes(const std::vector<Item>& items) {
  return items.capacity() * sizeof(Item);
}

}  // namespace

PackedTime PackedTime::pack(const std::optional<TimeValue>& time) {
  if (!time) return {};
  const auto number = [](const Date& date) {
    return static_cast<std::uint32_t>(date.year()) * 10000U + date.month() * 100U + date.day();
  };
  return {number(time->begin), number(time->end)};
}

std::optional<TimeValue> PackedTime::unpack() const {
  if (begin == 0) return std::nullopt;
  const auto date = [](std::uint32_t number) {
    return Date(static_cast<int>(number / 10000U), number / 100U % 100U, number % 100U);
  };
  return TimeValue(date(begin), date(end));
}

float EventView::confidence() const { return surest(mentions); }

std::vector<Vertex> EventView::sources() const {
  std::vector<Vertex> sources;
  for (const EventMention& mention : mentions) {
    if (mention.source != no_vertex) sources.push_back(mention.source);
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  return sources;
}

float RoleView::confidence() const { return surest(mentions); }

float RelationView::confidence() const { return surest(mentions); }

Graph::Graph()
    : Graph(
          [] {
            GraphRows rows;
            rows.name_begin = rows.entity_mention_begin = rows.event_mention_begin = {0};
            rows.relation_mention_begin = rows.role_mention_begin = {0};
            return rows;
          }(),
          {}) {}

Graph::Graph(GraphRows rows, const std::vector<std::pair<Vertex, Vertex>>& ends) : rows_(std::move(rows)) {
  check_lists(rows_.name_begin, rows_.names.size(), rows_.entities.size());
  check_lists(rows_.entity_mention_begin, rows_.entity_mentions.size(), rows_.entities.size());
  check_lists(rows_.event_mention_begin, rows_.event_mentions.size(), rows_.events.size());
  check_lists(rows_.relation_mention_begin, rows_.relation_mentions.size(), rows_.relation_labels.size());
  check_lists(rows_.role_mention_begin, rows_.role_mentions.size(), rows_.roles.size());
  if (ends.size() != edge_count()) throw std::invalid_argument("graph rows: not one pair of ends for each edge");
  for (std::uint32_t i = 0; i < ends.size(); ++i) {
    const auto& [source, target] = ends[i];
    if (i > 0 && source < ends[i - 1].first) throw std::invalid_argument("graph rows: edges not sorted by source");
    if (target >= vertex_count() ||
        (i < relation_count() ? !is_entity(source) || !is_entity(target) : !is_event(source))) {
      throw std::invalid_argument("graph rows: an edge's end is of the wrong sort");
    }
  }
  structure_ = Structure(boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), vertex_count());
}

ArticleView Graph::article(std::uint32_t index) const {
  if (index >= article_count()) throw std::invalid_argument("no such article");
  const ArticleRecord& record = rows_.articles[index];
  const std::string_view body = rows_.texts.empty() ? std::string_view() : std::string_view(rows_.texts[index]);
  return {index,
          text(record.id),
          text(record.language),
          text(record.title),
          text(record.url),
          body,
          record.date,
          text(record.outlet),
          text(record.author),
          text(record.section),
          text(record.published),
          text(record.updated),
          record.words};
}

EntityView Graph::entity(Vertex v) const {
  if (!is_entity(v)) throw std::invalid_argument("vertex is no entity");
  return {v, text(rows_.entities[v].id), rows_.entities[v].kind, list(rows_.names, rows_.name_begin, v),
          list(rows_.entity_mentions, rows_.entity_mention_begin, v)};
}

EventView Graph::event(Vertex v) const {
  if (!is_event(v)) throw std::invalid_argument("vertex is no event");
  const std::size_t index = v - entity_count();
  const EventRecord& record = rows_.events[index];
  return {v,
          record.uuid,
          text(record.label),
          text(record.sense),
          record.type,
          record.factuality,
          record.time.unpack(),
          list(rows_.event_mentions, rows_.event_mention_begin, index)};
}

RelationView Graph::relation(Edge edge) const {
  if (edge.idx >= relation_count()) throw std::invalid_argument("edge is no standing relation");
  return {edge.src, text(rows_.relation_labels[edge.idx]), target(edge, structure_),
          list(rows_.relation_mentions, rows_.relation_mention_begin, edge.idx)};
}

RoleView Graph::role(Edge edge) const {
  if (edge.idx < relation_count() || edge.idx >= edge_count()) throw std::invalid_argument("edge is no role");
  const std::size_t index = edge.idx - relation_count();
  return {edge.src, rows_.roles[index], target(edge, structure_),
          list(rows_.role_mentions, rows_.role_mention_begin, index)};
}

Graph::Numbers Graph::out_range(Vertex v, bool is_sort) const {
  if (!is_sort) throw std::invalid_argument("vertex is of another sort");
  const auto& begin = structure_.m_forward.m_rowstart;
  return {begin[v], begin[v + 1]};
}

Graph::Numbers Graph::in_range(Vertex v, bool relations) const {
  if (v >= vertex_count()) throw std::invalid_argument("no such vertex");
  const auto begin = structure_.m_backward.m_edge_properties.begin();
  const auto from = begin + structure_.m_backward.m_rowstart[v];
  const auto to = begin + structure_.m_backward.m_rowstart[v + 1];
  // Edges come in by their indices, and so relations before roles.
  const auto role = std::partition_point(from, to, [this](std::uint32_t index) { return index < relation_count(); });
  const auto number = [begin](auto place) { return static_cast<std::uint32_t>(place - begin); };
  return relations ? Numbers{number(from), number(role)} : Numbers{number(role), number(to)};
}

Vertex Graph::event_of_mention(std::uint32_t index) const {
  if (index >= rows_.event_mentions.size()) throw std::invalid_argument("no such event mention");
  const auto& begin = rows_.event_mention_begin;
  const auto owner = std::upper_bound(begin.begin(), begin.end(), index) - begin.begin() - 1;
  return entity_count() + static_cast<Vertex>(owner);
}

std::span<const TimeMention> Graph::times(std::uint32_t event_mention) const {
  const auto before = [](const TimeMention& time, std::uint32_t mention) { return time.event_mention < mention; };
  const auto& all = rows_.time_mentions;
  const auto first = std::lower_bound(all.begin(), all.end(), event_mention, before);
  auto last = first;
  while (last != all.end() && last->event_mention == event_mention) ++last;
  return {first, last};
}

std::span<const QuantityMention> Graph::quantities(std::uint32_t event_mention) const {
  const auto& all = rows_.quantity_mentions;
  const auto first = std::ranges::lower_bound(all, event_mention, {}, &QuantityMention::event_mention);
  return {first, std::ranges::upper_bound(first, all.end(), event_mention, {}, &QuantityMention::event_mention)};
}

std::span<const EntityLink> Graph::links(Vertex entity) const {
  const auto& all = rows_.entity_links;
  const auto first = std::ranges::lower_bound(all, entity, {}, &EntityLink::entity);
  return {first, std::ranges::upper_bound(first, all.end(), entity, {}, &EntityLink::entity)};
}

std::optional<GeoPoint> Graph::position(Vertex entity) const {
  for (const EntityLink& row : links(entity)) {
    if (const auto point = GeoPoint::of_link(text(row.link))) return point;
  }
  return std::nullopt;
}

std::vector<EventMatch> Graph::matches(Vertex event) const {
  std::vector<EventMatch> found;
  std::ranges::copy_if(rows_.event_matches, std::back_inserter(found),
                       [&](const EventMatch& match) { return match.first == event || match.second == event; });
  return found;
}

std::string Graph::id(Vertex v) const {
  return is_entity(v) ? std::string(entity(v).id) : std::string(event_prefix) + event(v).uuid.text();
}

std::string_view Graph::label(Vertex v, std::string_view language) const {
  if (is_event(v)) return event(v).label;
  const EntityView entity = this->entity(v);
  if (entity.names.empty()) return entity.id;
  if (!language.empty()) {
    for (const EntityName& name : entity.names) {
      if (name.preferred && text(name.language) == language) return text(name.text);
    }
  }
  return text(entity.names.front().text);
}

std::optional<Vertex> Graph::find(std::string_view id) const {
  if (const auto string = rows_.strings.find(id)) {
    const auto& all = rows_.entities;
    const auto found = std::lower_bound(all.begin(), all.end(), *string,
                                        [](const EntityRecord& record, StringId wanted) { return record.id < wanted; });
    if (found != all.end() && found->id == *string) return static_cast<Vertex>(found - all.begin());
  }
  if (!id.starts_with(event_prefix)) return std::nullopt;
  const std::string_view wanted = id.substr(event_prefix.size());
  const auto& all = rows_.events;
  const auto found =
      std::lower_bound(all.begin(), all.end(), wanted,
                       [](const EventRecord& record, std::string_view text) { return record.uuid.text() < text; });
  if (found == all.end() || found->uuid.text() != wanted) return std::nullopt;
  return entity_count() + static_cast<Vertex>(found - all.begin());
}

std::optional<std::uint32_t> Graph::find_article(std::string_view id) const {
  const auto string = rows_.strings.find(id);
  if (!string) return std::nullopt;
  const auto& all = rows_.articles;
  const auto found = std::lower_bound(all.begin(), all.end(), *string,
                                      [](const ArticleRecord& record, StringId wanted) { return record.id < wanted; });
  if (found == all.end() || found->id != *string) return std::nullopt;
  return static_cast<std::uint32_t>(found - all.begin());
}

Graph::Edge Graph::edge(std::uint32_t index) const {
  if (index >= edge_count()) throw std::invalid_argument("no such edge");
  const auto& begin = structure_.m_forward.m_rowstart;
  const auto owner = std::upper_bound(begin.begin(), begin.end(), index) - begin.begin() - 1;
  return Edge(static_cast<Vertex>(owner), index);
}

Graph::Memory Graph::memory() const {
  Memory memory;
  const auto& forward = structure_.m_forward;
  const auto& backward = structure_.m_backward;
  memory.vertices = bytes(rows_.entities) + bytes(rows_.name_begin) + bytes(rows_.names) +
                    bytes(rows_.entity_mention_begin) + bytes(rows_.entity_mentions) + bytes(rows_.entity_links) +
                    bytes(rows_.events) + bytes(rows_.event_mention_begin) + bytes(rows_.event_mentions) +
                    bytes(rows_.time_mentions) + bytes(rows_.quantity_mentions) + bytes(forward.m_rowstart) +
                    bytes(backward.m_rowstart);
  memory.edges = bytes(rows_.relation_labels) + bytes(rows_.relation_mention_begin) + bytes(rows_.relation_mentions) +
                 bytes(rows_.roles) + bytes(rows_.role_mention_begin) + bytes(rows_.role_mentions) +
                 bytes(forward.m_column) + bytes(backward.m_column) + bytes(backward.m_edge_properties);
  memory.strings = rows_.strings.memory() + bytes(rows_.articles) + bytes(rows_.texts);
  for (const std::string& body : rows_.texts) memory.strings += body.capacity();
  return memory;
}

bool operator==(const Graph& a, const Graph& b) {
  return a.rows_ == b.rows_ && a.structure_.m_forward.m_rowstart == b.structure_.m_forward.m_rowstart &&
         a.structure_.m_forward.m_column == b.structure_.m_forward.m_column;
}

}  // namespace habari
