#pragma once

#include "frames/sentence_context.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace habari {

/// Words in quotation marks, over as many sentences as they go, and whose they are.
struct SpokenText {
  Span span;
  std::optional<std::uint32_t> report;  ///< The event of saying that gives the speaker: index into Document::events.
  std::optional<Span> name;             ///< The speaker's name before a colon: `Mwakyusa: "…"`.
};

/// The quotations of an article with their speakers, in text order. `reports`: its events of saying, in text order. A
/// quotation without one of its own goes on with the speaker of the last before it in the same or the next paragraph.
std::vector<SpokenText> spoken_texts(const Document& document, std::span<const Sentence> sentences,
                                     std::span<const std::uint32_t> reports);

}  // namespace habari
