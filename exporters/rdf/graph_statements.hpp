#pragma once

#include "rdf/article_index.hpp"
#include "rdf/graph_iris.hpp"
#include "rdf/statement_sink.hpp"

#include <habari/core/graph.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace habari::rdf {

struct Fact;

/// States a graph to a sink, by the model of docs/rdf.md.
class GraphStatements {
 public:
  GraphStatements(const Graph& graph, bool texts, StatementSink& sink)
      : graph_(graph), texts_(texts), sink_(sink), iris_(graph), by_article_(graph) {}

  /// Everything, each subject once.
  void write_all();
  /// What one article states, and nothing that needs another.
  void write_article(std::uint32_t article);

 private:
  /// `<subject> rel:label <object>`.
  struct PlainStatement {
    Vertex subject = no_vertex;
    StringId label{};
    Vertex object = no_vertex;
    friend auto operator<=>(const PlainStatement&, const PlainStatement&) = default;
  };
  /// The article whose mentions count; none: all.
  using Scope = std::optional<std::uint32_t>;
  static bool within(Scope scope, std::uint32_t article) { return !scope || *scope == article; }

  void state_article(std::uint32_t article);
  void state_strings(std::uint32_t article);
  void state_fact(std::uint32_t article, const Fact& fact);
  void state_entity(Vertex v, Scope scope, std::vector<PlainStatement>::const_iterator& plain,
                    std::vector<PlainStatement>::const_iterator plain_end);
  void state_names(Vertex v, Scope scope);
  void state_event(Vertex v, Scope scope);
  void state_roles(Vertex v, Scope scope);
  void state_event_time(const TimeValue& time);
  void state_event_mention(std::uint32_t mention, Vertex event);
  void state_relation(Graph::Edge edge, Scope scope);
  void state_relation_mention(Graph::Edge edge, const RelationMention& mention);
  void state_intervals();
  void state_predicates();

  void add_plain(Vertex event, std::vector<PlainStatement>& plain) const;
  void link(IriView predicate, const Iri& object) { sink_.link(predicate, object); }
  void use_predicate(IriView property, StringId label);
  void date(IriView predicate, const Date& date);
  void confidence(float value);

  const Graph& graph_;
  bool texts_;
  StatementSink& sink_;
  GraphIris iris_;
  ArticleIndex by_article_;
  std::set<StringId> labels_;       ///< Relations stated since state_predicates().
  std::set<PackedTime> stretches_;  ///< Times stated since state_intervals().
};

}  // namespace habari::rdf
