#pragma once

#include "frames/event_reader.hpp"

#include <string>

namespace habari {

/// The role of a phrase, the rule that gives it, and the row that it follows.
struct ObliqueRole {
  std::optional<Role> role;
  FrameRule rule = FrameRule::oblique;
  TableRow row{};
};

/// Which role a phrase has that is neither subject nor object of its verb, by its preposition and what it names.
class ObliqueRoles : private EventReader {
 public:
  ObliqueRoles(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses,
               std::uint32_t event)
      : EventReader(context, predicates, clauses, event) {}

  /// `roles`: those that the row of its head lists.
  ObliqueRole role(const std::string& marker, Word head, const RoleMap* roles) const;

 private:
  bool is_bare_object(Word noun) const;
};

/// The row of an adverb with the words fixed to it (`hivi sasa`), else by itself.
const AdverbEntry* adverb_row(const SentenceContext& context, Word head);

/// The adverb that preposition and noun make: `kwa ujasiri`, `in particular`. Nothing where the noun has a genitive.
const AdverbEntry* adverb_phrase(const SentenceContext& context, Word head, const std::string& marker);

}  // namespace habari
