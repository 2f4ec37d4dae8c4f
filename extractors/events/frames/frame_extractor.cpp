#include "frames/frame_extractor.hpp"

#include "frames/arguments.hpp"
#include "frames/attribution.hpp"
#include "frames/clauses.hpp"
#include "frames/event_types.hpp"
#include "frames/factuality.hpp"
#include "frames/grounds.hpp"
#include "frames/open_participants.hpp"
#include "frames/predicates.hpp"
#include "frames/quantities.hpp"
#include "frames/sentence_context.hpp"
#include "frames/standing_relations.hpp"

#include <algorithm>

namespace habari {
namespace {

/// What a participant without a name is called in English: the same in all languages.
std::string gloss_of(const SentenceContext& context, const Participant& participant) {
  const Token& token = context.tree()[participant.head];
  if (participant.mention != nullptr || token.upos != Upos::noun) return {};
  const NounEntry* row = context.noun(participant.head);
  return row != nullptr ? row->gloss : std::string();
}

Argument to_argument(const SentenceContext& context, const RoleFiller& filler) {
  Argument argument;
  argument.role = filler.role;
  argument.core = filler.participant.core;
  argument.phrase = filler.participant.phrase;
  argument.gloss = gloss_of(context, filler.participant);
  if (filler.participant.mention != nullptr) {
    argument.entity = filler.participant.mention->entity;
    if (filler.role == Role::time) argument.value = filler.participant.mention->value;
  }
  return argument;
}

class SentenceFrames {
 public:
  SentenceFrames(const Lexicon& lexicon, const Sentence& sentence, const FrameRules& without, Document& document,
                 Frames& frames)
      : context_(sentence, document.article.text, lexicon, document.entities, without),
        predicates_(context_),
        clauses_(context_, predicates_),
        document_(document),
        open_(frames.open),
        readings_(frames.readings) {}

  void read() {
    const auto& all = predicates_.all();
    const auto first = static_cast<std::uint32_t>(document_.events.size());
    const auto standing = factualities(context_, predicates_);
    const auto types = event_types(context_, predicates_, clauses_, standing);
    const auto fillers = role_fillers(context_, predicates_, clauses_);
    const auto whose = sources(context_, predicates_, clauses_);
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      Event event;
      event.trigger = context_.tree()[all[i].word].span;
      event.lemma = all[i].lemma;
      event.label = types[i].label.empty() ? all[i].label : types[i].label;
      event.type = types[i].type;
      event.factuality = standing[i];
      event.sentence = context_.tree().sentence().span;
      event.rule = types[i].rule.empty() ? all[i].rule : all[i].rule + "+" + types[i].rule;
      for (const RoleFiller& filler : fillers[i]) {
        event.args.push_back(to_argument(context_, filler));
        if (filler.role != Role::time) event.args.back().quantity = quantity_of(context_, filler.participant);
      }
      drop_parts_of_numbers(event.args);
      event.quantity = quantity_of_event(context_, predicates_, i, fillers[i]);
      if (whose[i].speaker) {
        const Participant speaker = describe_participant(context_, *whose[i].speaker);
        event.source = Source{speaker.core, speaker.mention != nullptr ? speaker.mention->entity : std::string()};
      }
      document_.events.push_back(std::move(event));
      if (whose[i].report) open_.sources.push_back({first + i, first + *whose[i].report});
      if (all[i].verb != nullptr && all[i].verb->speech) open_.reports.push_back(first + i);
    }
    const auto open = open_participants(context_, predicates_, clauses_, fillers);
    if (context_.follows(FrameRule::content)) add_contents(first);
    const SentenceGrounds grounds(context_, predicates_, std::span(document_.events).subspan(first));
    add_readings(first, fillers, grounds);
    add_anaphors(first, open, grounds);
    Statements statements = standing_relations(context_);
    for (OpenRelation& relation : statements.open) {
      relation.relation += static_cast<std::uint32_t>(document_.relations.size());
      open_.relations.push_back(std::move(relation));
    }
    std::move(statements.relations.begin(), statements.relations.end(), std::back_inserter(document_.relations));
  }

 private:
  void add_anaphors(std::uint32_t first, const std::vector<std::vector<OpenParticipant>>& open,
                    const SentenceGrounds& grounds) {
    for (std::uint32_t i = 0; i < open.size(); ++i) {
      for (const OpenParticipant& participant : open[i]) {
        Anaphor anaphor;
        anaphor.event = first + i;
        anaphor.role = participant.role;
        anaphor.function = participant.function;
        anaphor.agreement = participant.agreement;
        anaphor.at = context_.tree()[participant.pronoun.value_or(predicates_.all()[i].word)].span;
        if (participant.pronoun) anaphor.pronoun = anaphor.at;
        if (const auto& lender = participant.lender)
          anaphor.lender = {first + lender->event, lender->object ? Function::object : Function::subject};
        anaphor.reading = {participant.rule, {}, grounds.of_open(i, participant)};
        open_.anaphors.push_back(std::move(anaphor));
      }
    }
  }

  void add_contents(std::uint32_t first) {
    const auto holders = content_holders(context_, predicates_);
    for (std::uint32_t i = 0; i < holders.size(); ++i) {
      if (!holders[i]) continue;
      Argument content;
      content.role = Role::content;
      content.core = document_.events[first + i].trigger;
      content.phrase = context_.tree().extent(predicates_.all()[i].top());
      content.event = first + i;
      auto& args = document_.events[first + *holders[i]].args;
      std::erase_if(args, [&](const Argument& argument) { return argument.core.overlaps(content.core); });
      args.push_back(std::move(content));
    }
  }

  void add_readings(std::uint32_t first, const std::vector<std::vector<RoleFiller>>& fillers,
                    const SentenceGrounds& grounds) {
    for (std::uint32_t i = 0; i < fillers.size(); ++i) {
      EventReading reading;
      reading.row = predicates_.all()[i].row;
      reading.grounds = grounds.of_event(i);
      for (const Argument& argument : document_.events[first + i].args) {
        if (argument.event) {
          reading.arguments.push_back({FrameRule::content, {}, grounds.of_content(i, *argument.event - first)});
          continue;
        }
        const auto filler = std::find_if(fillers[i].begin(), fillers[i].end(), [&](const RoleFiller& one) {
          return one.role == argument.role && one.participant.core == argument.core;
        });
        reading.arguments.push_back({filler->rule, filler->row, grounds.of_participant(i, *filler)});
      }
      readings_.events.push_back(std::move(reading));
    }
  }

  SentenceContext context_;
  Predicates predicates_;
  Clauses clauses_;
  Document& document_;
  OpenReferences& open_;
  Readings& readings_;
};

}  // namespace

Frames extract_frames(const Lexicon& lexicon, std::span<const Sentence> sentences, Document& document,
                      const FrameRules& without) {
  Frames frames;
  for (const Sentence& sentence : sentences) {
    if (!sentence.tokens.empty()) SentenceFrames(lexicon, sentence, without, document, frames).read();
  }
  return frames;
}

}  // namespace habari
