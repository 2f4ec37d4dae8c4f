#include "frames/event_reader.hpp"

namespace habari {

EventReader::EventReader(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses,
                         std::uint32_t event)
    : context_(context),
      tree_(context.tree()),
      predicates_(predicates),
      clauses_(clauses),
      event_(event),
      predicate_(predicates.all()[event]),
      passive_(is_passive(tree_, predicate_.word) && role_at("subj", Role::agent) != Role::patient) {}

std::optional<Role> EventReader::role_at(std::string_view position, std::optional<Role> otherwise) const {
  const auto* listed = listed_role(roles(), position);
  return listed == nullptr ? otherwise : *listed;
}

}  // namespace habari
