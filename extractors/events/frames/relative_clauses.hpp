#pragma once

#include "frames/predicates.hpp"

#include <optional>
#include <string>
#include <vector>

namespace habari {

/// What the noun above a relative clause is to an event in it, where it is not its subject.
struct RelativeLink {
  Word antecedent = 0;
  bool object = false;  ///< Else an oblique, behind `marker`.
  std::string marker;   ///< The preposition before the relative pronoun or left behind at the end; empty for `where`.
};

/// For each event, the noun that a relative pronoun below it means (`the man whom police arrested`, `to whom`,
/// `where`), or whose place is empty in a clause without one (`the man police arrested`, `the city they came from`).
std::vector<std::optional<RelativeLink>> relative_links(const SentenceContext& context, const Predicates& predicates);

/// The apposition that a participle under the same noun stands right behind, and belongs to (`the governor, a member of
/// the movement jailed in May`).
std::optional<Word> apposition_before(const TreeView& tree, Word participle);
/// The phrase of the verb above that a passive participle stands behind which hangs from the verb, with a comma or none
/// between them (`attacked the village, burned by soldiers`).
std::optional<Word> noun_before_participle(const TreeView& tree, Word participle);

}  // namespace habari
