#include "frames/type_evidence.hpp"

#include "frames/event_reader.hpp"
#include "frames/participants.hpp"
#include "frames/passive_agents.hpp"

#include <algorithm>
#include <string_view>

namespace habari {
namespace {

class EvidenceReader : private EventReader {
 public:
  EvidenceReader(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses,
                 std::uint32_t event)
      : EventReader(context, predicates, clauses, event) {}

  std::vector<TypeEvidence> read() {
    for (const Word object : objects()) add("", object);
    for (const Word doer : doers()) add("subj:", doer);
    for (const Word child : tree_.dependents(predicate_.word)) {
      const Deprel relation = tree_[child].deprel;
      if ((relation != Deprel::obl && relation != Deprel::nmod) || predicates_.at(child)) continue;
      std::string marker = context_.marker(child, Deprel::case_);
      std::replace(marker.begin(), marker.end(), ' ', '_');
      add((marker.empty() ? "loc" : marker) + ":", child);
    }
    return std::move(found_);
  }

 private:
  /// Whether the verb's row makes its subject what it is done to: `maandamano yalifanyika`.
  bool undergoes() const { return role_at("subj", Role::agent) == Role::patient; }

  /// Heads of what is done to, voice undone.
  std::vector<Word> objects() const {
    std::vector<Word> found;
    if (predicate_.noun && is_nominal(tree_[*predicate_.noun].upos)) found.push_back(*predicate_.noun);
    const bool passive = is_passive(tree_, predicate_.word);
    if (passive || undergoes()) {
      for (const Word subject : clauses_.subjects(event_)) found.push_back(subject);
    }
    if (!passive) {
      for (const Word child : tree_.dependents(predicate_.word)) {
        if (tree_[child].deprel != Deprel::obj || predicates_.at(child)) continue;
        for (const Word conjunct : tree_.conjuncts(child)) found.push_back(conjunct);
      }
    }
    if (const auto object = clauses_.relative_object(event_)) found.push_back(*object);
    return found;
  }

  std::vector<Word> doers() const {
    if (!is_passive(tree_, predicate_.word)) return undergoes() ? std::vector<Word>{} : clauses_.subjects(event_);
    const auto agent = agent_phrase(context_, predicate_.word);
    return agent ? tree_.conjuncts(*agent) : std::vector<Word>{};
  }

  void add(std::string_view position, Word head) {
    for (const Word word : naming_words(head)) {
      TypeEvidence evidence;
      evidence.own_type = noun_event_type(context_, word);
      for (const std::string& group : context_.lexicon().object_types().groups(tree_[word].lemma))
        evidence.keys.push_back(group);
      if (evidence.own_type != EventType::other) {
        evidence.keys.emplace_back(name(evidence.own_type));
        evidence.keys.emplace_back(name(EntityKind::event));
      } else if (const auto kind = context_.kind(word); kind && word == head) {
        evidence.keys.emplace_back(name(*kind));
      }
      if (word == head) evidence.keys.emplace_back("anything");
      for (std::string& key : evidence.keys) key.insert(0, position);
      found_.push_back(std::move(evidence));
    }
  }

  /// The words that say what a noun phrase is, the surest first: its head, what stands compounded before it, and the
  /// genitive behind a head that names no event of a type itself (`tons of food`, `a program of aid`).
  std::vector<Word> naming_words(Word object) const {
    std::vector<Word> words{object};
    const Word counted = describe_participant(context_, object).head;
    if (counted != object) words.push_back(counted);
    const auto children = tree_.dependents(object);
    for (auto child = children.rbegin(); child != children.rend(); ++child) {
      if (tree_[*child].deprel == Deprel::compound && *child < object) words.push_back(*child);
    }
    const bool names_person = context_.kind(object) == EntityKind::person;
    if (noun_event_type(context_, object) != EventType::other || names_person) return words;
    for (const Word child : children) {
      if (tree_[child].deprel == Deprel::nmod && child > object && tree_[child].upos == Upos::noun) {
        words.push_back(child);
        break;
      }
    }
    return words;
  }

  std::vector<TypeEvidence> found_;
};

}  // namespace

EventType noun_event_type(const SentenceContext& context, Word word) {
  const NounEntry* noun = context.mention(word) == nullptr ? context.noun(word) : nullptr;
  return noun != nullptr && noun->names_event() ? noun->type : EventType::other;
}

std::vector<TypeEvidence> type_evidence(const SentenceContext& context, const Predicates& predicates,
                                        const Clauses& clauses, std::uint32_t event) {
  return EvidenceReader(context, predicates, clauses, event).read();
}

std::vector<std::string> content_keys(const SentenceContext& context, const Predicates& predicates,
                                      const Clauses& clauses, std::uint32_t holder, std::uint32_t content,
                                      EventType content_type) {
  std::vector<std::string> keys{"to:" + std::string(name(content_type))};
  const TreeView& tree = context.tree();
  const Word top = tree.first_conjunct(predicates.all()[content].top());
  if (is_tensed(tree, top)) {
    keys.emplace_back("to:clause");
    return keys;
  }
  const auto& doers = clauses.subjects(content);
  const auto& own = clauses.subjects(holder);
  const auto& lender = clauses.lender(content);
  // What somebody is to do whom no word of the clause names is no deed of one's own where it has a person of its own.
  const bool shared = !doers.empty() && !own.empty() && doers.front() == own.front();
  const bool open = doers.empty() && tree[top].feature("Mood") != "Sub" && !(lender && lender->object);
  keys.emplace_back(shared || open ? "to:own" : "to:other");
  return keys;
}

}  // namespace habari
