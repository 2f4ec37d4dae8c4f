#include <habari/core/ontology.hpp>

namespace habari {
namespace {

constexpr Term<Role> role_table[] = {
    {Role::agent, "agent", "who does, says, wants or experiences it; who arrives, dies, grows"},
    {Role::patient, "patient", "whom or what it is done to, made, said, wanted"},
    {Role::recipient, "recipient", "to or for whom: who is told, given, sold or sent something"},
    {Role::companion, "companion", "with whom, when the verb has its own subject"},
    {Role::topic, "topic", "about, over, on what; with what"},
    {Role::place, "place", "where it happens"},
    {Role::destination, "destination", "where to"},
    {Role::origin, "origin", "where from"},
    {Role::time, "time", "when; how long"},
    {Role::cause, "cause", "why"},
    {Role::purpose, "purpose", "what for"},
    {Role::instrument, "instrument", "by what means"},
    {Role::content, "content", "the event that is said, feared, ordered"},
};

constexpr Term<EventType> type_table[] = {
    {EventType::agree, "AGREE", "agree to, concede to, settle"},
    {EventType::consult, "CONSULT", "meet, visit, talk"},
    {EventType::support, "SUPPORT", "support, praise, defend"},
    {EventType::concede, "CONCEDE", "yield, ease, release, pardon"},
    {EventType::cooperate, "COOPERATE", "work together, trade, sign, sell"},
    {EventType::aid, "AID", "give help or material aid"},
    {EventType::retreat, "RETREAT", "withdraw, resign, cease fire"},
    {EventType::request, "REQUEST", "ask, demand, call for, recommend"},
    {EventType::accuse, "ACCUSE", "accuse, criticise, sue, investigate"},
    {EventType::reject, "REJECT", "refuse, deny, veto"},
    {EventType::threaten, "THREATEN", "threaten, warn"},
    {EventType::protest, "PROTEST", "demonstrate, strike, boycott"},
    {EventType::sanction, "SANCTION", "break off relations, impose sanctions"},
    {EventType::mobilize, "MOBILIZE", "deploy or ready forces"},
    {EventType::coerce, "COERCE", "arrest, ban, seize, expel"},
    {EventType::assault, "ASSAULT", "attack, fight, kill, wound"},
    {EventType::statement, "STATEMENT", "say, announce, report, believe"},
    {EventType::move, "MOVE", "arrive, leave, travel, carry"},
    {EventType::other, "OTHER", "any other event"},
};

constexpr Term<Factuality> factuality_table[] = {
    {Factuality::actual, "actual", "it happened, is happening or holds, by the text"},
    {Factuality::planned, "planned", "future, intended, promised, ordered, expected or agreed on"},
    {Factuality::possible, "possible", "may, might, if, feared, hoped, asked for, alleged as unsure"},
    {Factuality::negated, "negated", "said not to happen or be so"},
};

constexpr Term<EntityKind> kind_table[] = {
    {EntityKind::person, "person", "a named human being"},
    {EntityKind::organization, "organization", "a company, party, ministry, agency, team"},
    {EntityKind::country, "country", "a state, acting or as a place"},
    {EntityKind::place, "place", "a city, region, river, sea"},
    {EntityKind::facility, "facility", "a building, port, base, bridge"},
    {EntityKind::time, "time", "a date or a stretch of time"},
    {EntityKind::event, "event", "a named happening: a war, a cup, an epidemic"},
    {EntityKind::product, "product", "a named vehicle, weapon, medicine, programme"},
    {EntityKind::group, "group", "people of a nation, faith or language"},
    {EntityKind::quantity, "quantity", "a number with what it counts"},
    {EntityKind::thing, "thing", "any other participant"},
    {EntityKind::language, "language", "a language"},
    {EntityKind::work, "work", "a law, treaty, book, film or report by its title"},
    {EntityKind::other, "other", "anything else that has a name"},
};

constexpr Term<QuantityBound> bound_table[] = {
    {QuantityBound::exact, "exact", "the number itself"},
    {QuantityBound::about, "about", "a number near it"},
    {QuantityBound::at_least, "at least", "it or more"},
    {QuantityBound::at_most, "at most", "it or less"},
};

template <typename Enum>
std::optional<Enum> find(std::span<const Term<Enum>> table, std::string_view name) {
  for (const auto& term : table) {
    if (term.name == name) return term.value;
  }
  return std::nullopt;
}

}  // namespace

std::span<const Term<Role>> roles() { return role_table; }
std::span<const Term<EventType>> event_types() { return type_table; }
std::span<const Term<Factuality>> factualities() { return factuality_table; }
std::span<const Term<EntityKind>> entity_kinds() { return kind_table; }
std::span<const Term<QuantityBound>> quantity_bounds() { return bound_table; }

std::string_view name(Role role) { return role_table[static_cast<std::size_t>(role)].name; }
std::string_view name(EventType type) { return type_table[static_cast<std::size_t>(type)].name; }
std::string_view name(Factuality factuality) { return factuality_table[static_cast<std::size_t>(factuality)].name; }
std::string_view name(EntityKind kind) { return kind_table[static_cast<std::size_t>(kind)].name; }
std::string_view name(QuantityBound bound) { return bound_table[static_cast<std::size_t>(bound)].name; }

std::optional<Role> parse_role(std::string_view name) { return find(roles(), name); }
std::optional<EventType> parse_event_type(std::string_view name) { return find(event_types(), name); }
std::optional<Factuality> parse_factuality(std::string_view name) { return find(factualities(), name); }
std::optional<EntityKind> parse_entity_kind(std::string_view name) { return find(entity_kinds(), name); }
std::optional<QuantityBound> parse_quantity_bound(std::string_view name) { return find(quantity_bounds(), name); }

}  // namespace habari
