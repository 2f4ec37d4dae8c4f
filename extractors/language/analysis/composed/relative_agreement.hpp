#pragma once

#include <habari/core/sentence.hpp>

#include <span>

namespace habari {

/// Moves relative clauses that say by their noun class what they are about from a noun of another class to the nearest
/// noun above it that has theirs: `kundi la waasi linalojulikana` is about the group. A reader of trees sees this worst
/// where the nearer noun is as likely. Requires: features, where the language has noun classes.
void attach_relatives_by_agreement(std::span<Sentence> sentences);

}  // namespace habari
