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
  std::uint32_t index = 0;  ///< As Graph::article and the mentions number it.
  std::string_view id;
  std::string_view language;
  std::string_view title;
  std::string_view url;
  std::string_view text;  ///< Empty where the graph was built without texts.
  std::optional<Date> date;
};

/// Somebody or something that articles name or speak of.
struct EntityView {
  Vertex vertex = no_vertex;
  std::string_view id;  ///< `person/vladimir-putin`
  EntityKind kind = EntityKind::thing;
  std::span<const EntityName> names;
  std::span<const EntityMention> mentions;
};

/// What happened, will happen, may happen or did not: `factuality` says which.
struct EventView {
  Vertex vertex = no_vertex;
  Uuid uuid;
  std::string_view label;  ///< English verb.
  EventType type = EventType::other;
  Factuality factuality = Factuality::actual;
  std::optional<TimeValue> time;
  std::span<const EventMention> mentions;

  /// Of the surest mention.
  float confidence() const;
  /// Whose word the mentions give for it, each once, in ascending order.
  std::vector<Vertex> sources() const;
};

/// An event's participant.
struct RoleView {
  Vertex event = no_vertex;
  Role role = Role::agent;
  Vertex participant = no_vertex;  ///< An entity; with Role::content mostly another event.
  std::span<const RoleMention> mentions;
};

/// What a title or an apposition states: `subject` is the `label` of `object`.
struct RelationView {
  Vertex subject = no_vertex;
  std::string_view label;  ///< English noun.
  Vertex object = no_vertex;
  std::span<const RelationMention> mentions;

  /// Of the surest mention.
  float confidence() const;
};

}  // namespace habari
