#pragma once

#include "rdf/model/article_index.hpp"
#include "rdf/model/graph_iris.hpp"
#include "rdf/model/piece_readings.hpp"
#include "rdf/syntax/statement_sink.hpp"

#include <habari/core/graph.hpp>
#include <habari/core/text.hpp>
#include <habari/exporters/rdf_options.hpp>
#include <habari/exporters/term_mapping.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <span>
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
  /// What one article states, and nothing that needs another, but for what relations and types are called.
  void write_article(std::uint32_t article);
  /// What those are called that were stated since.
  void write_vocabulary();

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
  void state_publication(const ArticleView& article);
  void state_strings(std::uint32_t article);
  void state_context(std::uint32_t article);
  void state_place(std::uint32_t article, std::span<const Fact> facts, const Iri& context,
                   const CodePointIndexView& index);
  void state_fact(std::uint32_t article, const Fact& fact);
  void state_entity(Vertex v, Scope scope, std::vector<PlainStatement>::const_iterator& plain,
                    std::vector<PlainStatement>::const_iterator plain_end);
  void state_names(Vertex v, Scope scope);
  void state_links(Vertex v);
  void state_point(Vertex v);
  void state_event(Vertex v, Scope scope);
  void state_codes(std::span<const TermMapping::Code> codes);
  void state_roles(Vertex v, Scope scope);
  void state_event_time(const TimeValue& time);
  void state_event_mention(std::uint32_t mention, Vertex event);
  void state_lemma(const EventMention& mention, Vertex event);
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

  bool is_full() const { return options_.size == RdfSize::full; }
  /// Whether a mention's name is told neither by its words nor, in lean, by the label of what is its article's alone.
  bool needs_name(const EntityMention& mention, Vertex entity) const;
  /// What all mentions of an entity that is local to its article call it; nothing where they do not agree.
  std::optional<StringId> local_name(Vertex entity) const;
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

  /// Terms whose labels the vocabulary has.
  struct Vocabulary {
    std::set<StringId> relations;
    std::set<EventType> types;
    std::set<Factuality> factualities;
    std::set<Role> roles;
    std::set<EntityKind> kinds;
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
  Vocabulary used_;                                        ///< Stated since write_vocabulary().
  std::set<PackedTime> stretches_;                         ///< Times stated since state_intervals().
};

}  // namespace habari::rdf
