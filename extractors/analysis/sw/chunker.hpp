#pragma once

#include "analysis/sw/syntax_lexicon.hpp"
#include "analysis/sw/tagger.hpp"

#include <string_view>
#include <vector>

namespace habari::swahili {

enum class ItemType : std::uint8_t { nominal, verb, adverb, marker, relative_pronoun };

/// A phrase that is whole before the clause is built: a noun with its modifiers, a verb with its auxiliaries, …
struct Item {
  int word = 0;   ///< Its head.
  int first = 0;  ///< Its first word.
  ItemType type = ItemType::nominal;
  Agreement agreement = 0;  ///< Of a nominal; of a verb: with its subject.
  Agreement relative = 0;   ///< Of a verb: what its relative marker refers to.
  int marker = -1;          ///< The preposition, connective or -enye before it.
  Agreement marker_agreement = 0;
  bool connective = false;     ///< The marker is a connective or -enye.
  bool clause_marker = false;  ///< The marker may stand before a clause too.
  bool has_name = false;       ///< A noun with its name: Rais Putin.
  int coordinator = -1;        ///< `na`, `au`, `lakini` before it.
  bool comma = false;          ///< Punctuation before it.
  bool colon = false;
  bool quote = false;
  bool dash = false;
  bool parenthesis = false;
  // Of verbs.
  const Reading* reading = nullptr;  ///< Of the word that carries tense and subject (the first auxiliary).
  bool finite = false;
  bool infinitive = false;
  bool situative = false;
  bool subjunctive = false;
  bool consecutive = false;
  bool takes_predicate = false;  ///< A copula: what follows becomes the head in the end.
  bool passive = false;
  int subject = -1;  ///< Items.
  int object = -1;
  int predicate = -1;
  bool has_content = false;
  int head = -1;  ///< Item that governs this one.
};

/// Builds the inside of phrases (heads and relations in `words`) and returns the phrases in order.
std::vector<Item> chunk(std::vector<Word>& words, const SyntaxLexicon& syntax);

}  // namespace habari::swahili
