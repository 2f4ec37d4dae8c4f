#include "frames/arguments.hpp"

#include "frames/clause_relation.hpp"
#include "frames/complex_prepositions.hpp"
#include "frames/lent_modifiers.hpp"
#include "frames/oblique_roles.hpp"
#include "frames/passive_agents.hpp"
#include "frames/unclaimed_times.hpp"
#include "frames/verbal_prepositions.hpp"

#include <algorithm>

namespace habari {
namespace {

using Use = MarkerEntry::Use;

constexpr std::string_view nouns_table = "nouns.tsv";
constexpr std::string_view markers_table = "markers.tsv";
constexpr std::string_view adverbs_table = "adverbs.tsv";

class ArgumentReader : private EventReader {
 public:
  ArgumentReader(const SentenceContext& context, const Predicates& predicates, const Clauses& clauses,
                 std::uint32_t event)
      : EventReader(context, predicates, clauses, event), oblique_roles_(context, predicates, clauses, event) {}

  std::vector<RoleFiller> read() {
    read_subjects();
    // The agent first: a participant has one role, and the tree may give it another's.
    if (const auto agent =
            is_passive(tree_, predicate_.word) ? agent_joined_to_object(context_, predicate_.word) : std::nullopt) {
      add_oblique(context_.marker(*agent, Deprel::case_), *agent, roles(), FrameRule::joined_agent);
    }
    read_objects();
    read_obliques(predicate_.word, roles(), FrameRule::oblique);
    for (const Word modifier : lent_modifiers(context_, predicate_))
      read_oblique(modifier, roles(), FrameRule::lent_modifier);
    for (const Word oblique : shared_obliques()) read_oblique(oblique, roles(), FrameRule::coordinated_oblique);
    for (const Word governor : predicate_.governors) read_obliques(governor, nullptr, FrameRule::governor_oblique);
    if (predicate_.noun) {
      if (const auto own = role_at("noun", std::nullopt)) {
        // `aliongeza kodi ya mafuta`: what is raised takes part, and its genitive only says which it is.
        add_carried(is_said_of(*predicate_.noun) ? role_at("subj", Role::agent) : own, *predicate_.noun);
      } else if (is_said_of(*predicate_.noun)) {
        add_carried(role_at("subj", Role::agent), *predicate_.noun);
      } else {
        read_carried_topic(*predicate_.noun);
        read_noun_dependents(*predicate_.noun);
      }
    }
    read_relative_oblique();
    const bool bare_passive = passive_ && !predicate_.noun;
    if (const auto agent = bare_passive ? shared_agent(context_, predicate_.word) : std::nullopt)
      add_conjuncts(role_at("subj", Role::agent), *agent, FrameRule::shared_agent);
    return std::move(fillers_);
  }

 private:
  /// Notes the row that gives the role.
  std::optional<Role> role_at(std::string_view position, std::optional<Role> otherwise) {
    row_ = row_at(position);
    return EventReader::role_at(position, otherwise);
  }

  void add(std::optional<Role> role, Word head, FrameRule rule) {
    if (!role || head == predicate_.word || predicate_.noun == head || !context_.follows(rule)) return;
    if (tree_[head].upos == Upos::pron && !is_nominal(tree_[head]) && context_.mention(head) == nullptr) return;
    if (is_inside_name(head)) return;
    // `NAIROBI (Reuters) - …` says where and when, and takes no other part.
    if (context_.is_in_dateline(head) && *role != Role::place && *role != Role::time) return;
    Participant participant = describe_participant(context_, head);
    if (participant.kind == EntityKind::time && *role != Role::cause && *role != Role::topic &&
        participant.mention != nullptr && *role != Role::agent && *role != Role::patient) {
      role = Role::time;
    }
    for (const RoleFiller& filler : fillers_) {
      if (filler.participant.core.overlaps(participant.core)) return;
    }
    if (predicate_.noun && participant.core.overlaps(tree_[*predicate_.noun].span)) return;
    fillers_.push_back({*role, participant, rule, row_});
  }
  void add_oblique(const std::string& marker, Word head, const RoleMap* roles, FrameRule rule) {
    const ObliqueRole found = oblique_roles_.role(marker, head, roles);
    row_ = found.row;
    add(found.role, head, rule == FrameRule::oblique ? found.rule : rule);
  }
  /// `Asha Juma of Bread and Salt`: what is joined inside a name that began before it is no participant.
  bool is_inside_name(Word word) const {
    const Mention* mention = context_.mention(word);
    if (mention == nullptr || tree_[word].deprel != Deprel::conj) return false;
    for (Word before = word; before-- > 0 && context_.mention(before) == mention;) {
      if (tree_.head(before) != word && tree_[before].deprel != Deprel::cc && tree_[before].upos != Upos::punct)
        return true;
    }
    return false;
  }

