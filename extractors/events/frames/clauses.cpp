#include "frames/clauses.hpp"

#include "frames/clause_relation.hpp"
#include "frames/participants.hpp"

#include <algorithm>

namespace habari {
namespace {

/// The word of the verb's group that says what it agrees with: an auxiliary with a relative marker, else the verb.
Word agreeing_part(const TreeView& tree, Word verb) {
  for (const Word child : tree.dependents(verb)) {
    if (tree[child].deprel == Deprel::aux && !tree[child].feature("RelNounClass").empty()) return child;
  }
  return verb;
}

}  // namespace

/// By class and person; what is counted stands for its number (`maelfu ya watu walikuja`).
bool Clauses::agree(Word verb, Word noun) const {
  const TreeView& tree = context_.tree();
  return context_.lexicon().agreement().agree(tree[verb], tree[counted_noun(context_, noun)]);
}

/// Verbs that agree alike share their subject, whatever class its own form has.
bool Clauses::agree_alike(Word one, Word other) const {
  const Token& verb = context_.tree()[one];
  const Token& above = context_.tree()[other];
  const std::string_view verb_class = verb.feature("NounClass");
  return !verb_class.empty() && verb_class == above.feature("NounClass") && verb.feature("Person") == "3" &&
         above.feature("Person") == "3";
}

Clauses::Clauses(const SentenceContext& context, const Predicates& predicates)
    : context_(context),
      predicates_(predicates),
      subjects_(predicates.all().size()),
      subject_rules_(predicates.all().size(), FrameRule::subject),
      lenders_(predicates.all().size()),
      relative_objects_(predicates.all().size()),
      relative_obliques_(predicates.all().size()),
      state_(predicates.all().size(), 0) {
  const auto links = relative_links(context, predicates);
  for (std::uint32_t event = 0; event < links.size(); ++event) {
    if (links[event] && links[event]->object) relative_objects_[event] = links[event]->antecedent;
    if (links[event] && !links[event]->object) relative_obliques_[event] = links[event];
  }
  for (std::uint32_t event = 0; event < subjects_.size(); ++event) resolve(event);
}

void Clauses::resolve(std::uint32_t event) {
  if (state_[event] != 0) return;
  state_[event] = 1;
  subjects_[event] = own_subjects(event);
  keep_subjects(event);
  if (subjects_[event].empty()) {
    subjects_[event] = inherited_subjects(event);
    keep_subjects(event);
  }
  state_[event] = 2;
}

void Clauses::keep_subjects(std::uint32_t event) {
  if (!context_.follows(subject_rules_[event])) subjects_[event].clear();
  std::erase_if(subjects_[event], [&](Word subject) { return context_.is_in_dateline(subject); });
}

/// Notes the rule that gives an event its subjects.
std::vector<Word> Clauses::by(FrameRule rule, std::uint32_t event, std::vector<Word> subjects) {
  subject_rules_[event] = rule;
  return subjects;
}

std::vector<Word> Clauses::own_subjects(std::uint32_t event) {
  const Predicate& predicate = predicates_.all()[event];
  std::vector<Word> subjects = nominal_dependents(context_, predicate.word, Deprel::nsubj);
  for (std::size_t i = 0; i < predicate.governors.size() && subjects.empty(); ++i) {
    subjects = nominal_dependents(context_, predicate.governors[i], Deprel::nsubj);
  }
  if (predicate.noun) std::erase(subjects, *predicate.noun);
  if (subjects.empty() && context_.tree()[predicate.word].upos == Upos::noun)
    return by(FrameRule::genitive_subject, event, genitive_subjects(predicate.word));
  return by(FrameRule::subject, event, std::move(subjects));
}

/// `kusitishwa kwa mikutano`: the subject of an infinitive that is a noun stands in its genitive.
std::vector<Word> Clauses::genitive_subjects(Word noun) const {
  std::vector<Word> subjects;
  for (const Word child : nominal_dependents(context_, noun, Deprel::nmod)) {
    const std::string marker = context_.marker(child, Deprel::case_);
    if (context_.lexicon().marker(marker, MarkerEntry::Use::subject_marker, std::nullopt) != nullptr)
      subjects.push_back(child);
  }
  return subjects;
}

std::vector<Word> Clauses::inherited_subjects(std::uint32_t event) {
  const TreeView& tree = context_.tree();
  const Predicate& predicate = predicates_.all()[event];
  const Word top = predicate.top();
  // A pronoun subject closes the clause: whom it means is not in the grammar. A relative pronoun means the noun above.
  for (const Word word : {predicate.word, top}) {
    for (const Word child : tree.dependents(word)) {
      if (tree[child].deprel != Deprel::nsubj || is_relative_pronoun(tree[child])) continue;
      const bool personal = tree[child].feature("PronType") == "Prs";
      if (personal || (tree[child].upos == Upos::pron && tree[top].deprel != Deprel::acl)) return {};
    }
  }
  const Word first = tree.first_conjunct(top);
  if (first != top) {
    const auto shared = predicates_.at(first);
    if (shared && *shared != event) {
      resolve(*shared);
      const auto& candidates = subjects_[*shared];
      const auto& sharer = predicates_.all()[*shared];
      const bool infinitive = tree[top].feature("VerbForm") == "Inf";
      const bool alike = agree_alike(top, sharer.top());
      if (!candidates.empty() && (infinitive || alike || agree(top, candidates.front()))) {
        return by(FrameRule::coordinated_subject, event, candidates);
      }
      if (candidates.empty() && shares_open_subject(top, *shared)) lenders_[event] = Lender{*shared, false};
      if (tree[sharer.top()].deprel == Deprel::acl && relative_objects_[*shared]) {
        relative_objects_[event] = relative_objects_[*shared];
      }
      return {};
    }
    // `is a source of iodine but declines`: of a predicate that is no verb too
    if (!shared && tree.dependent(first, Deprel::cop))
      return by(FrameRule::described_subject, event, described(first, top));
  }
  const auto head = clause_head(context_, top);
  if (!head) return {};
  if (clause_relation(context_, top) == Deprel::acl && tree[*head].upos != Upos::verb) return relative_subjects(event);
  const auto above = predicates_.at(*head);
  if (!above || *above == event) {
    if (tree[top].deprel == Deprel::xcomp && tree[*head].upos != Upos::verb)
      return by(FrameRule::described_subject, event, judged(*head));
    if (tree[top].deprel != Deprel::advcl) return {};
    return by(FrameRule::described_subject, event, described(*head, top));
  }
  if (const auto noun = told_before(event)) return by(FrameRule::participle_noun, event, {*noun});
  switch (clause_relation(context_, top)) {
    case Deprel::xcomp:
    case Deprel::ccomp:
    case Deprel::csubj:
    case Deprel::obj:
    case Deprel::obl:
      return by(FrameRule::controlled_subject, event, controller(event, *above));
    case Deprel::advcl:
    case Deprel::parataxis:
    case Deprel::acl: {
      // What one is fined or praised for is one's own deed.
      if (tree[top].deprel == Deprel::advcl && has_listed_marker(context_, *head, top))
        return by(FrameRule::controlled_subject, event, controller(event, *above));
      resolve(*above);
      const auto candidates = lendable_subjects(*above);
      const bool tensed = tree[top].feature("VerbForm") == "Fin" && tree[top].deprel == Deprel::parataxis;
      const bool shared = !candidates.empty() && !tensed &&
                          (agree(top, candidates.front()) || agree_alike(top, predicates_.all()[*above].top()));
      subject_rules_[event] = FrameRule::adjunct_subject;
      if (shared) return candidates;
      if (candidates.empty() && !tensed && shares_open_subject(top, *above)) lenders_[event] = Lender{*above, false};
      for (const Word object : nominal_dependents(context_, predicates_.all()[*above].word, Deprel::obj)) {
        if (tree[top].feature("VerbForm") != "Inf" && !tensed && tree[top].feature("NounClass") != "" &&
            agree(top, object)) {
          return tree.conjuncts(tree.first_conjunct(object));
        }
      }
      // `walikamatwa na polisi wakishirikiana na jeshi`: what the passive's agent does
      for (const Word agent : nominal_dependents(context_, predicates_.all()[*above].word, Deprel::obl)) {
        const bool situative = tree[top].feature("Situative") == "Yes" && tree[agent].subtype == "agent";
        if (situative && agree(top, agent)) return {agent};
      }
      return {};
    }
    default:
      return {};
  }
}

/// `attacked the village, burned by soldiers`: what a participle behind a noun is told of. An adverbial one is told of
/// the verb's subject (`, backed by Chad`), unless harm is done to the person before it (`freed a man, jailed in May`).
std::optional<Word> Clauses::told_before(std::uint32_t event) const {
  const TreeView& tree = context_.tree();
  const Word top = predicates_.all()[event].top();
  const auto noun = noun_before_participle(tree, top);
  if (!noun || tree[top].deprel == Deprel::parataxis || tree[top - 1].form != ",") return noun;
  const EventType type = predicates_.all()[event].type;
  const bool harm = type == EventType::coerce || type == EventType::assault || type == EventType::accuse;
  const auto kind = describe_participant(context_, *noun).kind;
  const bool someone = kind == EntityKind::person || kind == EntityKind::group || kind == EntityKind::organization;
  return harm && someone && tree[*noun].deprel == Deprel::obj ? noun : std::nullopt;
}

/// The subjects of an event, or the noun of its construction where that is the subject (`makubaliano yamefikiwa`).
std::vector<Word> Clauses::lendable_subjects(std::uint32_t event) const {
  const auto& noun = predicates_.all()[event].noun;
  const bool passive = noun && context_.tree()[*noun].deprel == Deprel::nsubj;
  return subjects_[event].empty() && passive ? std::vector<Word>{*noun} : subjects_[event];
}

/// `called on Chad to release him`: whom the verb's row makes the recipient of what hangs from it.
std::vector<Word> Clauses::told_behind_preposition(const Predicate& predicate) const {
  std::vector<Word> told;
  if (predicate.verb == nullptr) return told;
  for (const Word child : nominal_dependents(context_, predicate.word, Deprel::obl)) {
    const std::string marker = context_.marker(child, Deprel::case_);
    const auto* role = find_role(predicate.verb->roles, marker);
    if (role == nullptr) continue;
    if (*role == Role::recipient || (*role == Role::patient && predicate.verb->content)) told.push_back(child);
  }
  return told;
}

/// Whether a clause has the subject of another event, whoever that is: it has no person or class of its own, or the
/// same.
bool Clauses::shares_open_subject(Word clause, std::uint32_t lender) const {
  const TreeView& tree = context_.tree();
  const bool own = tree[clause].feature("VerbForm") == "Fin" && !tree[clause].feature("NounClass").empty();
  const Word above = predicates_.all()[lender].top();
  return !own || (agree_alike(clause, above) && tree[clause].feature("Number") == tree[above].feature("Number"));
}

std::vector<Word> Clauses::controller(std::uint32_t event, std::uint32_t governor) {
  const TreeView& tree = context_.tree();
  resolve(governor);
  const Predicate& above = predicates_.all()[governor];
  const Word clause = predicates_.all()[event].top();
  const Token& below = tree[clause];
  const bool finite =
      below.feature("VerbForm") == "Fin" && below.feature("Mood") != "Sub" && below.feature("Situative") != "Yes";
  std::vector<Word> objects;
  for (const Deprel relation : {Deprel::obj, Deprel::iobj}) {
    for (const Word object : nominal_dependents(context_, above.word, relation)) {
      if (above.noun != object) objects.push_back(object);
    }
  }
  std::sort(objects.begin(), objects.end());
  if (objects.empty() && !finite) {
    // A pronoun is who it is about: whom it means is not in the grammar.
    for (const Word child : tree.dependents(above.word)) {
      const bool object = tree[child].deprel == Deprel::obj || tree[child].deprel == Deprel::iobj;
      if (object && tree[child].upos == Upos::pron && tree[child].feature("Reflex").empty()) {
        lenders_[event] = Lender{governor, true};
        return {};
      }
    }
    objects = told_behind_preposition(above);
  }
  const auto& subjects = subjects_[governor];
  const bool prefixed = objects.empty() && !tree[above.word].feature("ObjNounClass").empty();
  if (prefixed && (!finite || tree[above.word].feature("ObjNounClass") == below.feature("NounClass")))
    lenders_[event] = Lender{governor, true};
  else if (subjects.empty() && objects.empty() && (!finite || !below.feature("NounClass").empty()) &&
           shares_open_subject(clause, governor))
    lenders_[event] = Lender{governor, false};
  // A passive's subject is who was told, let or forced.
  if (!finite && is_passive(tree, above.word) && !subjects.empty()) return subjects;
  const auto does = [&](Word object) { return agree(clause, object); };
  if (!finite && std::any_of(objects.begin(), objects.end(), does)) return objects;
  // A finite complement that names no subject takes up the speaker: `alisema atakuja`.
  if (!subjects.empty() && !is_passive(tree, above.word) && agree(clause, subjects.front()) &&
      (!finite || !below.feature("NounClass").empty())) {
    return subjects;
  }
  return {};
}

/// Whom a predicate that is no verb is said of: `Kenya is likely to …`, `met Asha and is ready to …`. Nobody where it
/// is said of the deed itself: `ni muhimu kwa Kenya kujenga`.
std::vector<Word> Clauses::judged(Word predicate) {
  const TreeView& tree = context_.tree();
  if (auto subjects = nominal_dependents(context_, predicate, Deprel::nsubj); !subjects.empty()) return subjects;
  const Word first = tree.first_conjunct(predicate);
  const auto shared =
      first != predicate && tree.dependent(predicate, Deprel::cop) ? predicates_.at(first) : std::nullopt;
  if (!shared || tree.dependent(predicate, Deprel::expl)) return {};
  resolve(*shared);
  return subjects_[*shared];
}

/// `Akichaguliwa, Asha atakuwa waziri`: what a predicate that is no verb is said of, where the clause's verb agrees;
/// else the predicate itself (`Hiki ni kitabu, kikionyesha …`). An infinitive has the subject of the nearest that has
/// one.
std::vector<Word> Clauses::described(Word predicate, Word clause) const {
  const TreeView& tree = context_.tree();
  const bool infinitive = tree[clause].feature("VerbForm") == "Inf" || is_participle(tree[clause]);
  const bool joined = tree[clause].deprel == Deprel::conj;
  std::optional<Word> at = predicate;
  for (std::uint32_t steps = 0; at && steps <= tree.size(); ++steps) {
    const auto copula = tree.dependent(*at, Deprel::cop);
    if (!copula || (!infinitive && !joined && tree[clause].feature("NounClass").empty())) return {};
    auto subjects = nominal_dependents(context_, *at, Deprel::nsubj);
    if (!subjects.empty() && (infinitive || agree(clause, subjects.front()))) return subjects;
    const bool is_predicate = !joined && tree[*at].upos == Upos::noun && !tree.dependent(*at, Deprel::case_);
    if (!infinitive && is_predicate && agree(clause, *at)) return {*at};
    if (!subjects.empty() || tree[*copula].feature("VerbForm") != "Inf") return {};
    at = tree.head(*at);
  }
  return {};
}

/// `waliandamana kupinga kile wanachosema`: a relative clause about its object, without a subject of its own, goes on
/// with that of the verb above, where both verbs agree alike or the verb agrees with that noun.
std::vector<Word> Clauses::subjects_above(std::uint32_t event, Word clause, Word antecedent) {
  const TreeView& tree = context_.tree();
  subject_rules_[event] = FrameRule::relative_subject_above;
  std::optional<Word> at = antecedent;
  for (std::uint32_t steps = 0; at && steps <= tree.size(); ++steps) {
    if (const auto above = predicates_.at(*at)) {
      resolve(*above);
      const auto& subjects = subjects_[*above];
      if (subjects.empty() || tree[clause].feature("NounClass").empty() || !agree(clause, subjects.front())) return {};
      return subjects;
    }
    at = tree.head(*at);
  }
  return {};
}

std::vector<Word> Clauses::relative_subjects(std::uint32_t event) {
  const TreeView& tree = context_.tree();
  const Predicate& predicate = predicates_.all()[event];
  const Word top = predicate.top();
  const Word noun = *tree.head(top);
  if (predicate.noun == noun) return {};
  subject_rules_[event] = FrameRule::relative_noun;
  const Word agreeing = agreeing_part(tree, top);
  const Token& verb = tree[agreeing];
  const std::vector<Word> antecedents =
      tree[noun].deprel == Deprel::conj ? std::vector<Word>{noun} : tree.conjuncts(noun);
  // The nearest conjunct alone is what a relative clause is about, unless its verb is plural and the noun is not.
  const std::vector<Word> antecedent{noun};

  for (const Word word : {predicate.word, top}) {
    for (const Word child : tree.dependents(word)) {
      if (!is_relative_pronoun(tree[child])) continue;
      if (tree[child].deprel == Deprel::nsubj) return antecedent;
      if (tree[child].deprel == Deprel::obj) {
        return tree[child].upos == Upos::pron && !verb.feature("NounClass").empty() ? subjects_above(event, top, noun)
                                                                                    : std::vector<Word>{};
      }
      if (tree[child].deprel == Deprel::obl || tree[child].deprel == Deprel::advmod) return {};
    }
  }
  if (is_participle(verb)) return {apposition_before(tree, top).value_or(noun)};
  const std::string_view relative_class = verb.feature("RelNounClass");
  const std::string_view subject_class = verb.feature("NounClass");
  const RelativeUse use = context_.lexicon().agreement().relative_use(verb);
  if (use == RelativeUse::place && subject_class != relative_class) {
    relative_obliques_[event] = RelativeLink{noun, false, {}};
    return {};
  }
  // `namna alivyofanya kazi`: how it is done, not what.
  const std::string_view noun_class = tree[noun].feature("NounClass");
  if (use == RelativeUse::manner && !noun_class.empty() && noun_class != relative_class) {
    return agree(agreeing, noun) ? antecedent : std::vector<Word>{};
  }
  if (!relative_class.empty() && !subject_class.empty() && relative_class != subject_class) {
    relative_objects_[event] = noun;
    return subjects_above(event, agreeing, noun);
  }
  if (const auto doer = headline_doer(context_, top)) return tree.conjuncts(*doer);
  if (verb.feature("VerbForm") == "Inf" && verb.feature("Voice").find("Pass") == std::string_view::npos) return {};
  if (!agree(agreeing, noun)) return {};
  return antecedents.size() > 1 && tree[noun].deprel != Deprel::conj && verb.feature("Number") == "Plur" &&
                 tree[noun].feature("Number") == "Sing"
             ? antecedents
             : antecedent;
}

}  // namespace habari
