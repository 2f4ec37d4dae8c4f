#pragma once

#include "frames/anaphor.hpp"
#include "frames/arguments.hpp"

#include <optional>
#include <vector>

namespace habari {

/// A place in an event's clause that no noun fills: a pronoun stands there, or the verb alone tells of somebody.
struct OpenParticipant {
  Role role = Role::agent;
  Function function = Function::subject;
  std::optional<Word> pronoun;
  Agreement agreement;
  std::optional<Clauses::Lender> lender;
  FrameRule rule = FrameRule::pronoun;
};

/// The open places of each event of a sentence, in the order of `predicates`. `told`: whom nouns name.
std::vector<std::vector<OpenParticipant>> open_participants(const SentenceContext& context,
                                                            const Predicates& predicates, const Clauses& clauses,
                                                            const std::vector<std::vector<RoleFiller>>& told);

}  // namespace habari
