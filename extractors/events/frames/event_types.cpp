#include "frames/event_types.hpp"

#include "frames/anaphor.hpp"

#include "frames/attribution.hpp"
#include "frames/clause_relation.hpp"
#include "frames/participants.hpp"
#include "frames/type_evidence.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace habari {
namespace {

/// What a speaker does who says it of himself that he will do an act of this type; by the PLOVER codebook, whose
/// cooperative acts in the future are agreements and whose hostile ones threats.
struct SpeechAct {
  EventType promised;
  EventType speech;
};
constexpr std::array speech_acts{
    SpeechAct{EventType::agree, EventType::agree},       SpeechAct{EventType::consult, EventType::agree},
    SpeechAct{EventType::support, EventType::agree},     SpeechAct{EventType::concede, EventType::agree},
    SpeechAct{EventType::cooperate, EventType::agree},   SpeechAct{EventType::aid, EventType::agree},
    SpeechAct{EventType::retreat, EventType::agree},     SpeechAct{EventType::threaten, EventType::threaten},
    SpeechAct{EventType::protest, EventType::threaten},  SpeechAct{EventType::sanction, EventType::threaten},
    SpeechAct{EventType::mobilize, EventType::threaten}, SpeechAct{EventType::coerce, EventType::threaten},
    SpeechAct{EventType::assault, EventType::threaten},  SpeechAct{EventType::reject, EventType::reject},
};

class TypeReader {
 public:
  TypeReader(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses,
             std::span<const Factuality> standings)
      : context_(context),
        tree_(context.tree()),
        all_(predicates.all()),
        predicates_(predicates),
        clauses_(clauses),
        standings_(standings) {}

  std::vector<TypeReading> read() {
    for (std::uint32_t event = 0; event < all_.size(); ++event) readings_.push_back(by_object(event));
    const auto holders = content_holders(context_, predicates_);
    for (std::uint32_t event = 0; event < all_.size(); ++event) {
      if (holders[event]) take_content(*holders[event], event);
    }
    const auto speeches = reporters(context_, predicates_, clauses_);
    for (std::uint32_t event = 0; event < all_.size(); ++event) {
      if (speeches[event]) take_speech_act(*speeches[event], event, is_intended(event));
      // `said it plans to …`: what is intended stands one clause lower.
      const auto holder = holders[event];
      if (holder && speeches[*holder] && intends(*holder)) take_speech_act(*speeches[*holder], event, true);
    }
    return std::move(readings_);
  }

 private:
  const ObjectType* row_for(const Predicate& predicate, std::span<const std::string> keys) const {
    const ObjectTypes& table = context_.lexicon().object_types();
    const ObjectType* row = table.find(predicate.lemma, keys);
    return row != nullptr ? row : table.find(tree_[predicate.word].lemma, keys);
  }

  TypeReading by_object(std::uint32_t event) const {
    const Predicate& predicate = all_[event];
    const bool whole = predicate.noun && is_nominal(tree_[*predicate.noun].upos);
    // A construction with its noun has the type of its own row.
    if (whole && predicate.rule.starts_with("construction:")) return {predicate.type, "", ""};
    for (const TypeEvidence& evidence : type_evidence(context_, predicates_, clauses_, event)) {
      const ObjectType* row = row_for(predicate, evidence.keys);
      if (row == nullptr) continue;
      const EventType type = row->type.value_or(evidence.own_type);
      if (!row->type && type == EventType::other) continue;
      return {type, "object:" + row->object, row->label};
    }
    return {predicate.type, "", ""};
  }

  void retype(std::uint32_t event, EventType type, std::string rule) {
    readings_[event].type = type;
    readings_[event].rule = std::move(rule);
  }

  /// `prepare to shell`: the type of the event in its complement.
  void take_content(std::uint32_t holder, std::uint32_t content) {
    const auto keys = content_keys(context_, predicates_, clauses_, holder, content, readings_[content].type);
    const ObjectType* row = row_for(all_[holder], keys);
    const Word top = tree_.first_conjunct(all_[content].top());
    // `asked who had won`, `insisted that they had won`: a question or an assertion and no request.
    if (readings_[holder].type == EventType::request && reports(context_, all_[holder].verb, top) &&
        !is_obliged(content)) {
      retype(holder, EventType::statement, "content:tensed");
      readings_[holder].label.clear();
    }
    if (row != nullptr && row->type) retype(holder, *row->type, "content:" + row->object.substr(3));
  }

