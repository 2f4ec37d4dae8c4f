#pragma once

#include <habari/core/sentence.hpp>

#include <span>

namespace habari {

/// What the words of a tree are by their form: dictionary form and features, for one language.
/// Thread rule: const members may be called from several threads at once.
class Morphology {
 public:
  virtual ~Morphology() = default;

  /// Gives each token without a lemma its lemma, and its features where it has none.
  /// Requires: form, UPOS, head and relation.
  virtual void fill(std::span<Sentence> sentences) const = 0;
};

}  // namespace habari
