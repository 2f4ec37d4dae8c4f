#include "frames/attachment.hpp"

#include "frames/clause_attachment.hpp"
#include "frames/clauses.hpp"
#include "frames/participants.hpp"
#include "frames/phrase_attachment.hpp"
#include "frames/tree_mender.hpp"

#include <optional>
#include <utility>

namespace habari {
namespace {

using Use = MarkerEntry::Use;

class AttachmentMender : TreeMender {
 public:
  explicit AttachmentMender(const SentenceContext& context) : TreeMender(context) {}

  std::optional<Sentence> mend() {
    for (Word word = 0; word < tree_.size(); ++word) {
      if (has_moved(word)) continue;
      static_cast<void>(join_preposition(word) || split_name_from_number(word) || give_clause_its_subject(word) ||
                        free_second_complement(word) || move_agent(word) || free_from_infinitive(word) ||
                        free_reported_clause(word) || move_listed_clause(word) || move_listed_phrase(word) ||
                        move_place(word) || move_time(word) || name_listed_clause(word) || name_asked_clause(word) ||
                        free_bare_place(word) || move_relative(word) || free_second_object(word) ||
                        free_place_from_subject(word));
    }
    return take();
  }

 private:
  bool is_argument(Word word) const {
    switch (tree_[word].deprel) {
      case Deprel::obj:
      case Deprel::iobj:
      case Deprel::obl:
      case Deprel::nsubj:
        return true;
      default:
        return false;
    }
  }
  /// The verb that this word's head is an argument of.
  std::optional<Word> verb_above(Word noun) const {
    const auto verb = tree_.head(noun);
    return verb && is_argument(noun) && tree_[*verb].upos == Upos::verb && *verb < noun ? verb : std::nullopt;
  }
  const std::optional<Role>* listed(Word verb, std::string_view marker) const {
    const VerbEntry* row = context_.verb(verb);
    return row == nullptr ? nullptr : find_role(row->roles, marker);
  }
  /// Names, counts and times take few phrases of their own.
  bool is_closed(Word noun) const {
    if (context_.mention(noun) != nullptr || tree_[noun].upos == Upos::adj || tree_[noun].upos == Upos::pron)
      return true;
    const auto kind = context_.kind(noun);
    return kind == EntityKind::quantity || kind == EntityKind::time || tree_.dependent(noun, Deprel::nummod);
  }
  bool is_agent_marker(std::string_view marker, Word noun) const {
    return !marker.empty() && context_.lexicon().marker(marker, Use::agent_marker, context_.kind(noun)) != nullptr;
  }
  bool has_agent(Word verb) const {
    for (const Word child : tree_.dependents(verb)) {
      if (tree_[child].subtype == "agent") return true;
      if (tree_[child].deprel == Deprel::obl && is_agent_marker(context_.marker(child, Deprel::case_), child))
        return true;
    }
    return false;
  }

  /// `arrested in connection with the murder`: a noun with its prepositions that is a row of markers.tsv is one
  /// preposition, and what hangs from the noun is the phrase.
  bool join_preposition(Word noun) {
    if (tree_[noun].upos != Upos::noun || (tree_[noun].deprel != Deprel::obl && tree_[noun].deprel != Deprel::nmod))
      return false;
    const auto head = tree_.head(noun);
    if (!head) return false;
    for (const Word object : tree_.dependents(noun)) {
      if (tree_[object].deprel != Deprel::nmod || object < noun) continue;
      const auto last = tree_.dependent(object, Deprel::case_);
      Word first = noun;
      while (first > 0 && tree_.head(first - 1) == noun) --first;
      if (!last || *last != noun + 1 || first == noun) continue;
      std::string words;
      for (Word word = first; word <= *last; ++word) {
        if (!words.empty()) words += ' ';
        words += fold_case(tree_[word].form);
      }
      if (context_.lexicon().marker(words, Use::case_marker, std::nullopt) == nullptr &&
          context_.lexicon().marker(words, Use::source_marker, std::nullopt) == nullptr) {
        continue;
      }
      hang(object, *head, tree_[noun].deprel);
      hang(noun, object, Deprel::case_);
      for (Word word = first; word <= *last; ++word) {
        if (word != noun) hang(word, noun, Deprel::fixed);
      }
      return true;
    }
    return false;
  }

  /// `gave Kenya 50 million euros`: no modifier stands before a number, so the name is who it is given to.
  bool split_name_from_number(Word name) {
    const auto noun = tree_.head(name);
    if (tree_[name].deprel != Deprel::compound || !noun || *noun < name || tree_[*noun].deprel != Deprel::obj)
      return false;
    const auto number = tree_.dependent(*noun, Deprel::nummod);
    const auto verb = verb_above(*noun);
    if (!number || *number < name || !verb || context_.mention(name) == nullptr ||
        context_.mention(name) == context_.mention(*noun)) {
      return false;
    }
    hang(name, *verb, Deprel::iobj);
    return true;
  }

