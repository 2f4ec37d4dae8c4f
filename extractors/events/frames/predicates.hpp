#pragma once

#include "frames/sentence_context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace habari {

/// A word that names an event, with the words that only help to say it.
struct Predicate {
  Word word = 0;                 ///< The lexical verb.
  std::optional<Word> noun;      ///< The noun of a light construction (`fanya mazungumzo`).
  std::optional<Word> particle;  ///< A preposition that is part of the verb (`leave behind`).
  std::vector<Word> governors;   ///< Modal and aspectual verbs above it, nearest first (`wanatarajiwa kukutana`).
  std::string lemma;
  std::string label;
  EventType type = EventType::other;
  const VerbEntry* verb = nullptr;  ///< Row of the verb, or of the whole construction.
  const NounEntry* noun_row = nullptr;
  std::string rule;
  TableRow row{};  ///< Of the lexicon, that the rule names.

  /// The word by which its clause hangs in the tree.
  Word top() const { return governors.empty() ? word : governors.back(); }
};

/// The events of a sentence, in word order, and which of its words belong to which.
class Predicates {
 public:
  explicit Predicates(const SentenceContext& context);

  const std::vector<Predicate>& all() const { return predicates_; }
  /// The event that this word names or, for a governing verb, that its complement names.
  std::optional<std::uint32_t> at(Word word) const { return event_of_[word]; }

 private:
  void add(const SentenceContext& context, Word word);
  void link_governors(const SentenceContext& context);

  std::vector<Predicate> predicates_;
  std::vector<std::optional<std::uint32_t>> event_of_;
};

/// True for a word that heads a clause with a lexical verb: no auxiliary, no copula, no function word.
bool is_lexical_verb(const SentenceContext& context, Word word);
/// Who is to do the deed of a headline without a verb of its own: `Minister to visit Tanga`.
std::optional<Word> headline_doer(const SentenceContext& context, Word word);
/// The row by which a verb governs another: that of its construction (`go on`), else its own.
const VerbEntry* governing_row(const SentenceContext& context, Word verb);
/// The verbal complement of a verb that governs it: infinitive, subjunctive or clause.
std::optional<Word> governed_complement(const SentenceContext& context, Word verb);

}  // namespace habari
