#pragma once

#include "lexicon/agreement_table.hpp"
#include "references/discourse.hpp"
#include "references/reference_weights.hpp"

#include <optional>
#include <vector>

namespace habari {

/// Where an anaphor stands, and what is known around it.
struct AnaphorPlace {
  std::uint32_t sentence = 0;
  std::vector<Span> others;                   ///< Who else takes part in the event: nobody does it to himself.
  bool speaks = false;                        ///< Subject of a verb of saying.
  std::optional<std::uint32_t> last_speaker;  ///< Referents.
  std::optional<std::uint32_t> reporter;      ///< Who says the clause that the anaphor stands in.
  std::optional<std::uint32_t> quoted_speaker;
};

/// Who a pronoun, or a verb without a subject, may mean.
class AntecedentRanker {
 public:
  AntecedentRanker(const Discourse& discourse, const AgreementTable& agreement, const ReferenceWeights& weights)
      : discourse_(discourse), agreement_(agreement), weights_(weights) {}

  /// The likeliest referent; nothing where none is likely enough or two are about as likely.
  std::optional<std::uint32_t> choose(const Anaphor& anaphor, const AnaphorPlace& place) const;

 private:
  bool can_mean(const Anaphor& anaphor, const Referent& referent) const;
  double score(const Anaphor& anaphor, const AnaphorPlace& place, std::uint32_t referent) const;
  const Appearance* last_before(const Referent& referent, Span at) const;

  const Discourse& discourse_;
  const AgreementTable& agreement_;
  const ReferenceWeights& weights_;
};

}  // namespace habari