  /// `“No,” said Asha, speaking in Tanga`: a verb has one clause as its complement, the one with a subject.
  bool free_second_complement(Word clause) {
    if (tree_[clause].deprel != Deprel::ccomp || !is_participle(tree_[clause])) return false;
    if (tree_.dependent(clause, Deprel::nsubj) || tree_.dependent(clause, Deprel::aux)) return false;
    for (const Word other : tree_.dependents(*tree_.head(clause))) {
      if (other == clause || tree_[other].deprel != Deprel::ccomp) continue;
      if (tree_[other].feature("VerbForm") != "Fin" && !tree_.dependent(other, Deprel::nsubj)) continue;
      hang(clause, *tree_.head(clause), Deprel::advcl);
      return true;
    }
    return false;
  }

  /// `fined a million euros by the court`: who does what is told in the passive hangs from its verb.
  bool move_agent(Word agent) {
    const auto noun = tree_.head(agent);
    if (tree_[agent].deprel != Deprel::nmod || !noun || !is_closed(*noun)) return false;
    const auto verb = verb_above(*noun);
    if (!verb || !is_agent_marker(context_.marker(agent, Deprel::case_), agent)) return false;
    if (!is_passive(tree_, *verb) || has_agent(*verb)) return false;
    hang(agent, *verb, Deprel::obl, "agent");
    return true;
  }

  /// `met on Wednesday to discuss it`: what stands before an infinitive's marker is no part of its clause.
  bool free_from_infinitive(Word phrase) {
    const auto verb = tree_.head(phrase);
    if (tree_[phrase].deprel != Deprel::obl || !verb || phrase > *verb || tree_[*verb].deprel != Deprel::advcl) {
      return false;
    }
    const auto mark = tree_.dependent(*verb, Deprel::mark);
    const auto governor = tree_.head(*verb);
    if (!mark || *mark < phrase || tree_[*verb].feature("VerbForm") != "Inf") return false;
    if (!governor || *governor > phrase || tree_[*governor].upos != Upos::verb) return false;
    hang(phrase, *governor, Deprel::obl, tree_[phrase].subtype);
    return true;
  }

  /// `told reporters that it had rained` read as if the reporters were told of by the clause.
  bool free_reported_clause(Word clause) {
    const auto hearer = tree_.head(clause);
    if (tree_[clause].deprel != Deprel::acl || !hearer || clause < *hearer) return false;
    const auto mark = tree_.dependent(clause, Deprel::mark);
    const auto verb = verb_above(*hearer);
    if (!mark || tree_[*mark].upos != Upos::sconj || !tree_.dependent(clause, Deprel::nsubj) || !verb) return false;
    const VerbEntry* row = context_.verb(*verb);
    if (row == nullptr || !row->speech || context_.kind(*hearer) != EntityKind::person) return false;
    hang(clause, *verb, Deprel::ccomp);
    return true;
  }

  bool is_marked_clause(Word clause) const {
    return tree_[clause].upos == Upos::verb && is_participle(tree_[clause]) && tree_[clause].subtype != "relcl";
  }
  Deprel clause_relation(std::optional<Role> role) const {
    return role == Role::topic || role == Role::content ? Deprel::ccomp : Deprel::advcl;
  }

  /// `accused the army of looting` read as `the army of looting`.
  bool move_listed_clause(Word clause) {
    const auto noun = tree_.head(clause);
    if (tree_[clause].deprel != Deprel::acl || !noun || !is_marked_clause(clause)) return false;
    const auto verb = verb_above(*noun);
    const auto* role = verb ? listed(*verb, context_.marker(clause, Deprel::mark)) : nullptr;
    const auto kind = context_.kind(*noun);
    if (role == nullptr || kind == EntityKind::event || kind == EntityKind::thing) return false;
    hang(clause, *verb, clause_relation(*role));
    return true;
  }

