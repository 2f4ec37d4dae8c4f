#pragma once

#include "analysis/parts/morphology.hpp"
#include "analysis/sw/swahili_words.hpp"

#include <memory>
#include <utility>

namespace habari::swahili {

/// Lemmas and features of Swahili words, by their forms, parts of speech and agreement in the tree.
class SwahiliMorphology : public Morphology {
 public:
  explicit SwahiliMorphology(std::shared_ptr<const SwahiliWords> words) : words_(std::move(words)) {}

  void fill(std::span<Sentence> sentences) const override;

 private:
  void fill(Sentence& sentence) const;

  std::shared_ptr<const SwahiliWords> words_;
};

}  // namespace habari::swahili
