#pragma once

#include "frames/clause_parts.hpp"
#include "frames/predicates.hpp"
#include "frames/relative_clauses.hpp"

#include <vector>

namespace habari {

/// Who is the grammatical subject of each event's clause, shared across coordination, control, adverbial and relative
/// clauses.
class Clauses {
 public:
  Clauses(const SentenceContext& context, const Predicates& predicates);

  /// Heads of the noun phrases that are this event's grammatical subject: every conjunct, in word order; empty where
  /// the sentence does not name it.
  const std::vector<Word>& subjects(std::uint32_t event) const { return subjects_[event]; }
  /// By which rule they are.
  FrameRule subject_rule(std::uint32_t event) const { return subject_rules_[event]; }
  /// Where nobody here is named as an event's subject: the event whose subject or object it shares.
  struct Lender {
    std::uint32_t event = 0;
    bool object = false;
  };
  const std::optional<Lender>& lender(std::uint32_t event) const { return lenders_[event]; }
  /// The noun that a relative clause is about, where it is this event's object.
  std::optional<Word> relative_object(std::uint32_t event) const { return relative_objects_[event]; }
  /// The noun that a relative clause is about, where it takes part in the event otherwise.
  const std::optional<RelativeLink>& relative_oblique(std::uint32_t event) const { return relative_obliques_[event]; }

 private:
  bool agree(Word verb, Word noun) const;
  bool agree_alike(Word one, Word other) const;
  void resolve(std::uint32_t event);
  void keep_subjects(std::uint32_t event);
  std::vector<Word> by(FrameRule rule, std::uint32_t event, std::vector<Word> subjects);
  std::vector<Word> own_subjects(std::uint32_t event);
  std::vector<Word> inherited_subjects(std::uint32_t event);
  std::vector<Word> told_behind_preposition(const Predicate& predicate) const;
  std::vector<Word> lendable_subjects(std::uint32_t event) const;
  std::optional<Word> told_before(std::uint32_t event) const;
  std::vector<Word> judged(Word predicate);
  std::vector<Word> genitive_subjects(Word noun) const;
  std::vector<Word> described(Word predicate, Word clause) const;
  std::vector<Word> subjects_above(std::uint32_t event, Word clause, Word antecedent);
  std::vector<Word> relative_subjects(std::uint32_t event);
  std::vector<Word> controller(std::uint32_t event, std::uint32_t governor);
  bool shares_open_subject(Word clause, std::uint32_t lender) const;

  const SentenceContext& context_;
  const Predicates& predicates_;
  std::vector<std::vector<Word>> subjects_;
  std::vector<FrameRule> subject_rules_;
  std::vector<std::optional<Lender>> lenders_;
  std::vector<std::optional<Word>> relative_objects_;
  std::vector<std::optional<RelativeLink>> relative_obliques_;
  std::vector<char> state_;  ///< 0: not met, 1: being resolved, 2: known.
};

}  // namespace habari
