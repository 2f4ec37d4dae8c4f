#pragma once

#include <habari/core/document.hpp>

#include <algorithm>
#include <span>

namespace habari {

/// The mentions that overlap `span`, in text order. Requires: mentions in text order and not overlapping, as
/// EntityRecognizer gives them. Cost: O(log mentions).
inline std::span<const Mention> mentions_in(std::span<const Mention> mentions, Span span) {
  const auto first = std::partition_point(mentions.begin(), mentions.end(),
                                          [&](const Mention& mention) { return mention.span.end <= span.begin; });
  const auto last = std::partition_point(first, mentions.end(),
                                         [&](const Mention& mention) { return mention.span.begin < span.end; });
  return {first, last};
}

/// The mention that a word belongs to, nullptr where it stands in none. Requirement and cost: as for mentions_in.
inline const Mention* mention_at(std::span<const Mention> mentions, Span word) {
  const auto found = mentions_in(mentions, word);
  return found.empty() ? nullptr : &found.front();
}

}  // namespace habari
