#pragma once

#include "rdf/model/article_index.hpp"
#include "rdf/model/graph_iris.hpp"
#include "rdf/model/piece_readings.hpp"
#include "rdf/syntax/statement_sink.hpp"

#include <habari/core/graph.hpp>
#include <habari/exporters/rdf_options.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace habari::rdf {

struct Fact;

/// States a graph to a sink, by the model of docs/rdf.md.
class GraphStatements {
 public:
  GraphStatements(const Graph& graph, const RdfOptions& options, StatementSink& sink);

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
  void state_links(Vertex v);
  void state_point(Vertex v);
  void state_event(Vertex v, Scope scope);
  void state_roles(Vertex v, Scope scope);
  void state_event_time(const TimeValue& time);
  void state_event_mention(std::uint32_t mention, Vertex event);
  void state_participants(std::uint32_t mention, Vertex event);
  void state_times(std::uint32_t mention);
  void state_participations(std::uint32_t mention);
  void state_quantities(std::uint32_t mention);
  void state_entity_mention(std::uint32_t mention, Vertex entity);
  void state_relation(Graph::Edge edge, Scope scope);
  void state_relation_mention(Graph::Edge edge, const RelationMention& mention);
  void state_matches();
  void state_software();
  void state_extraction(std::uint32_t article);
  void state_intervals();
  void state_predicates();

  void add_plain(Vertex event, std::vector<PlainStatement>& plain) const;
  void link(IriView predicate, const Iri& object) { sink_.link(predicate, object); }
  void use_predicate(IriView property, StringId label);
  void date(IriView predicate, const Date& date);
  void confidence(float value);
  void time_value(StringId value);
  void made_of(std::uint32_t article);

  /// What a piece of text alone does not tell: who it is that stands there in a role, or which time.
  struct Participation {
    Role role = Role::agent;
    CharSpan core;
    Vertex participant = no_vertex;
    StringId time{};  ///< Where the role is time.
    float confidence = 1.0F;
  };

  const Graph& graph_;
  const RdfOptions& options_;
  StatementSink& sink_;
  GraphIris iris_;
  ArticleIndex by_article_;
  std::optional<PieceReadings> readings_;                  ///< Of the article that is being stated.
  std::vector<Participation> participations_;              ///< Of the event mention that is being stated.
  std::vector<std::pair<Vertex, std::uint32_t>> matches_;  ///< Events and their rows of event_matches.
  std::set<std::uint32_t> stated_matches_;                 ///< Rows stated since state_matches().
  std::set<StringId> labels_;                              ///< Relations stated since state_predicates().
  std::set<PackedTime> stretches_;                         ///< Times stated since state_intervals().
};

}  // namespace habari::rdf
