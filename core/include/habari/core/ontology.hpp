#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace habari {

/// How a participant takes part in an event; logical, not grammatical: voice is undone.
enum class Role : std::uint8_t {
  agent,
  patient,
  recipient,
  companion,
  topic,
  place,
  destination,
  origin,
  time,
  cause,
  purpose,
  instrument,
  content
};

/// The sixteen event types of the PLOVER ontology, and three of our own for what it leaves out.
/// Source: https://github.com/openeventdata/PLOVER
enum class EventType : std::uint8_t {
  agree,
  consult,
  support,
  concede,
  cooperate,
  aid,
  retreat,
  request,
  accuse,
  reject,
  threaten,
  protest,
  sanction,
  mobilize,
  coerce,
  assault,
  statement,
  move,
  other
};

/// What the text says of an event's standing. A negated event stays negated whatever else it is.
enum class Factuality : std::uint8_t { actual, planned, possible, negated };
/// How exactly the text gives a number.
enum class QuantityBound : std::uint8_t { exact, about, at_least, at_most };
/// What sort of thing an entity is.
enum class EntityKind : std::uint8_t {
  person,
  organization,
  country,
  place,
  facility,
  time,
  event,
  product,
  group,
  quantity,
  thing,
  language,
  work,
  other
};

/// One member of a closed set: its name in files, and what it means.
template <typename Enum>
struct Term {
  Enum value;                    ///< The enumerator.
  std::string_view name;         ///< As files have it.
  std::string_view description;  ///< What it means.
};

/// The tables, one a set, in the order of the enumerators.
std::span<const Term<Role>> roles();
std::span<const Term<EventType>> event_types();          ///< As roles().
std::span<const Term<Factuality>> factualities();        ///< As roles().
std::span<const Term<EntityKind>> entity_kinds();        ///< As roles().
std::span<const Term<QuantityBound>> quantity_bounds();  ///< As roles().

std::string_view name(Role role);              ///< As files have it.
std::string_view name(EventType type);         ///< As files have it.
std::string_view name(Factuality factuality);  ///< As files have it.
std::string_view name(EntityKind kind);        ///< As files have it.
std::string_view name(QuantityBound bound);    ///< As files have it.

std::optional<Role> parse_role(std::string_view name);                     ///< Nothing for any other word.
std::optional<EventType> parse_event_type(std::string_view name);          ///< Nothing for any other word.
std::optional<Factuality> parse_factuality(std::string_view name);         ///< Nothing for any other word.
std::optional<EntityKind> parse_entity_kind(std::string_view name);        ///< Nothing for any other word.
std::optional<QuantityBound> parse_quantity_bound(std::string_view name);  ///< Nothing for any other word.

}  // namespace habari
