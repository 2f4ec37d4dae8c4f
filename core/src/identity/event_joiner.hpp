#pragma once

#include "builder_rows.hpp"

#include <vector>

namespace habari {

/// Sets the event of every mention: first by what each mention says, then by the rules of docs/identity.md, within
/// articles and across them. Requires: entities were joined. A function of the articles' content.
/// Returns pairs of events that are probably one, in the order of their identifiers.
std::vector<RawEventMatch> join_events(const Interner& strings, const std::vector<RawArticle>& articles,
                                       std::vector<RawEventMention>& mentions, const std::vector<RawRole>& roles);

}  // namespace habari
