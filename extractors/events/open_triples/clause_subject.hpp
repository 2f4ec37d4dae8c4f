#pragma once

#include "frames/clauses.hpp"

#include <cstdint>
#include <optional>

namespace habari {

/// How a clause comes by its subject; the further it has to look, the less sure it is.
enum class SubjectLink : std::uint8_t {
  own,         ///< It stands in the clause.
  conjunct,    ///< The first of coordinated clauses has it.
  antecedent,  ///< A relative pronoun means the noun above.
  control,     ///< The subject or object of the verb above.
  participle,  ///< The noun on which a participle hangs.
  adverbial,   ///< The subject of the clause above.
  infinitive   ///< The noun on which an infinitive hangs.
};

struct ClauseSubject {
  Word head = 0;
  SubjectLink link = SubjectLink::own;
};

/// The subject of the clause that `word` heads. Frames share subjects among events (`clauses`); what is no event there
/// (copular clauses, governing verbs) and pronouns are looked up in the tree by the same rules.
/// Nothing where the sentence does not name it.
std::optional<ClauseSubject> clause_subject(const SentenceContext& context, const Predicates& predicates,
                                            const Clauses& clauses, Word word);

}  // namespace habari