  void add_conjuncts(std::optional<Role> role, Word head, FrameRule rule) {
    for (const Word conjunct : coordinated_participants(context_, head)) {
      if (stands_for_noun(conjunct)) add(role, conjunct, rule);
    }
  }
  /// A noun or name; an adjective or determiner in its place (`made many angry`, `accused by some`).
  bool stands_for_noun(Word word) const {
    const Token& token = tree_[word];
    if (is_nominal(token) || context_.mention(word) != nullptr) return true;
    const bool alone = token.deprel == Deprel::obj || token.deprel == Deprel::iobj || token.subtype == "agent";
    return alone && (token.upos == Upos::adj || token.upos == Upos::det);
  }

  void read_subjects() {
    std::optional<Role> role = passive_ ? role_at("obj", Role::patient) : role_at("subj", Role::agent);
    // `was given a medal`: the passive of a verb with two objects that keeps one is told of who was given it.
    // So is one for whom something is done (`walibadilishiwa jaji`).
    const bool given = EventReader::role_at("obj2", std::nullopt) == Role::patient || is_applicative();
    if (passive_ && role == Role::patient && given && keeps_object()) role = Role::recipient;
    for (const Word subject : clauses_.subjects(event_)) {
      const bool time = context_.kind(subject) == EntityKind::time && context_.mention(subject) != nullptr;
      add(time ? Role::time : role, subject, clauses_.subject_rule(event_));
    }
  }

  bool is_applicative() const { return tree_[predicate_.word].feature("Voice").find("Appl") != std::string_view::npos; }

  bool keeps_object() const {
    const auto object = tree_.dependent(predicate_.word, Deprel::obj);
    return object && *object > predicate_.word;
  }

