#pragma once

#include "analysis/learned/training/random.hpp"
#include "analysis/learned/training/segmenter_training.hpp"

#include <vector>

namespace habari::learned {

/// Paragraphs made of a treebank's own for what news has more of than treebanks do: names with several initials
/// (`J. K. Rowling` from `J. Rowling`), and sentences whose last word is an abbreviation that lends them its full stop.
std::vector<TreebankParagraph> make_examples(const std::vector<TreebankParagraph>& paragraphs, Random& random);

}  // namespace habari::learned
