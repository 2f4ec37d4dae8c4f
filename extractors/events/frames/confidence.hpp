#pragma once

#include "frames/anaphor.hpp"
#include "frames/confidence_weights.hpp"

#include <habari/core/document.hpp>

namespace habari {

/// Says how far each event and participant is to be trusted. That of an event is the expected share of what it states
/// that is right: that it is one, with its factuality, and each of its participants.
/// Requires: `readings` are of the document's events and participants, in their order.
void set_confidences(const ConfidenceWeights& weights, TreeOrigin origin, const Readings& readings, Document& document);

/// Says which rule and row led to each event and participant, and on what its confidence is founded. Requires: as
/// set_confidences.
void add_traces(const Readings& readings, Document& document);

}  // namespace habari
