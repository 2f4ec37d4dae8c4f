#pragma once

#include <habari/core/sentence.hpp>

#include <string>
#include <vector>

namespace habari::python {

/// Trees that came with an article (CoNLL-U), and the text that their spans point into.
struct Trees {
  std::vector<Sentence> sentences;
  std::string text;
};

}  // namespace habari::python