  void read_objects() {
    const bool construction = predicate_.noun && is_nominal(tree_[*predicate_.noun].upos);
    if (const auto object = clauses_.relative_object(event_))
      add(passive_ ? role_at("obj2", Role::patient) : role_at("obj", Role::patient), *object,
          FrameRule::relative_object);
    std::vector<Word> objects;
    for (const Word child : tree_.dependents(predicate_.word)) {
      const Deprel relation = tree_[child].deprel;
      if (relation == Deprel::iobj && predicate_.noun != child) read_indirect_object(child);
      const bool object =
          (relation == Deprel::obj && (!predicates_.at(child) || is_noun_object(context_, child))) || is_who_was(child);
      if (object && predicate_.noun != child) objects.push_back(child);
    }
    FrameRule rule = FrameRule::object;
    if (objects.empty()) {
      if (const auto prefixed = object_by_prefix()) {
        objects.push_back(*prefixed);
        rule = FrameRule::prefixed_object;
      } else if (const auto shared = shared_object()) {
        objects.push_back(*shared);
        rule = FrameRule::coordinated_object;
      } else if (const auto told = subject_of_complement()) {
        objects.push_back(*told);
        rule = FrameRule::complement_subject;
      } else {
        return;
      }
    }
    const auto second = role_at("obj2", Role::patient);
    if (objects.size() > 1) {
      // Beside another object a place is where it happens, and a time how long, unless it is what is given.
      const Word first = objects.front();
      const bool gives = role_at("obj2", std::nullopt) == Role::patient;
      std::erase_if(objects, [&](Word object) {
        const auto kind = object == first ? std::nullopt : context_.kind(object);
        const bool lasts = kind == EntityKind::time && !gives;
        if (is_place(kind)) add_conjuncts(place_role(), object, FrameRule::where_object);
        if (lasts) add_conjuncts(Role::time, object, FrameRule::where_object);
        return is_place(kind) || lasts;
      });
    }
    if (objects.size() > 1) {
      // Of two objects the one that is told or given to comes first.
      const auto first = role_at("obj", Role::recipient);
      add_conjuncts(first == Role::patient && second == Role::patient ? Role::recipient : first, objects[0],
                    FrameRule::two_objects);
      for (std::size_t i = 1; i < objects.size(); ++i) add_conjuncts(second, objects[i], FrameRule::two_objects);
      return;
    }
    const auto kind = context_.kind(objects[0]);
    const bool animate = is_someone(describe_participant(context_, objects[0]).kind);
    if (!animate && undergoes_content()) return;
    const bool where = is_place(kind);
    // `kumpeleka nyumbani`: beside who is meant by its prefix the verb's locative says where.
    const bool prefixed = !tree_[predicate_.word].feature("ObjNounClass").empty();
    const bool beside_prefix = prefixed && tree_[objects[0]].feature("Case") == "Loc";
    const bool has_object = beside_prefix || (passive_ && !role_at("obj2", std::nullopt));
    if (where && (has_object || (construction && !role_at("obj", std::nullopt)))) {
      // The verb has its object already: what stands bare behind it says where.
      add_conjuncts(place_role(), objects[0], FrameRule::where_object);
    } else if (passive_) {
      add_conjuncts(second, objects[0], rule);
    } else if (is_applicative() && animate) {
      add_conjuncts(role_at("obj", Role::recipient), objects[0], rule);
    } else {
      const auto role = role_at("obj", Role::patient);
      // `kupatikana amani`: where a bare object says where, what is no place is the subject behind its verb.
      if (role == Role::place && kind && !where && *kind != EntityKind::time && clauses_.subjects(event_).empty()) {
        add_conjuncts(role_at("subj", Role::agent), objects[0], rule);
        return;
      }
      // A thing cannot be told or given to: it is what is told or given. What nothing is known of can if it does what
      // is told.
      const bool thing = !animate && (kind || !tree_.dependent(predicate_.word, Deprel::xcomp));
      add_conjuncts(role == Role::recipient && thing ? second : role, objects[0], rule);
    }
  }

  /// `imemhukumu aliyekuwa mhasibu`: who was something, where the tree sees a clause.
  bool is_who_was(Word predicate) const {
    const bool clause = tree_[predicate].deprel == Deprel::ccomp || tree_[predicate].deprel == Deprel::xcomp;
    const auto copula =
        clause && is_nominal(tree_[predicate].upos) ? tree_.dependent(predicate, Deprel::cop) : std::nullopt;
    return copula && *copula < predicate && !tree_[*copula].feature("RelNounClass").empty() && !passive_;
  }

  /// `aliwataka wafuasi waandamane`: whom the verb's object prefix means is the subject of what he is told.
  std::optional<Word> subject_of_complement() const {
    const Token& verb = tree_[predicate_.word];
    if (verb.feature("ObjNounClass").empty() || passive_) return std::nullopt;
    for (const Word clause : tree_.dependents(predicate_.word)) {
      if (tree_[clause].deprel != Deprel::ccomp && tree_[clause].deprel != Deprel::xcomp) continue;
      const auto subject =
          tree_[clause].feature("Mood") == "Sub" ? tree_.dependent(clause, Deprel::nsubj) : std::nullopt;
      const bool behind = subject && *subject > predicate_.word && *subject < clause && is_nominal(tree_[*subject]);
      if (behind && context_.lexicon().agreement().agree_with_object(verb, tree_[*subject])) return subject;
    }
    return std::nullopt;
  }

