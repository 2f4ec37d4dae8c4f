#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// What a title or another noun of relation is over: `mkurugenzi wa idara`, `Kremlin spokesman`.
struct RelationObject {
  Word word = 0;
  const Mention* mention = nullptr;  ///< Its name; null for a common noun.
};

/// The object of `title` as it is said of the name `subject` at `name`, nearest and closest tied first: a name or an
/// institution in its genitive, a name deeper in it, any other genitive or compound, a name behind another preposition.
std::optional<RelationObject> relation_object(const SentenceContext& context, Word title, Word name,
                                              const Mention* subject);

}  // namespace habari
