#pragma once

#include "analysis/parts/known_words.hpp"
#include "analysis/segmentation/paragraph.hpp"
#include "analysis/segmentation/tables.hpp"

namespace habari::segmentation {

/// Marks what each full stop is that can be told by rule: part of an abbreviation, behind which the sentence goes on or
/// ends, or the end of a sentence without a blank behind it.
class StopMarker {
 public:
  /// `words` may be null. `rules_alone`: nothing learnt decides what is left open. The arguments must outlive it.
  StopMarker(const Tables& tables, const WordJudge* words, bool rules_alone)
      : tables_(tables), words_(words), rules_alone_(rules_alone) {}

  /// Requires: units are marked.
  void mark(Paragraph& paragraph) const;

 private:
  class Pass;
  const Tables& tables_;
  const WordJudge* words_;
  bool rules_alone_;
};

}  // namespace habari::segmentation