  /// `walimkamata Juma na kumpiga`: the object of the verb above, where the verb's object prefix agrees with it.
  std::optional<Word> object_by_prefix() const {
    const Word verb = predicate_.word;
    const Token& token = tree_[verb];
    const Word above = token.deprel == Deprel::conj ? tree_.first_conjunct(verb) : tree_.head(verb).value_or(verb);
    const bool below = token.deprel == Deprel::conj || token.deprel == Deprel::advcl;
    if (passive_ || predicate_.noun || !below || token.feature("ObjNounClass").empty() || above > verb)
      return std::nullopt;
    const auto object = tree_.dependent(above, Deprel::obj);
    if (!object || !is_nominal(tree_[*object])) return std::nullopt;
    return context_.lexicon().agreement().agree_with_object(token, tree_[*object]) ? object : std::nullopt;
  }

  /// `arrested and charged three men`: an object behind two verbs is that of both; from the second it is taken over
  /// only where nothing stands between verbs that do the same kind of thing.
  std::optional<Word> shared_object() const {
    if (passive_ || predicate_.noun) return std::nullopt;
    const Word verb = predicate_.word;
    const auto object_of = [&](Word other) -> std::optional<Word> {
      const auto object = tree_.dependent(other, Deprel::obj);
      return object && *object > other && *object > verb && tree_[*object].upos != Upos::pron ? object : std::nullopt;
    };
    if (tree_[verb].deprel == Deprel::conj) {
      const Word first = tree_.first_conjunct(verb);
      return first < verb && tree_[first].upos == Upos::verb ? object_of(first) : std::nullopt;
    }
    const Word next = verb + 2;
    if (next >= tree_.size() || tree_.head(next) != verb || tree_[next].deprel != Deprel::conj) return std::nullopt;
    const auto second = predicates_.at(next);
    if (!second || tree_[verb + 1].deprel != Deprel::cc) return std::nullopt;
    const EventType type = predicates_.all()[*second].type;
    const bool alike =
        type == predicate_.type && type != EventType::other && type != EventType::move && type != EventType::statement;
    return alike ? object_of(next) : std::nullopt;
  }

  /// `wanataka uchaguzi kuahirishwa`: what the complement is done to is wanted with it, and not by itself.
  bool undergoes_content() const {
    const auto children = tree_.dependents(predicate_.word);
    return std::any_of(children.begin(), children.end(), [&](Word child) {
      return tree_[child].deprel == Deprel::xcomp && tree_[child].feature("VerbForm") == "Inf" &&
             is_passive(tree_, child);
    });
  }

  /// `anamuunga mkono rais`: beside the noun of a construction it is the object.
  void read_indirect_object(Word child) {
    const bool where = is_place(context_.kind(child)) && predicate_.type == EventType::move;
    const auto told = predicate_.noun ? role_at("obj", Role::patient) : Role::recipient;
    add_conjuncts(where ? place_role() : told, child, FrameRule::indirect_object);
  }

  void read_obliques(Word word, const RoleMap* roles, FrameRule rule) {
    for (const Word child : tree_.dependents(word)) {
      if (const auto preposition = verbal_preposition(context_, child)) {
        const ObliqueRole found = oblique_roles_.role(preposition->marker, preposition->object, roles);
        row_ = found.row;
        add_conjuncts(found.role, preposition->object, FrameRule::verbal_preposition);
        continue;
      }
      const Deprel relation = tree_[child].deprel;
      if (relation != Deprel::obl && relation != Deprel::nmod && relation != Deprel::advmod &&
          relation != Deprel::dislocated) {
        continue;
      }
      if (predicates_.at(child) || predicate_.noun == child) continue;
      if (relation == Deprel::advmod && context_.mention(child) == nullptr) {
        const AdverbEntry* row = adverb_row(context_, child);
        if (row != nullptr) add_adverb(*row, row->role == Role::place ? place_role() : row->role, child);
        continue;
      }
      read_oblique(child, roles, rule);
    }
  }

