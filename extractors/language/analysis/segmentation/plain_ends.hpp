#pragma once

#include "analysis/segmentation/paragraph.hpp"

#include <cstddef>
#include <vector>

namespace habari::segmentation {

/// Whether a token ends before character `at` of `chunk`, by the classes of its neighbours: letters, digits and what
/// joins them (`Jong-un`, `ng'ombe`, `39(3)`) stay together, any other sign stands alone.
bool token_ends_plainly(const Paragraph& paragraph, Paragraph::Range chunk, std::size_t at);

/// Whether the sentence that began at piece `begin` ends behind piece `at`: at a full stop, question mark, exclamation
/// mark or ellipsis, with quotation marks and brackets closed behind it, where no small letter follows.
/// Requires: at + 1 < pieces.size().
bool sentence_ends_plainly(const Paragraph& paragraph, const std::vector<Paragraph::Range>& pieces, std::size_t begin,
                           std::size_t at);

}  // namespace habari::segmentation
