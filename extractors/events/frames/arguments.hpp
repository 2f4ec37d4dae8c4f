#pragma once

#include "frames/clauses.hpp"
#include "frames/participants.hpp"

#include <vector>

namespace habari {

/// A participant with its role, before it is written as an Argument.
struct RoleFiller {
  Role role = Role::agent;
  Participant participant;
  FrameRule rule = FrameRule::subject;
  TableRow row{};  ///< That gave it its role; none where that is the default.
};

/// The participants of each event of a sentence by logical role, voice undone; in the order of `predicates`.
std::vector<std::vector<RoleFiller>> role_fillers(const SentenceContext& context, const Predicates& predicates,
                                                  const Clauses& clauses);

}  // namespace habari
