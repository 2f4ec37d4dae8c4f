#pragma once

#include <habari/core/graph_records.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace habari {

/// An article as the graph knows it. Refers to its graph, as all views below do.
struct ArticleView {
  std::uint32_t index = 0;     ///< As Graph::article and the mentions number it.
  std::string_view id;         ///< Identifier.
  std::string_view language;   ///< BCP 47, lower case.
  std::string_view title;      ///< Empty where there is none.
  std::string_view url;        ///< Empty where there is none.
  std::string_view text;       ///< Empty where the graph was built without texts.
  std::optional<Date> date;    ///< Publication date.
  std::string_view outlet;     ///< As all below, Publication's: empty where the input does not say.
  std::string_view author;     ///< Several: set apart by `; `.
  std::string_view section;    ///< `Business`
  std::string_view published;  ///< ISO 8601 date and time.
  std::string_view updated;    ///< ISO 8601 date, or date and time.
  std::uint32_t words = 0;     ///< Of its text.
};

/// Somebody or something that articles name or speak of.
struct EntityView {
  Vertex vertex = no_vertex;                ///< Its vertex.
  std::string_view id;                      ///< `person/vladimir-putin`
  EntityKind kind = EntityKind::thing;      ///< What sort of thing it is.
  std::span<const EntityName> names;        ///< Preferred ones first, the most mentioned first.
  std::span<const EntityMention> mentions;  ///< Where it is told, by article and place.
};

/// What happened, will happen, may happen or did not: `factuality` says which.
struct EventView {
  Vertex vertex = no_vertex;                   ///< Its vertex.
  Uuid uuid;                                   ///< Identifier, without `event/`.
  std::string_view label;                      ///< English verb.
  std::string_view sense;                      ///< What is meant, in any language's words: Event::sense.
  EventType type = EventType::other;           ///< Its kind in the PLOVER scheme.
  Factuality factuality = Factuality::actual;  ///< Whether it happened.
  std::optional<TimeValue> time;               ///< Nothing where none is known.
  std::span<const EventMention> mentions;      ///< Where it is told, by article and place.

  /// Of the surest mention.
  float confidence() const;
  /// Whose word the mentions give for it, each once, in ascending order.
  std::vector<Vertex> sources() const;
};

/// An event's participant.
struct RoleView {
  Vertex event = no_vertex;               ///< What it takes part in.
  Role role = Role::agent;                ///< How it takes part.
  Vertex participant = no_vertex;         ///< An entity; with Role::content mostly another event.
  std::span<const RoleMention> mentions;  ///< Where it is told, by article and place.

  /// Of the surest mention.
  float confidence() const;
};

/// What a title or an apposition states: `subject` is the `label` of `object`.
struct RelationView {
  Vertex subject = no_vertex;                 ///< Who holds it.
  std::string_view label;                     ///< English noun.
  Vertex object = no_vertex;                  ///< Of whom or what.
  std::span<const RelationMention> mentions;  ///< Where it is told, by article and place.

  /// Of the surest mention.
  float confidence() const;
};

}  // namespace habari
