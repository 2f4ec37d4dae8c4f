#pragma once

#include "frames/clauses.hpp"

#include <optional>
#include <string_view>

namespace habari {

/// What readers of one event look at: its sentence, the other events there, whose subjects they have.
class EventReader {
 protected:
  EventReader(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses,
              std::uint32_t event);

  /// The role that the verb's row gives to a position (`subj`, `obj`, a preposition).
  std::optional<Role> role_at(std::string_view position, std::optional<Role> otherwise) const;
  /// The verb's row, where it gives one.
  TableRow row_at(std::string_view position) const {
    return listed_role(roles(), position) == nullptr ? TableRow{} : TableRow{"verbs.tsv", predicate_.verb->line};
  }
  static const std::optional<Role>* listed_role(const RoleMap* roles, std::string_view position) {
    return roles == nullptr ? nullptr : find_role(*roles, position);
  }
  const RoleMap* roles() const { return predicate_.verb == nullptr ? nullptr : &predicate_.verb->roles; }
  /// Where a motion happens is where it leads.
  Role place_role() const { return predicate_.type == EventType::move ? Role::destination : Role::place; }

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicates& predicates_;
  const Clauses& clauses_;
  std::uint32_t event_;
  const Predicate& predicate_;
  bool passive_;  ///< In voice and sense: whom `was born` is said of is not the object of a deed.
};

}  // namespace habari
