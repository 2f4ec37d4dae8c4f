#include "frames/open_participants.hpp"

#include "frames/event_reader.hpp"

#include <algorithm>

namespace habari {
namespace {

class OpenPlaces : private EventReader {
 public:
  OpenPlaces(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses, std::uint32_t event,
             const std::vector<RoleFiller>& told)
      : EventReader(context, predicates, clauses, event), told_(told) {}

  std::vector<OpenParticipant> read() {
    read_subject();
    read_objects();
    read_obliques();
    return std::move(open_);
  }

 private:
  bool is_told(Role role) const {
    return std::any_of(told_.begin(), told_.end(), [&](const RoleFiller& filler) { return filler.role == role; });
  }

  void add(std::optional<Role> role, Function function, std::optional<Word> pronoun, Agreement agreement,
           std::optional<Clauses::Lender> lender = std::nullopt) {
    const FrameRule rule = pronoun                         ? FrameRule::pronoun
                           : lender                        ? FrameRule::lent_participant
                           : function == Function::subject ? FrameRule::unsaid_subject
                                                           : FrameRule::unsaid_object;
    if (!role || !context_.follows(rule)) return;
    if (pronoun || !is_told(*role)) open_.push_back({*role, function, pronoun, std::move(agreement), lender, rule});
  }

  std::optional<Role> subject_role() const {
    if (!passive_) return role_at("subj", Role::agent);
    const auto role = role_at("obj", Role::patient);
    const bool keeps_object = tree_.dependent(predicate_.word, Deprel::obj).has_value();
    return role == Role::patient && role_at("obj2", std::nullopt) == Role::patient && keeps_object ? Role::recipient
                                                                                                   : role;
  }

  /// A pronoun beside the verb, what governs it, or the adjective that it depends on (`it is ready to build`).
  std::optional<Word> subject_pronoun() const {
    std::vector<Word> words{predicate_.word};
    words.insert(words.end(), predicate_.governors.begin(), predicate_.governors.end());
    const Word top = predicate_.top();
    if (const auto head = tree_.head(top);
        head && tree_[top].deprel == Deprel::xcomp && tree_[*head].upos != Upos::verb)
      words.push_back(*head);
    for (const Word word : words) {
      for (const Word child : tree_.dependents(word)) {
        if (tree_[child].deprel == Deprel::nsubj && is_anaphoric(tree_[child])) return child;
      }
    }
    return std::nullopt;
  }

  /// Whether a noun, a pronoun of another kind or a clause stands where the subject does.
  bool has_other_subject() const {
    if (!clauses_.subjects(event_).empty()) return true;
    for (const Word word : {predicate_.word, predicate_.top()}) {
      for (const Word child : tree_.dependents(word)) {
        const Deprel relation = tree_[child].deprel;
        const bool subject = relation == Deprel::nsubj || relation == Deprel::csubj || relation == Deprel::expl;
        if (subject && !is_anaphoric(tree_[child])) return true;
      }
    }
    return false;
  }

  /// The word of the verb's group that carries its person and class.
  std::optional<Word> prefixed_word() const {
    std::vector<Word> words{predicate_.word};
    words.insert(words.end(), predicate_.governors.begin(), predicate_.governors.end());
    for (const Word word : words) {
      if (tree_[word].feature("VerbForm") == "Fin" && !tree_[word].feature("NounClass").empty()) return word;
      for (const Word child : tree_.dependents(word)) {
        const bool auxiliary = tree_[child].deprel == Deprel::aux && tree_[child].feature("VerbForm") == "Fin";
        if (auxiliary && !tree_[child].feature("NounClass").empty()) return child;
      }
    }
    return std::nullopt;
  }

  void read_subject() {
    if (const auto pronoun = subject_pronoun()) {
      add(subject_role(), Function::subject, pronoun, agreement_of(tree_[*pronoun]));
      return;
    }
    if (has_other_subject()) return;
    if (const auto& lender = clauses_.lender(event_)) {
      add(subject_role(), Function::subject, std::nullopt, {}, lender);
      return;
    }
    const auto verb = prefixed_word();
    // A relative clause is about the noun above, and a place's class about no participant.
    if (!verb || !tree_[*verb].feature("RelNounClass").empty()) return;
    if (context_.lexicon().agreement().is_of_place(tree_[*verb].feature("NounClass"))) return;
    add(subject_role(), Function::subject, std::nullopt, agreement_of(tree_[*verb]));
  }