  /// `killed and injured in the attack`: what hangs from the first of coordinated verbs and stands behind this one
  /// belongs to both, unless this one has a subject of its own.
  std::vector<Word> shared_obliques() const {
    std::vector<Word> shared;
    const Word verb = predicate_.word;
    const Word first = tree_.first_conjunct(verb);
    if (first == verb || tree_[first].upos != Upos::verb || tree_.dependent(verb, Deprel::nsubj)) return shared;
    for (const Word child : tree_.dependents(first)) {
      if (child > verb && tree_[child].deprel == Deprel::obl) shared.push_back(child);
    }
    return shared;
  }

  void add_adverb(const AdverbEntry& row, std::optional<Role> role, Word head) {
    row_ = {adverbs_table, row.line};
    add(role, head, FrameRule::adverb);
  }

  void read_oblique(Word child, const RoleMap* roles, FrameRule rule) {
    if (tree_[child].upos == Upos::verb || opens_clause(child) || measures_distance(child)) return;
    std::string marker = context_.marker(child, Deprel::case_);
    if (const auto preposition = complex_preposition(context_, child)) {
      marker = preposition->marker;
      child = preposition->object;
    }
    if (context_.marker_entry(marker, Use::source_marker, std::nullopt) != nullptr || gives_name(child)) return;
    if (const AdverbEntry* row = adverb_phrase(context_, child, marker)) {
      add_adverb(*row, row->role, child);
      return;
    }
    // `left behind three letters`: the preposition is part of the verb, and what it governs the verb's object
    if (predicate_.particle && tree_.head(*predicate_.particle) == child && listed_role(roles, marker) == nullptr) {
      add_conjuncts(role_at("obj", Role::patient), child, FrameRule::particle_object);
      return;
    }
    for (const Word conjunct : coordinated_participants(context_, child)) {
      if (!stands_for_noun(conjunct)) continue;
      std::string own_marker = conjunct == child ? marker : context_.marker(conjunct, Deprel::case_);
      if (own_marker.empty()) own_marker = marker;
      add_oblique(own_marker, conjunct, roles, rule);
    }
  }

  /// `linalojulikana kwa jina la FLEC`: what it is called takes no part.
  bool gives_name(Word noun) const {
    const NounEntry* row = context_.mention(noun) == nullptr ? context_.noun(noun) : nullptr;
    return predicate_.verb != nullptr && predicate_.verb->naming && row != nullptr && row->gloss == "name";
  }

  /// `hours after he left`: a time in front of its clause's conjunction says how far off, not when.
  bool measures_distance(Word time) const {
    const auto clause = tree_.head(time);
    const bool bare = context_.mention(time) == nullptr && context_.kind(time) == EntityKind::time;
    const auto mark = clause && bare ? tree_.dependent(*clause, Deprel::mark) : std::nullopt;
    return mark && *mark == time + 1;
  }

  /// `kwa lengo la kusaidia`: a noun that is part of a clause's preposition.
  bool opens_clause(Word noun) const {
    const auto clause = tree_.dependent(noun, Deprel::acl);
    return clause && clause_preposition(context_, *clause);
  }

  /// `picha iliyopigwa`, `uamuzi ulifikiwa`: a noun that the clause is about is a participant, part of the construction
  /// or not.
  void read_carried_topic(Word noun) {
    const bool antecedent = tree_[predicate_.word].deprel == Deprel::acl && tree_.head(predicate_.word) == noun;
    const bool passive_subject = passive_ && tree_[noun].deprel == Deprel::nsubj && noun < predicate_.word;
    if (antecedent || passive_subject) add_carried(Role::patient, noun);
  }

