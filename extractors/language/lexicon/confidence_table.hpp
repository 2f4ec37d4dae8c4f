#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string_view>

namespace habari {

/// What can be seen on an event that makes it more or less likely to be read rightly.
enum class EventEvidence : std::uint8_t {
  any,             ///< Every event of the language: the table's constant.
  unlisted_verb,   ///< The lexicon has no row for its verb.
  no_participant,  ///< Nobody and nothing takes part.
  repeated_role,   ///< Two participants share a role.
  oblique,         ///< A participant stands behind a preposition that gives it its role.
  obliques,        ///< More than one does.
  not_actual,      ///< Possible or negated.
  event_between,   ///< Another event stands between it and its agent.
  crowded          ///< Five events or more in the sentence.
};

/// How far a language's events are to be trusted: weights of a logistic regression, by evidence.
/// Format of the table: docs/lexicon.md.
class ConfidenceTable {
 public:
  /// A language without the table: all confidences are 0.5, nothing is known.
  /// Errors: Error names the table's file and line.
  explicit ConfidenceTable(const std::filesystem::path& lexicon_folder);

  /// The expected share of what an event states that is right: that it is one, and each of its participants.
  /// In hundredths.
  double confidence(std::span<const EventEvidence> evidence) const;

 private:
  std::array<double, 9> weights_{};
};

}  // namespace habari