  void read_objects() {
    std::optional<Word> direct;
    std::optional<Word> indirect;
    for (const Word child : tree_.dependents(predicate_.word)) {
      if (tree_[child].deprel == Deprel::iobj && !indirect) indirect = child;
      if (tree_[child].deprel == Deprel::obj && !direct) direct = child;
    }
    if (indirect && is_anaphoric(tree_[*indirect])) {
      const auto role = predicate_.noun ? role_at("obj", Role::patient) : Role::recipient;
      add(role, Function::object, indirect, agreement_of(tree_[*indirect]));
    }
    if (direct && is_anaphoric(tree_[*direct])) {
      const auto role = passive_   ? role_at("obj2", Role::patient)
                        : indirect ? role_at("obj2", Role::patient)
                                   : role_at("obj", Role::patient);
      add(role, Function::object, direct, agreement_of(tree_[*direct]));
    }
    if (!indirect) read_object_prefix(direct);
  }

  /// `alimkamata`, `alimpa barua`: whom the verb's object prefix means, unless it is the noun behind the verb.
  void read_object_prefix(std::optional<Word> direct) {
    const Token& verb = tree_[predicate_.word];
    if (verb.feature("ObjNounClass").empty() || clauses_.relative_object(event_)) return;
    if (direct && is_anaphoric(tree_[*direct])) return;
    const bool noun = direct && predicate_.noun != direct;
    const std::string_view noun_class = noun ? tree_[*direct].feature("NounClass") : std::string_view();
    const auto kind = noun ? describe_participant(context_, *direct).kind : std::nullopt;
    const bool plural = verb.feature("ObjNumber") == "Plur";
    const bool same = noun_class.empty() ||
                      context_.lexicon().agreement().can_mean(verb.feature("ObjNounClass"), noun_class, kind, plural);
    if (noun && same) return;
    const auto role = role_at("obj", Role::patient);
    const bool applied = verb.feature("Voice").find("Appl") != std::string_view::npos;
    add(role == Role::patient && (noun || applied) ? Role::recipient : role, Function::object, std::nullopt,
        agreement_of(verb, "Obj"));
  }

  void read_obliques() {
    for (const Word child : tree_.dependents(predicate_.word)) {
      if (tree_[child].deprel != Deprel::obl || !is_anaphoric(tree_[child])) continue;
      const std::string marker = context_.marker(child, Deprel::case_);
      if (marker.empty()) continue;
      const bool agent =
          passive_ && context_.lexicon().marker(marker, MarkerEntry::Use::agent_marker, EntityKind::person);
      const auto* listed = predicate_.verb == nullptr ? nullptr : find_role(predicate_.verb->roles, marker);
      const MarkerEntry* row = context_.marker_entry(marker, MarkerEntry::Use::case_marker, EntityKind::person);
      const std::optional<Role> role = agent               ? role_at("subj", Role::agent)
                                       : listed != nullptr ? *listed
                                       : row != nullptr    ? row->role
                                                           : std::nullopt;
      if (role == Role::time) continue;
      add(role, agent ? Function::subject : Function::oblique, child, agreement_of(tree_[child]));
    }
  }

  const std::vector<RoleFiller>& told_;
  std::vector<OpenParticipant> open_;
};

}  // namespace

std::vector<std::vector<OpenParticipant>> open_participants(const SentenceContext& context,
                                                            const Predicates& predicates, const Clauses& clauses,
                                                            const std::vector<std::vector<RoleFiller>>& told) {
  std::vector<std::vector<OpenParticipant>> all;
  for (std::uint32_t event = 0; event < predicates.all().size(); ++event) {
    all.push_back(OpenPlaces(context, predicates, clauses, event, told[event]).read());
  }
  return all;
}

}  // namespace habari