  /// `accused Kenya of aggression` read as `Kenya of aggression`; `sold gas to Kenya`: who gets a thing and where it
  /// comes from or goes is the verb's to say, unless the noun has a say in it.
  bool move_listed_phrase(Word phrase) {
    const auto noun = tree_.head(phrase);
    if (tree_[phrase].deprel != Deprel::nmod || !noun || phrase < *noun) return false;
    if (context_.mention(phrase) != nullptr && context_.mention(phrase) == context_.mention(*noun)) return false;
    const auto verb = verb_above(*noun);
    const std::string marker = context_.marker(phrase, Deprel::case_);
    const auto* role = verb ? listed(*verb, marker) : nullptr;
    if (role == nullptr || tree_[*noun].deprel == Deprel::nsubj) return false;
    if (!is_closed(*noun) && !(is_transfer(*role) && is_plain_object(*noun))) return false;
    hang(phrase, *verb, Deprel::obl);
    return true;
  }
  static bool is_transfer(std::optional<Role> role) {
    return role == Role::recipient || role == Role::destination || role == Role::origin;
  }
  /// An object that names no event and has no place of its own for what hangs from it (`ambassador to Kenya` has).
  bool is_plain_object(Word noun) const {
    const NounEntry* row = context_.noun(noun);
    return tree_[noun].deprel == Deprel::obj && row != nullptr && !row->names_event() && row->roles.empty();
  }

  /// `signed a treaty in Lusaka`, `shot two men in Tanga`: where a matter is, or someone not known yet, it happens.
  bool move_place(Word place) {
    const auto noun = tree_.head(place);
    if (tree_[place].deprel != Deprel::nmod || !noun || tree_[*noun].deprel != Deprel::obj || place < *noun)
      return false;
    if (context_.mention(*noun) != nullptr || !is_new(*noun)) return false;
    const auto kind = describe_participant(context_, place).kind;
    const auto verb = verb_above(*noun);
    if (!is_place(kind) || !verb) return false;
    const MarkerEntry* row = context_.marker_entry(context_.marker(place, Deprel::case_), Use::case_marker, kind);
    if (row == nullptr || row->role != Role::place) return false;
    hang(place, *verb, Deprel::obl);
    return true;
  }

  /// `pulled six men from a mine near Tanga on Friday`: people, places and things have no date; what is told of them
  /// has.
  bool move_time(Word time) {
    const Mention* mention = context_.mention(time);
    if (tree_[time].deprel != Deprel::nmod || mention == nullptr || mention->kind != EntityKind::time) return false;
    const MarkerEntry* row =
        context_.marker_entry(context_.marker(time, Deprel::case_), Use::case_marker, EntityKind::time);
    if (row == nullptr || row->role != Role::time) return false;
    auto noun = tree_.head(time);
    while (noun && is_dateless(*noun) && tree_[*noun].deprel == Deprel::nmod) noun = tree_.head(*noun);
    const auto verb = noun && is_dateless(*noun) && *noun < time ? verb_above(*noun) : std::nullopt;
    if (!verb || tree_[*noun].deprel == Deprel::nsubj) return false;
    hang(time, *verb, Deprel::obl);
    return true;
  }
  bool is_dateless(Word noun) const {
    switch (context_.kind(noun).value_or(EntityKind::event)) {
      case EntityKind::event:
      case EntityKind::thing:
      case EntityKind::time:
      case EntityKind::product:
        return context_.mention(noun) != nullptr && context_.mention(noun)->kind != EntityKind::event &&
               context_.mention(noun)->kind != EntityKind::time;
      default:
        return true;
    }
  }

  /// `Doctors say the disease is spreading`: what stands between a verb and a tensed clause without a subject is its
  /// subject.
  bool give_clause_its_subject(Word noun) {
    const auto verb = tree_.head(noun);
    if (tree_[noun].deprel != Deprel::obj || !verb || noun < *verb) return false;
    for (const Word clause : tree_.dependents(*verb)) {
      if (tree_[clause].deprel != Deprel::ccomp || clause < noun || tree_.dependent(clause, Deprel::nsubj)) continue;
      const auto auxiliary = tree_.dependent(clause, Deprel::aux);
      if (!auxiliary || *auxiliary < noun || tree_.dependent(clause, Deprel::mark)) continue;
      hang(noun, clause, Deprel::nsubj, is_passive(tree_, clause) ? "pass" : "");
      return true;
    }
    return false;
  }

  /// A matter, or people spoken of for the first time.
  bool is_new(Word noun) const {
    const auto kind = context_.kind(noun);
    if (!kind || kind == EntityKind::event || kind == EntityKind::thing) return true;
    if (kind != EntityKind::person && kind != EntityKind::group && kind != EntityKind::quantity) return false;
    for (const Word child : tree_.dependents(noun)) {
      if (tree_[child].feature("Definite") == "Def" || tree_[child].subtype == "poss") return false;
    }
    return true;
  }

