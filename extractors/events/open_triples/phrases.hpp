#pragma once

#include "frames/sentence_context.hpp"

#include <habari/extractors/open_triples.hpp>

#include <string_view>
#include <vector>

namespace habari {

/// Words of one sentence in word order.
using Words = std::vector<Word>;

enum class Conjuncts : bool { left_out, kept };
enum class PhrasePlace : bool { subject, argument };

/// Cuts the phrases of open triples from a tree.
class Phrases {
 public:
  explicit Phrases(const SentenceContext& context) : context_(context), tree_(context.tree()) {}

  /// The noun phrase that `head` heads. Clauses that tell more of it, appositions and what a nominal predicate has of a
  /// clause are left out; a participle stays with an argument, not with a subject. `marked` keeps its preposition.
  Words noun_phrase(Word head, PhrasePlace place, Conjuncts conjuncts, bool marked = false) const;
  /// A clause as an argument: all below `head` but the words that mark it (`that`), if `marked` is false.
  Words clause(Word head, bool marked = true) const;
  /// All below `head`, itself too.
  Words subtree(Word head) const;
  /// Prepositions of `head` with their fixed parts; what stands behind it (`'s`) is none of them.
  Words case_words(Word head) const;

  /// Sorted, each word once, no separators at the edges.
  Words trimmed(Words words) const;
  /// The words as they stand in the text; `unsaid` goes before them.
  OpenPhrase phrase(Words words, std::string_view unsaid = {}) const;

 private:
  void collect(Word word, Words& words) const;
  bool follows_directly(Word child) const;
  bool is_left_out(Word child, Word head, PhrasePlace place, Conjuncts conjuncts, bool marked) const;

  const SentenceContext& context_;
  const TreeView& tree_;
};

/// True for a word that heads a clause: a verb that is no mere part of a phrase, or anything with a copula.
bool heads_clause(const TreeView& tree, Word word);

/// `from` without the words of `others`.
Words without(Words from, const Words& others);
/// Both together.
Words joined(Words first, const Words& second);

}  // namespace habari