  /// `said they will leave`, `said it is ready to build`: a pronoun of the speakers' number opens what is said.
  bool takes_up(std::uint32_t content, const std::vector<Word>& speakers) const {
    const Word top = all_[content].top();
    std::vector<Word> heads{all_[content].word, top};
    if (const auto head = tree_.head(top); head && tree_[top].deprel == Deprel::xcomp) heads.push_back(*head);
    const bool plural = speakers.size() > 1 || tree_[speakers.front()].feature("Number") == "Plur";
    for (const Word head : heads) {
      for (const Word child : tree_.dependents(head)) {
        const Token& pronoun = tree_[child];
        if (pronoun.deprel != Deprel::nsubj || !is_anaphoric(pronoun) || pronoun.feature("Person") != "3") continue;
        return plural == (pronoun.feature("Number") == "Plur");
      }
    }
    return false;
  }

  void take_speech_act(std::uint32_t speech, std::uint32_t content, bool intended) {
    if (readings_[speech].type != EventType::statement || is_passive(tree_, all_[speech].word)) return;
    const auto& speakers = clauses_.subjects(speech);
    const auto& doers = clauses_.subjects(content);
    if (speakers.empty()) return;
    const bool by_pronoun = doers.empty() && takes_up(content, speakers);
    if (doers.empty() && !by_pronoun) return;
    const bool own_act = by_pronoun || std::find(doers.begin(), doers.end(), speakers.front()) != doers.end();
    if (own_act && intended) {
      const bool refused = standings_[content] == Factuality::negated;
      for (const SpeechAct& act : speech_acts) {
        if (act.promised != readings_[content].type) continue;
        // Who says that he will not do harm promises nothing that the text would name.
        if (refused && act.speech != EventType::agree) return;
        const EventType type = refused ? EventType::reject : act.speech;
        retype(speech, type, "said:" + std::string(name(readings_[content].type)));
        return;
      }
    }
    if (!own_act && is_obliged(content) && standings_[content] != Factuality::negated &&
        is_someone(describe_participant(context_, doers.front()).kind)) {
      retype(speech, EventType::request, "said:obligation");
    }
  }

  /// A verb that says no more than that its complement is meant to be: `plan`, `intend`.
  bool intends(std::uint32_t event) const {
    const VerbEntry* row = all_[event].verb;
    return row != nullptr && row->content == Factuality::planned && readings_[event].type == EventType::other;
  }

  /// In the future, by its form, its auxiliaries or what governs it: `will`, `be willing to`.
  bool is_intended(std::uint32_t event) const {
    const Predicate& predicate = all_[event];
    for (const Word word : verbs_of(predicate)) {
      if (tree_[word].feature("Tense") == "Fut") return true;
      for (const Word child : tree_.dependents(word)) {
        if (tree_[child].deprel != Deprel::aux) continue;
        const VerbEntry* row = context_.verb(child);
        const bool future = row != nullptr && row->auxiliary && row->content == Factuality::planned;
        if (future && !row->obligation) return true;
      }
    }
    const auto head = tree_.head(predicate.top());
    if (!head || predicates_.at(*head) || tree_[predicate.top()].deprel != Deprel::xcomp) return false;
    const AdverbEntry* row = context_.lexicon().adverb(fold_case(tree_[*head].form));
    return row != nullptr && row->factuality == Factuality::planned;
  }

  bool is_obliged(std::uint32_t event) const {
    const Predicate& predicate = all_[event];
    for (const Word word : verbs_of(predicate)) {
      const VerbEntry* own = context_.verb(word);
      if (word != predicate.word && own != nullptr && own->obligation) return true;
      for (const Word child : tree_.dependents(word)) {
        const VerbEntry* row = tree_[child].deprel == Deprel::aux ? context_.verb(child) : nullptr;
        if (row != nullptr && row->auxiliary && row->obligation) return true;
      }
    }
    return false;
  }

  static std::vector<Word> verbs_of(const Predicate& predicate) {
    std::vector<Word> words{predicate.word};
    words.insert(words.end(), predicate.governors.begin(), predicate.governors.end());
    return words;
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const std::vector<Predicate>& all_;
  const Predicates& predicates_;
  const Clauses& clauses_;
  std::span<const Factuality> standings_;
  std::vector<TypeReading> readings_;
};

}  // namespace

std::vector<TypeReading> event_types(const SentenceContext& context, const Predicates& predicates,
                                     const Clauses& clauses, std::span<const Factuality> standings) {
  return TypeReader(context, predicates, clauses, standings).read();
}

}  // namespace habari
