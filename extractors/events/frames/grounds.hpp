#pragma once

#include "frames/arguments.hpp"
#include "frames/confidence_weights.hpp"
#include "frames/open_participants.hpp"
#include "frames/predicates.hpp"

#include <habari/core/document.hpp>

#include <span>
#include <vector>

namespace habari {

/// Adds what a participant is, and whether that goes with its role.
void add_kind(Role role, std::optional<EntityKind> kind, ArgumentGrounds& grounds);

/// What speaks for and against the events of a sentence and their participants.
class SentenceGrounds {
 public:
  /// `events`: those of `predicates`, with the participants that the sentence names. All must outlive it.
  SentenceGrounds(const SentenceContext& context, const Predicates& predicates, std::span<const Event> events);

  ArgumentGrounds of_participant(std::uint32_t event, const RoleFiller& filler) const;
  ArgumentGrounds of_content(std::uint32_t event, std::uint32_t content) const;
  /// What is open is in the grammar; whom it means is for the article to say.
  ArgumentGrounds of_open(std::uint32_t event, const OpenParticipant& open) const;
  EventGrounds of_event(std::uint32_t event) const;

 private:
  struct Doubt {
    double arcs = 0;
    double relations = 0;
    std::uint32_t steps = 0;
  };
  double doubt(Word word, float ReadingMargins::*margin) const;
  double name_doubt(Word head) const;
  Doubt doubt_between(Word participant, Word verb) const;
  void add_place(std::uint32_t event, Word head, ArgumentGrounds& grounds) const;
  void add_role(std::uint32_t event, Role role, ArgumentGrounds& grounds) const;
  template <typename Evidence, typename Grounds>
  void add_event(std::uint32_t event, Grounds& grounds) const;

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicates& predicates_;
  std::span<const Event> events_;
  std::vector<std::uint32_t> events_before_;  ///< Words of events before each word.
  std::vector<std::uint32_t> commas_before_;
  double sentence_doubt_ = 0;
};

}  // namespace habari
