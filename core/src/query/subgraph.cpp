#include <habari/core/subgraph.hpp>

#include "rows/row_number.hpp"

#include <stdexcept>
#include <utility>
#include <vector>

namespace habari {
namespace {

constexpr std::uint32_t left_out = no_vertex;

/// Numbers in order what is kept of `count` things; `left_out` for the others.
class Numbers {
 public:
  explicit Numbers(std::size_t count) : numbers_(count, left_out) {}
  void keep(std::uint32_t old) { numbers_[old] = 0; }
  bool has(std::uint32_t old) const { return numbers_[old] != left_out; }
  void assign() {
    std::uint32_t next = 0;
    for (std::uint32_t& number : numbers_) {
      if (number != left_out) number = next++;
    }
  }
  std::uint32_t operator[](std::uint32_t old) const { return numbers_[old]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }

 private:
  std::vector<std::uint32_t> numbers_;
};

/// Copies rows. What is numbered anew stays in its order, so that every list stays sorted.
class SubgraphMaker {
 public:
  explicit SubgraphMaker(const Graph& graph)
      : graph_(graph),
        rows_(graph.rows()),
        articles_(graph.article_count()),
        vertices_(graph.vertex_count()),
        mentions_(rows_.event_mentions.size()) {}

  Graph make(std::span<const Vertex> events) {
    for (const Vertex event : events) keep_event(event);
    keep_relations();
    for (Numbers* numbers : {&articles_, &vertices_, &mentions_}) numbers->assign();
    // The table stays whole: its strings are few beside what is made of the graph, and no row has to be renumbered.
    made_.strings = rows_.strings;
    copy_articles();
    copy_entities();
    copy_relations();
    copy_events();
    return Graph(std::move(made_), ends_);
  }

 private:
  /// With the events that it says, which are few and may say each other.
  void keep_event(Vertex first) {
    std::vector<Vertex> waiting = {first};
    while (!waiting.empty()) {
      const Vertex event = waiting.back();
      waiting.pop_back();
      if (!graph_.is_event(event)) throw std::invalid_argument("vertex is no event");
      if (vertices_.has(event)) continue;
      vertices_.keep(event);
      for (const RoleView& role : graph_.participants(event)) {
        if (graph_.is_event(role.participant)) {
          waiting.push_back(role.participant);
        } else {
          vertices_.keep(role.participant);
        }
      }
      const std::size_t index = event - graph_.entity_count();
      for (std::uint32_t i = rows_.event_mention_begin[index]; i < rows_.event_mention_begin[index + 1]; ++i) {
        mentions_.keep(i);
        articles_.keep(rows_.event_mentions[i].article);
        if (rows_.event_mentions[i].source != no_vertex) vertices_.keep(rows_.event_mentions[i].source);
      }
    }
  }

  void keep_relations() {
    for (std::uint32_t i = 0; i < graph_.relation_count(); ++i) {
      const RelationView relation = graph_.relation(graph_.edge(i));
      if (!vertices_.has(relation.subject) || !vertices_.has(relation.object)) continue;
      relations_.push_back(i);
      for (const RelationMention& mention : relation.mentions) articles_.keep(mention.article);
    }
  }

  void copy_articles() {
    for (std::uint32_t i = 0; i < articles_.size(); ++i) {
      if (!articles_.has(i)) continue;
      made_.articles.push_back(rows_.articles[i]);
      if (!rows_.texts.empty()) made_.texts.push_back(rows_.texts[i]);
    }
  }

  /// Of mentions those in the articles that are kept.
  void copy_entities() {
    for (Vertex v = 0; v < graph_.entity_count(); ++v) {
      if (!vertices_.has(v)) continue;
      const EntityView entity = graph_.entity(v);
      made_.entities.push_back(rows_.entities[v]);
      made_.name_begin.push_back(row_number(made_.names.size()));
      made_.names.insert(made_.names.end(), entity.names.begin(), entity.names.end());
      made_.entity_mention_begin.push_back(row_number(made_.entity_mentions.size()));
      for (EntityMention mention : entity.mentions) {
        if (!articles_.has(mention.article)) continue;
        mention.article = articles_[mention.article];
        made_.entity_mentions.push_back(mention);
      }
      for (EntityLink link : graph_.links(v)) {
        link.entity = vertices_[v];
        made_.entity_links.push_back(link);
      }
    }
    made_.name_begin.push_back(row_number(made_.names.size()));
    made_.entity_mention_begin.push_back(row_number(made_.entity_mentions.size()));
  }

  void copy_relations() {
    for (const std::uint32_t index : relations_) {
      const RelationView relation = graph_.relation(graph_.edge(index));
      made_.relation_labels.push_back(rows_.relation_labels[index]);
      made_.relation_mention_begin.push_back(row_number(made_.relation_mentions.size()));
      for (RelationMention mention : relation.mentions) {
        mention.article = articles_[mention.article];
        made_.relation_mentions.push_back(mention);
      }
      ends_.emplace_back(vertices_[relation.subject], vertices_[relation.object]);
    }
    made_.relation_mention_begin.push_back(row_number(made_.relation_mentions.size()));
  }

  void copy_events() {
    for (Vertex v = graph_.entity_count(); v < graph_.vertex_count(); ++v) {
      if (vertices_.has(v)) copy_event(v);
    }
    made_.event_mention_begin.push_back(row_number(made_.event_mentions.size()));
    made_.role_mention_begin.push_back(row_number(made_.role_mentions.size()));
    copy_of_mentions(rows_.time_mentions, made_.time_mentions);
    copy_of_mentions(rows_.quantity_mentions, made_.quantity_mentions);
    for (EventMatch match : rows_.event_matches) {
      if (!vertices_.has(match.first) || !vertices_.has(match.second)) continue;
      match.first = vertices_[match.first];
      match.second = vertices_[match.second];
      made_.event_matches.push_back(match);
    }
  }

  void copy_event(Vertex v) {
    made_.events.push_back(rows_.events[v - graph_.entity_count()]);
    made_.event_mention_begin.push_back(row_number(made_.event_mentions.size()));
    for (EventMention mention : graph_.event(v).mentions) {
      mention.article = articles_[mention.article];
      if (mention.source != no_vertex) mention.source = vertices_[mention.source];
      made_.event_mentions.push_back(mention);
    }
    for (const RoleView& role : graph_.participants(v)) {
      made_.roles.push_back(role.role);
      made_.role_mention_begin.push_back(row_number(made_.role_mentions.size()));
      for (RoleMention mention : role.mentions) {
        mention.event_mention = mentions_[mention.event_mention];
        made_.role_mentions.push_back(mention);
      }
      ends_.emplace_back(vertices_[v], vertices_[role.participant]);
    }
  }

  template <typename Row>
  void copy_of_mentions(const std::vector<Row>& from, std::vector<Row>& to) {
    for (Row row : from) {
      if (!mentions_.has(row.event_mention)) continue;
      row.event_mention = mentions_[row.event_mention];
      to.push_back(row);
    }
  }

  const Graph& graph_;
  const GraphRows& rows_;
  Numbers articles_;
  Numbers vertices_;
  Numbers mentions_;
  std::vector<std::uint32_t> relations_;
  GraphRows made_;
  std::vector<std::pair<Vertex, Vertex>> ends_;
};

}  // namespace

Graph subgraph(const Graph& graph, std::span<const Vertex> events) { return SubgraphMaker(graph).make(events); }

}  // namespace habari
