#pragma once

#include "rdf/terms/vocabulary.hpp"

#include <habari/core/graph.hpp>
#include <habari/exporters/rdf_options.hpp>

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace habari::rdf {

/// An IRI with its local name.
struct Iri {
  Namespace space = Namespace::rdf;
  std::string local;
  operator IriView() const { return {space, local}; }
  friend auto operator<=>(const Iri&, const Iri&) = default;
};

/// The IRI of everything in a graph: functions of identifiers, never of numbers.
class GraphIris {
 public:
  GraphIris(const Graph& graph, RdfSize size);

  Iri vertex(Vertex v) const { return graph_.is_event(v) ? event(v) : entity(v); }
  Iri entity(Vertex v) const;
  Iri point(Vertex v) const;  ///< Where an entity lies.
  Iri event(Vertex v) const { return {Namespace::event, graph_.event(v).uuid.text()}; }
  Iri article(std::uint32_t article) const;
  /// NIF string: `<article#char=14,28>`.
  Iri string(std::uint32_t article, CharSpan span) const;
  /// The whole text: `<article#char=0,532>`, with an open end where the graph was built without texts.
  Iri context(std::uint32_t article) const;
  /// A node of its own (has_node); else the piece of text that tells of the event.
  Iri event_mention(std::uint32_t mention) const;
  /// Whether the mention is another node than its trigger: always in full, in lean where several events share one.
  bool has_node(std::uint32_t mention) const { return size_ == RdfSize::full || shares_trigger_[mention]; }
  /// Of `participant` (an identifier) in a role of an event mention at a piece of text.
  Iri participation(const Iri& event_mention, Role role, CharSpan core, std::string_view participant) const;
  /// Of a count or an amount of an event mention or of its participant.
  Iri quantity(const Iri& event_mention, const QuantityMention& quantity) const;
  /// Of an entity at a piece of an article's text.
  Iri entity_mention(std::uint32_t article, CharSpan span, Vertex entity) const;
  /// Of two events that are probably one.
  Iri match(const EventMatch& match) const;
  /// The making of an article's mentions.
  Iri extraction(std::uint32_t article) const;
  Iri relation(Graph::Edge edge) const;
  Iri relation_mention(Graph::Edge edge, const RelationMention& mention) const;
  /// Property of plain statements: the label with `_` for blanks, percent-encoded. It ends in a name of XML, for
  /// RDF/XML can write no other property: `~n` follows where it would not (`100`, nothing).
  static Iri predicate(std::string_view label);
  /// A sense in its scheme, encoded as predicate().
  static Iri sense(std::string_view sense);
  /// What predicate() or sense() was given.
  static std::string label(std::string_view predicate_local);
  /// Instant `2019-10`, interval `2019-10-07_2019-10-13`.
  static Iri instant(const Date& date) { return {Namespace::instant, date.iso()}; }
  static Iri interval(const TimeValue& time) { return {Namespace::interval, time.begin.iso() + "_" + time.end.iso()}; }

 private:
  const Graph& graph_;
  RdfSize size_;
  std::vector<bool> shares_trigger_;  ///< Of each event mention; empty in full.
};

}  // namespace habari::rdf
