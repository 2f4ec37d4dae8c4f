#pragma once

#include "lexicon/agreement_table.hpp"
#include "references/reference_weights.hpp"

#include <optional>
#include <vector>

namespace habari {

/// Who may be the answer to a question, and what speaks for it.
struct ReferenceCandidate {
  std::optional<std::uint32_t> referent;  ///< Nothing: nobody that was spoken of before.
  Clues clues{};
};

/// Finds whom pronouns, verbs without a subject and nouns mean among those that an article has spoken of.
class ReferenceRanker {
 public:
  ReferenceRanker(const Discourse& discourse, const AgreementTable& agreement, const ReferenceWeights& weights)
      : discourse_(discourse), agreement_(agreement), weights_(weights) {}

  /// Whoever does not contradict the question, later spoken of first; nobody at the end.
  std::vector<ReferenceCandidate> candidates(const ReferenceQuestion& question) const;
  /// Whether somebody does not contradict a pronoun's or a verb's question.
  bool agrees(const ReferenceQuestion& question, std::uint32_t referent) const;
  /// The likeliest; nothing where that is nobody, or two are about as likely.
  std::optional<std::uint32_t> choose(ReferenceForm form, const std::vector<ReferenceCandidate>& candidates) const;
  /// In whom was chosen, in nats: -log of its probability beside the other candidates.
  double doubt(ReferenceForm form, const std::vector<ReferenceCandidate>& candidates, std::uint32_t chosen) const;

 private:
  std::vector<std::uint32_t> who_fits(const ReferenceQuestion& question) const;
  bool can_mean(const ReferenceQuestion& question, const Referent& referent) const;
  bool can_be_called(const Expression& noun, const Referent& referent) const;

  const Discourse& discourse_;
  const AgreementTable& agreement_;
  const ReferenceWeights& weights_;
};

}  // namespace habari
