#pragma once

#include <habari/core/ontology.hpp>
#include <habari/core/text.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// Universal parts of speech. Source: https://universaldependencies.org/u/pos/
enum class Upos : std::uint8_t {
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};
inline constexpr std::size_t upos_count = 17;  ///< How many there are.

/// Universal dependency relations. Source: https://universaldependencies.org/u/dep/
enum class Deprel : std::uint8_t {
  acl,
  advcl,
  advmod,
  amod,
  appos,
  aux,
  case_,
  cc,
  ccomp,
  clf,
  compound,
  conj,
  cop,
  csubj,
  dep,
  det,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nsubj,
  nummod,
  obj,
  obl,
  orphan,
  parataxis,
  punct,
  reparandum,
  root,
  vocative,
  xcomp
};
inline constexpr std::size_t deprel_count = 37;  ///< How many there are.

std::string_view name(Upos upos);                       ///< `NOUN`
std::string_view name(Deprel deprel);                   ///< `nsubj`
std::optional<Upos> parse_upos(std::string_view name);  ///< Nothing for any other word.
/// The universal part only: no colon.
std::optional<Deprel> parse_deprel(std::string_view name);

/// One syntactic word. Several words may share a span (multiword tokens: `don't`).
struct Token {
  Span span;                    ///< In Article::text.
  std::string form;             ///< As written, but whole where a blank has torn it, and with one kind of apostrophe.
  std::string lemma;            ///< As a dictionary gives it.
  Upos upos = Upos::x;          ///< Universal part of speech.
  std::string xpos;             ///< Language-specific tag, empty where there is none.
  std::string feats;            ///< `Name=Value|Name=Value` in alphabetical order of names, empty where there are none.
  std::uint32_t head = 0;       ///< 1-based index of the governing word; 0 at the root.
  Deprel deprel = Deprel::dep;  ///< Its relation to the head.
  std::string subtype;          ///< What follows the colon: `pass` of `nsubj:pass`.

  /// Value of a feature (`feature("Number")` is `Sing`), empty where it is absent.
  std::string_view feature(std::string_view feature_name) const;
  bool is(Deprel relation, std::string_view relation_subtype) const {  ///< Both agree.
    return deprel == relation && subtype == relation_subtype;
  }
};

/// A name in a sentence: tokens[first] to tokens[end - 1].
struct SentenceName {
  std::uint32_t first = 0;                                                      ///< Index of its first token.
  std::uint32_t end = 0;                                                        ///< One past its last.
  EntityKind kind = EntityKind::other;                                          ///< What sort of thing it is.
  friend auto operator<=>(const SentenceName&, const SentenceName&) = default;  ///< Text order.
};

/// How far a reader preferred what it chose for a word to the next best: differences of scores, of which e^margin says
/// how many times as likely. Below 0 where a better head would have made no tree.
struct ReadingMargins {
  float tag = 0;       ///< Of its UPOS.
  float head = 0;      ///< Of its governing word.
  float relation = 0;  ///< Of its relation, given the head.
  float name = 0;      ///< Of its place in a name or in none.
  friend bool operator==(const ReadingMargins&, const ReadingMargins&) = default;  ///< All agree.
};

/// A sentence as a Universal Dependencies tree over its words: the one interface between
/// what knows the language and what knows events.
struct Sentence {
  Span span;                              ///< In Article::text.
  std::vector<Token> tokens;              ///< tokens[i] is word number i + 1.
  std::string id;                         ///< `# sent_id`, empty where there is none.
  std::vector<SentenceName> names;        ///< As the reader found them, in text order, not overlapping.
  std::vector<ReadingMargins> margins{};  ///< One for each token; none where the reader does not say.
};

}  // namespace habari