  /// `bei imepanda`, `bei iliyopanda`: the noun of the construction is what it is said of, in person and class.
  bool is_said_of(Word noun) const {
    const Token& verb = tree_[predicate_.word];
    if (passive_) return false;
    if (tree_[noun].is(Deprel::nsubj, "")) return true;
    const std::string_view relative = verb.feature("RelNounClass");
    const bool subject = relative.empty() || relative == verb.feature("NounClass");
    return verb.deprel == Deprel::acl && tree_.head(predicate_.word) == noun && verb.feature("VerbForm") == "Fin" &&
           subject && !verb.feature("NounClass").empty() && context_.lexicon().agreement().agree(verb, tree_[noun]);
  }

  void add_carried(std::optional<Role> role, Word noun) {
    if (!role || !context_.follows(FrameRule::construction_noun)) return;
    fillers_.push_back({*role, describe_participant(context_, noun), FrameRule::construction_noun, row_});
  }

  /// In a light construction what hangs on the noun takes part in the event.
  void read_noun_dependents(Word noun) {
    const RoleMap* noun_roles = predicate_.noun_row != nullptr ? &predicate_.noun_row->roles : nullptr;
    for (const Word child : tree_.dependents(noun)) {
      if (tree_[child].deprel != Deprel::nmod && tree_[child].deprel != Deprel::obl) continue;
      if (tree_[child].upos == Upos::verb || predicates_.at(child)) continue;
      const std::string marker = context_.marker(child, Deprel::case_);
      if (context_.marker_entry(marker, Use::source_marker, std::nullopt) != nullptr) continue;
      const auto* of_verb = listed_role(roles(), marker);
      if (const auto* listed = of_verb != nullptr ? of_verb : listed_role(noun_roles, marker)) {
        row_ = of_verb != nullptr ? row_at(marker) : TableRow{nouns_table, predicate_.noun_row->line};
        add_conjuncts(*listed, child, FrameRule::construction_modifier);
        continue;
      }
      const auto kind = describe_participant(context_, child).kind;
      const MarkerEntry* row = marker.empty() ? nullptr : context_.marker_entry(marker, Use::case_marker, kind);
      // What is not listed is a plain genitive: `fanya uteuzi wa waziri`.
      const auto* of = listed_role(noun_roles, "of");
      row_ = row == nullptr ? TableRow{} : TableRow{markers_table, row->line};
      if (row != nullptr)
        add_conjuncts(row->role, child, FrameRule::construction_modifier);
      else if (!marker.empty() && kind != EntityKind::time)
        add_conjuncts(of != nullptr ? *of : Role::patient, child, FrameRule::construction_modifier);
      else if (kind == EntityKind::time)
        add_conjuncts(Role::time, child, FrameRule::construction_modifier);
    }
  }

  void read_relative_oblique() {
    const auto& link = clauses_.relative_oblique(event_);
    if (!link) return;
    const auto kind = describe_participant(context_, link->antecedent).kind;
    if (!link->marker.empty()) {
      add_oblique(link->marker, link->antecedent, roles(), FrameRule::relative_oblique);
    } else if (kind == EntityKind::time) {
      add(Role::time, link->antecedent, FrameRule::relative_oblique);
    } else if (is_place(kind)) {
      add(place_role(), link->antecedent, FrameRule::relative_oblique);
    }
  }

  ObliqueRoles oblique_roles_;
  TableRow row_;  ///< That the role looked up last was read from.
  std::vector<RoleFiller> fillers_;
};

}  // namespace

std::vector<std::vector<RoleFiller>> role_fillers(const SentenceContext& context, const Predicates& predicates,
                                                  const Clauses& clauses) {
  std::vector<std::vector<RoleFiller>> all;
  for (std::uint32_t event = 0; event < predicates.all().size(); ++event) {
    all.push_back(ArgumentReader(context, predicates, clauses, event).read());
  }
  add_unclaimed_times(context, predicates, all);
  return all;
}

}  // namespace habari
