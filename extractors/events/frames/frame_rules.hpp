#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

namespace habari {

/// How a participant was found: the rules by which events get their arguments. docs/frames.md has an example of each.
enum class FrameRule : std::uint8_t {
  // Subjects.
  subject,
  genitive_subject,
  coordinated_subject,
  controlled_subject,
  adjunct_subject,
  participle_noun,
  relative_noun,
  relative_subject_above,
  described_subject,
  // Objects.
  object,
  indirect_object,
  two_objects,
  where_object,
  relative_object,
  coordinated_object,
  prefixed_object,
  complement_subject,
  particle_object,
  bare_object,
  // Phrases.
  oblique,
  governor_oblique,
  coordinated_oblique,
  lent_modifier,
  verbal_preposition,
  relative_oblique,
  adverb,
  unclaimed_time,
  // Agents of passives.
  passive_agent,
  joined_agent,
  shared_agent,
  // Constructions.
  construction_noun,
  construction_modifier,
  // What no noun of the clause names.
  pronoun,
  unsaid_subject,
  unsaid_object,
  lent_participant,
  content,
  count
};

inline constexpr std::size_t frame_rule_count = static_cast<std::size_t>(FrameRule::count);

std::string_view name(FrameRule rule);                             ///< `relative-object`
std::optional<FrameRule> parse_frame_rule(std::string_view name);  ///< Nothing for any other word.

/// Rules that are left out, for finding out what they are worth.
using FrameRules = std::bitset<frame_rule_count>;

/// A row of a table that a rule followed.
struct TableRow {
  std::string_view table;  ///< `verbs.tsv`; empty for none.
  std::uint32_t line = 0;
};

}  // namespace habari
