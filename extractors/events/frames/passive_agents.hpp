#pragma once

#include "frames/sentence_context.hpp"

#include <optional>

namespace habari {

/// The agent that a passive verb names behind it: `arrested by soldiers`.
std::optional<Word> agent_phrase(const SentenceContext& context, Word passive);

/// Someone whom the tree joins to the thing that a passive keeps as its object: `walipewa mbegu na serikali`. Nothing
/// where the passive names its agent, or the object is someone too.
std::optional<Word> agent_joined_to_object(const SentenceContext& context, Word passive);

/// Whom the last of several passives names as the agent of all: `were arrested, beaten and robbed by soldiers`. Nothing
/// where something stands behind one of them, or where one has an auxiliary or a subject of its own.
/// Requires: `passive` is a passive verb.
std::optional<Word> shared_agent(const SentenceContext& context, Word passive);

}  // namespace habari
