#pragma once

#include <habari/core/sentence.hpp>

#include <string_view>
#include <vector>

namespace habari {

/// From text to sentences of words.
/// Thread rule: const members may be called from several threads at once.
class TextCutter {
 public:
  virtual ~TextCutter() = default;

  /// Sentences in text order, their words with form and span and nothing else. Requires: `text` is valid UTF-8.
  virtual std::vector<Sentence> cut(std::string_view text) const = 0;
};

}  // namespace habari
