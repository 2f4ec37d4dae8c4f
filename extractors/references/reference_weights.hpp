#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace habari {

/// What speaks for an antecedent. One row of references.tsv each.
enum class Clue : std::uint8_t {
  threshold,  ///< What the sum has to reach.
  margin,     ///< By how much it has to surpass that of the next best.
  sentence,   ///< For each sentence between.
  same_sentence,
  subject,
  object,
  oblique,
  possessor,
  named,
  parallel,  ///< The same place in its clause.
  mentions,  ///< For each doubling of how often it was spoken of.
  actor,     ///< Who can act, where somebody acts.
  headline,
  nearest,         ///< The last that was spoken of and fits.
  speaker,         ///< Who spoke last, of who speaks.
  report,          ///< Who says it, of the subject of what is said.
  gender,          ///< Known to agree.
  quoted_speaker,  ///< Who speaks, of a third person in the speaker's words.
  kind_unknown,
  count
};

/// How much each clue counts, fitted or set as the table says.
class ReferenceWeights {
 public:
  /// Without the file every reference stays open.
  /// Errors: Error names the file and line of a row that is malformed or unknown.
  explicit ReferenceWeights(const std::filesystem::path& file);
  double operator[](Clue clue) const { return weights_[static_cast<std::size_t>(clue)]; }

 private:
  std::array<double, static_cast<std::size_t>(Clue::count)> weights_{};
};

}  // namespace habari
