#pragma once

#include "analysis/sw/morphology.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace habari::swahili {

/// A word of a sentence on its way to the tree: its readings, the one chosen, and its place in the tree.
struct Word {
  std::string_view form;
  std::shared_ptr<const WordInfo> info;
  const Reading* reading = nullptr;  ///< One of info->readings.
  Upos upos = Upos::x;
  int head = -1;  ///< Index of the governing word; -1 at the root or while open.
  Deprel deprel = Deprel::dep;
  std::string_view subtype;
  std::uint8_t listed_name = 0;  ///< Number of words of the listed name that begins here.
  Agreement agreement = 0;       ///< reading->classes narrowed by the words it agrees with.
};

/// Chooses each word's reading by its neighbours.
class Tagger {
 public:
  explicit Tagger(const Morphology& morphology) : morphology_(morphology) {}

  std::vector<Word> tag(const std::vector<std::string_view>& forms) const;

 private:
  struct Context;
  /// `wasi wasi`, `kamata kamata`: a noun written in two words, each of which could be a verb.
  void join_doubled(std::vector<Word>& words) const;
  const Reading* choose(const std::vector<Word>& words, std::size_t i, const Context& context) const;
  int adjustment(const Reading& reading, const std::vector<Word>& words, std::size_t i, const Context& context) const;

  const Morphology& morphology_;
};

}  // namespace habari::swahili