  /// A clause behind a preposition that the verb's row lists for a topic is what the verb says.
  bool name_listed_clause(Word clause) {
    const auto verb = tree_.head(clause);
    if (tree_[clause].deprel != Deprel::advcl || !verb || !is_marked_clause(clause)) return false;
    const auto* role = listed(*verb, context_.marker(clause, Deprel::mark));
    if (role == nullptr || clause_relation(*role) != Deprel::ccomp) return false;
    hang(clause, *verb, Deprel::ccomp);
    return true;
  }

  /// `called on Chad to free him`: what is asked, and what one is accused of, is no purpose of the asking.
  bool name_asked_clause(Word clause) {
    const auto verb = tree_.head(clause);
    if (tree_[clause].deprel != Deprel::advcl || !verb || *verb > clause ||
        tree_[clause].feature("VerbForm") != "Inf") {
      return false;
    }
    const VerbEntry* row = context_.verb(*verb);
    const bool asks = row != nullptr && (row->type == EventType::request || row->type == EventType::accuse);
    const std::string marker = context_.marker(clause, Deprel::mark);
    const bool plain =
        marker.empty() || context_.lexicon().marker(marker, Use::infinitive_marker, std::nullopt) != nullptr;
    if (!asks || !row->content || !plain) return false;
    hang(clause, *verb, Deprel::xcomp);
    return true;
  }

  /// `yaua watu 20 Madagascar`: a place set bare beside what is no place is where it happens.
  bool free_bare_place(Word place) {
    const auto noun = tree_.head(place);
    const Mention* mention = context_.mention(place);
    if (tree_[place].deprel != Deprel::appos || !noun || mention == nullptr || place < *noun) return false;
    const auto kind = context_.kind(*noun);
    const bool people = kind == EntityKind::person || kind == EntityKind::group || kind == EntityKind::quantity;
    const auto verb = verb_above(*noun);
    if (!people || !is_place(mention->kind) || !verb || context_.mention(*noun) != nullptr ||
        tree_[*noun].deprel == Deprel::nsubj)
      return false;
    hang(place, *verb, Deprel::obl);
    return true;
  }

  /// `mashindano ya Afrika yaliyofanyika`: a relative clause is about the noun whose class its relative has.
  bool move_relative(Word clause) {
    const auto noun = tree_.head(clause);
    const std::string_view relative = tree_[clause].feature("RelNounClass");
    if (tree_[clause].deprel != Deprel::acl || !noun || relative.empty() || tree_[*noun].deprel != Deprel::nmod)
      return false;
    if (tree_[*noun].feature("NounClass") == relative || tree_[*noun].feature("Animacy") == "Anim") return false;
    const auto above = tree_.head(*noun);
    if (!above || tree_[*above].feature("NounClass") != relative) return false;
    hang(clause, *above, Deprel::acl, tree_[clause].subtype);
    return true;
  }

  /// `kuiwekea Kenya vikwazo` read as one noun phrase: behind a name stands no noun that describes it.
  bool free_second_object(Word object) {
    const auto name = tree_.head(object);
    if (tree_[object].deprel != Deprel::compound || !name || object < *name || tree_[object].upos != Upos::noun)
      return false;
    const Mention* mention = context_.mention(*name);
    if (mention == nullptr || mention == context_.mention(object) || tree_[*name].deprel != Deprel::obj) return false;
    const auto verb = verb_above(*name);
    if (!verb) return false;
    hang(object, *verb, Deprel::obj);
    return true;
  }

  /// `Alizaliwa Kisumu`: a verb in the class of people has no place for its subject.
  bool free_place_from_subject(Word place) {
    const auto verb = tree_.head(place);
    if (tree_[place].deprel != Deprel::nsubj || !verb || place < *verb) return false;
    const Mention* mention = context_.mention(place);
    if (mention == nullptr || !is_place(mention->kind) || !is_human_class(tree_[*verb].feature("NounClass")))
      return false;
    hang(place, *verb, Deprel::obl);
    return true;
  }
};

}  // namespace

SentenceContext mended_context(const Sentence& sentence, std::string_view text, const Lexicon& lexicon,
                               std::span<const Mention> mentions, std::optional<Sentence>& mended) {
  // What has moved may show what else hangs wrong; chains longer than this were not seen.
  constexpr int most_rounds = 6;
  std::optional<SentenceContext> context(std::in_place, sentence, text, lexicon, mentions);
  for (int round = 0; round < most_rounds; ++round) {
    auto better = mend_phrases(*context);
    if (!better) better = mend_clauses(*context);
    if (!better) better = AttachmentMender(*context).mend();
    if (!better) break;
    mended = std::move(better);
    context.emplace(*mended, text, lexicon, mentions);
  }
  return std::move(*context);
}

}  // namespace habari
