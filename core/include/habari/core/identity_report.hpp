#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// Why two entities that articles identify differently are one. Surest first; the order in which the rules are tried.
enum class NameRule : std::uint8_t {
  link,
  spelling,
  kind,
  parts,
  other_kind,
  alias,
  acronym,
  transcription,
  word_order,
  middle_name,
  initial,
  short_name,
  local_name,
};

/// A row of the table below.
struct NameRuleEntry {
  NameRule rule;                 ///< The rule.
  std::string_view name;         ///< As it is printed.
  int context;                   ///< Points of shared context that a join needs (docs/identity.md).
  std::string_view description;  ///< What it asks for.
};

/// All rules, in the order of the enumerators.
inline constexpr std::array<NameRuleEntry, 13> name_rules = {{
    {NameRule::link, "link", 0, "both are linked to the same entry of a catalogue"},
    {NameRule::spelling, "spelling", 0, "the same letters, divided or hyphenated otherwise"},
    {NameRule::kind, "kind", 2, "the same name; the kind of one is not known, or both are places of some kind"},
    {NameRule::parts, "parts", 0, "the same parts, translated where languages translate them"},
    {NameRule::other_kind, "other-kind", 4, "the same name; articles do not agree on what it is a name of"},
    {NameRule::alias, "alias", 2, "an article calls the one by the other's name"},
    {NameRule::acronym, "acronym", 2, "the one is the initials of the other"},
    {NameRule::transcription, "transcription", 3, "one word is transcribed otherwise: an edit inside a long word"},
    {NameRule::word_order, "word-order", 2, "the same three or more words in another order"},
    {NameRule::middle_name, "middle-name", 3, "first and last name are the same; one has middle names as well"},
    {NameRule::initial, "initial", 4, "last name and initial of the first are the same"},
    {NameRule::short_name, "short-name", 4, "the one is a first or last name of the other"},
    {NameRule::local_name, "local-name", 4, "names that are their articles' own, in articles that tell one story"},
}};

/// The entry of `name_rules`.
constexpr const NameRuleEntry& entry(NameRule rule) { return name_rules[static_cast<std::size_t>(rule)]; }

/// Two identifiers found to stand for one entity, or found alike and yet kept apart.
struct EntityJoin {
  NameRule rule = NameRule::spelling;  ///< The surest that fits.
  std::string first;                   ///< Identifiers as the articles give them, the bytewise smaller first.
  std::string second;                  ///< The other.
  std::string first_name;              ///< The names that were compared.
  std::string second_name;             ///< The other's.
  int context = 0;                     ///< Points of shared context.
  std::string refusal;                 ///< Why they are kept apart; empty where they are joined.
  friend bool operator==(const EntityJoin&, const EntityJoin&) = default;
};

/// What identity across articles decided. The same for any order of the articles.
struct IdentityReport {
  std::vector<EntityJoin> entities;  ///< In the order of the rules, then of the identifiers.
};

class Graph;

/// Readable lines on why the names of one entity were joined and which were kept apart. `entity` is an identifier or a
/// name, in any case. Empty where the graph has no such entity.
std::vector<std::string> explain(const IdentityReport& report, const Graph& graph, std::string_view entity);

}  // namespace habari
