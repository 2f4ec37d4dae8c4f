#include "frames/frame_rules.hpp"

#include <algorithm>
#include <array>

namespace habari {
namespace {

/// In the order of the enumerators.
constexpr std::array<std::string_view, frame_rule_count> names{"subject",
                                                               "genitive-subject",
                                                               "coordinated-subject",
                                                               "controlled-subject",
                                                               "adjunct-subject",
                                                               "participle-noun",
                                                               "relative-noun",
                                                               "relative-subject-above",
                                                               "described-subject",
                                                               "object",
                                                               "indirect-object",
                                                               "two-objects",
                                                               "where-object",
                                                               "relative-object",
                                                               "coordinated-object",
                                                               "prefixed-object",
                                                               "complement-subject",
                                                               "particle-object",
                                                               "bare-object",
                                                               "oblique",
                                                               "governor-oblique",
                                                               "coordinated-oblique",
                                                               "lent-modifier",
                                                               "verbal-preposition",
                                                               "relative-oblique",
                                                               "adverb",
                                                               "unclaimed-time",
                                                               "passive-agent",
                                                               "joined-agent",
                                                               "shared-agent",
                                                               "construction-noun",
                                                               "construction-modifier",
                                                               "pronoun",
                                                               "unsaid-subject",
                                                               "unsaid-object",
                                                               "lent-participant",
                                                               "content"};

}  // namespace

std::string_view name(FrameRule rule) { return names[static_cast<std::size_t>(rule)]; }

std::optional<FrameRule> parse_frame_rule(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<FrameRule>(found - names.begin());
}

}  // namespace habari
