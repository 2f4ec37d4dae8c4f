#pragma once

#include "frames/frame_rules.hpp"

#include <habari/core/ontology.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace habari {

/// What can be seen on a participant of an event that makes it more or less likely to be right. Beside these stand its
/// rule, its role and its kind.
enum class ArgumentEvidence : std::uint8_t {
  any,  ///< Every participant: the constant.
  // The reader's own doubt, in nats: -log of how likely it found what it chose, beside the next best.
  arc_doubt,       ///< Of the arcs between participant and verb, all together.
  relation_doubt,  ///< Of their relations.
  own_relation_doubt,
  head_tag_doubt,
  verb_tag_doubt,
  name_doubt,      ///< Of the participant's words as parts of names or of none.
  sentence_doubt,  ///< Of the sentence's arcs, on the average.
  // Place.
  path,      ///< Arcs between participant and verb, beyond the first.
  distance,  ///< Each doubling of the words between them.
  before_verb,
  event_between,
  comma_between,
  conjunct,  ///< Joined to another participant.
  // The participant.
  named,
  pronoun,
  no_noun,          ///< An adjective, determiner or number.
  phrase,           ///< Each doubling of its phrase's words.
  acting_thing,     ///< An agent that cannot act, as far as is known.
  acting_unknown,   ///< An agent of which nothing is known.
  undergoing_time,  ///< An agent or patient that is a time or place.
  // Its role.
  listed_role,  ///< The verb's own row gives it.
  marker_role,  ///< A preposition's row gives it.
  repeated_role,
  more_arguments,  ///< Each participant beside it.
  // The event.
  unlisted_verb,
  construction,
  passive,
  infinitive,
  participle,
  relative_clause,
  complement_clause,
  adverbial_clause,
  coordinated_clause,
  governed,
  untyped,
  not_actual,
  planned,
  reported,
  events,  ///< Each doubling of the sentence's events.
  words,   ///< Each doubling of its words.
  // The reference.
  referred,         ///< The participant is told elsewhere: the constant of references.
  reference_doubt,  ///< In nats.
  other_sentence,
  lent,       ///< Another event's participant, by grammar.
  speaker,    ///< The I of a quotation.
  described,  ///< A noun, of which another sentence has the name.
  count
};

/// The same for an event as a whole: is it one, with this factuality?
enum class EventEvidence : std::uint8_t {
  any,
  verb_tag_doubt,
  arc_doubt,
  relation_doubt,
  sentence_doubt,
  unlisted_verb,
  construction,
  passive,
  infinitive,
  participle,
  relative_clause,
  complement_clause,
  adverbial_clause,
  coordinated_clause,
  governed,
  no_verb,  ///< Its word is no verb.
  no_participant,
  repeated_role,
  obliques,  ///< Each participant behind a preposition.
  untyped,
  planned,
  possible,
  negated,
  reported,
  event_between,
  events,
  words,
  count
};

inline constexpr std::size_t entity_kind_count = 14;
inline constexpr std::size_t role_count = 13;

/// What speaks for and against one participant: a number for each kind of evidence.
class ArgumentGrounds {
 public:
  static constexpr std::size_t size =
      static_cast<std::size_t>(ArgumentEvidence::count) + frame_rule_count + role_count + entity_kind_count + 1;

  void add(ArgumentEvidence evidence, double value = 1) {
    values_[static_cast<std::size_t>(evidence)] += static_cast<float>(value);
  }
  bool has(ArgumentEvidence evidence) const { return values_[static_cast<std::size_t>(evidence)] != 0; }
  void add(FrameRule rule) { values_[rules + static_cast<std::size_t>(rule)] = 1; }
  void add(Role role) { values_[roles + static_cast<std::size_t>(role)] = 1; }
  void add(std::optional<EntityKind> kind) {
    values_[kinds + (kind ? static_cast<std::size_t>(*kind) : entity_kind_count)] = 1;
  }

  std::span<const float> values() const { return values_; }
  static std::string name(std::size_t evidence);  ///< As the table of weights has it.

 private:
  static constexpr std::size_t rules = static_cast<std::size_t>(ArgumentEvidence::count);
  static constexpr std::size_t roles = rules + frame_rule_count;
  static constexpr std::size_t kinds = roles + role_count;

  std::array<float, size> values_{};
};

/// The same of an event.
class EventGrounds {
 public:
  static constexpr std::size_t size = static_cast<std::size_t>(EventEvidence::count);

  void add(EventEvidence evidence, double value = 1) {
    values_[static_cast<std::size_t>(evidence)] += static_cast<float>(value);
  }
  std::span<const float> values() const { return values_; }
  static std::string name(std::size_t evidence);

 private:
  std::array<float, size> values_{};
};

/// Who read the trees: each has doubts of its own kind, and trees that came with an article have none.
enum class TreeOrigin : std::uint8_t { accurate, fast, given };

/// How much each kind of evidence counts, fitted by scripts/fit_confidence.py.
class ConfidenceWeights {
 public:
  /// Without the file all confidences are 0.5: nothing is known.
  /// Errors: Error names the file and line of a row that is malformed or unknown.
  explicit ConfidenceWeights(const std::filesystem::path& file);

  /// How likely it is that a participant is right in role and span and, where it is told elsewhere, times how likely it
  /// is that it means who was found. In hundredths.
  double confidence(TreeOrigin origin, const ArgumentGrounds& grounds) const;
  /// How likely it is that an event is one, with its factuality. Not rounded.
  double confidence(TreeOrigin origin, const EventGrounds& grounds) const;

 private:
  static constexpr std::size_t origins = 3;
  std::array<std::array<float, ArgumentGrounds::size>, origins> arguments_{};
  std::array<std::array<float, ArgumentGrounds::size>, origins> references_{};
  std::array<std::array<float, EventGrounds::size>, origins> events_{};
};

/// In hundredths: as many digits as documents give.
double in_hundredths(double confidence);

}  // namespace habari
