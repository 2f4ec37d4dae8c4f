#pragma once

#include "frames/anaphor.hpp"
#include "references/discourse.hpp"
#include "references/quotation_speakers.hpp"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace habari {

/// What is known of an article's references while it is read: who has been spoken of, and whom its open places mean.
class ArticleReferences {
 public:
  /// A place in an event's clause.
  using Slot = std::pair<std::uint32_t, Function>;

  /// What it is made from must outlive it.
  ArticleReferences(const Document& document, std::span<const Sentence> sentences, const OpenReferences& open);

  Discourse& discourse() { return discourse_; }
  const Discourse& discourse() const { return discourse_; }
  const OpenReferences& open() const { return open_; }

  /// `doubt`: in nats, as ReferenceRanker::doubt.
  void settle(std::uint32_t anaphor, std::uint32_t referent, double doubt = 0) {
    referent_of_[anaphor] = referent;
    doubt_of_[anaphor] = doubt;
  }
  double doubt(std::uint32_t anaphor) const { return doubt_of_[anaphor]; }
  void note_doubt(Span noun, double doubt) { doubts_.emplace(noun, doubt); }
  /// In whom a noun means; 0 where that was no question.
  double doubt_at(Span noun) const {
    const auto found = doubts_.find(noun);
    return found == doubts_.end() ? 0 : found->second;
  }
  std::optional<std::uint32_t> settled(std::uint32_t anaphor) const { return referent_of_[anaphor]; }
  void settle_relation(std::uint32_t open_relation, std::uint32_t referent) { ends_[open_relation] = referent; }
  /// By index into OpenReferences::relations.
  const std::map<std::uint32_t, std::uint32_t>& relation_ends() const { return ends_; }

  /// The anaphor in a slot.
  std::optional<std::uint32_t> anaphor_in(Slot slot) const;
  /// The anaphor by which it is known who is meant in a slot, through those that lend it.
  std::optional<std::uint32_t> answered_in(Slot slot) const;
  /// Who is meant in a slot.
  std::optional<std::uint32_t> referent_in(Slot slot) const;
  std::optional<std::uint32_t> subject_of(std::uint32_t event) const;
  /// To whom an event of saying is told.
  std::optional<std::uint32_t> addressee_of(std::uint32_t event) const;
  /// Who says the clause of an event.
  std::optional<std::uint32_t> reporter_of(std::uint32_t event) const;
  bool is_report(std::uint32_t event) const { return is_report_.contains(event); }

  /// The quotation that these words stand in.
  const SpokenText* spoken_around(Span span) const;
  /// Its number, from 1; 0 outside.
  std::uint32_t quotation_around(Span span) const;
  std::optional<std::uint32_t> speaker_of(const SpokenText& spoken) const;

 private:
  const Document& document_;
  const OpenReferences& open_;
  Discourse discourse_;
  std::vector<std::optional<std::uint32_t>> referent_of_;  ///< Of each anaphor.
  std::vector<double> doubt_of_;
  std::map<Span, double> doubts_;
  std::map<std::uint32_t, std::uint32_t> ends_;
  std::vector<SpokenText> spoken_;
  std::map<Slot, std::uint32_t> slots_;
  std::map<std::uint32_t, std::uint32_t> report_of_;
  std::set<std::uint32_t> is_report_;
};

}  // namespace habari
