#pragma once

#include "analysis/segmentation/paragraph.hpp"

namespace habari::segmentation {

/// Marks what is one token whatever the language: addresses of pages and of mail, names of hosts and files, @names,
/// #names, and figures (`7,000`, `12:30`, `13.09.2023`). Punctuation behind an address is not part of it.
void mark_units(Paragraph& paragraph);

}  // namespace habari::segmentation
