#include "frames/phrase_attachment.hpp"

#include "frames/clauses.hpp"
#include "frames/participants.hpp"
#include "frames/tree_mender.hpp"

namespace habari {
namespace {

using Use = MarkerEntry::Use;

class PhraseMender : TreeMender {
 public:
  explicit PhraseMender(const SentenceContext& context) : TreeMender(context) {}

  std::optional<Sentence> mend() {
    for (Word word = 0; word < tree_.size(); ++word) {
      if (has_moved(word)) continue;
      static_cast<void>(split_possessive_name(word) || join_phrases(word) || date_the_verb(word) ||
                        free_time_from_subject(word) || date_the_saying(word) || date_the_relative_clause(word) ||
                        lift_dated_adverb(word) || lift_unmarked_time(word) || name_the_person(word) ||
                        split_title(word) || name_the_subject(word));
    }
    return take();
  }

 private:
  bool is_verb(std::optional<Word> word) const { return word && tree_[*word].upos == Upos::verb; }
  bool is_time(Word word) const {
    const Mention* mention = context_.mention(word);
    return mention != nullptr && mention->kind == EntityKind::time;
  }
  bool has_time_marker(Word word) const {
    const std::string marker = context_.marker(word, Deprel::case_);
    const MarkerEntry* row =
        marker.empty() ? nullptr : context_.marker_entry(marker, Use::case_marker, EntityKind::time);
    return row != nullptr && row->role == Role::time;
  }
  Word first_below(Word word) const {
    Word first = word;
    for (const Word child : tree_.dependents(word)) first = std::min(first, child);
    return first;
  }
  Word end_below(Word word) const {
    Word end = word + 1;
    while (end < tree_.size() && tree_.is_below(end, word) && tree_[end].upos != Upos::punct) ++end;
    return end;
  }

  /// `the Bank of Tanga's report` read as a bank of somebody's report: the owner's whole name stands before the mark.
  bool split_possessive_name(Word owner) {
    const auto owned = tree_.head(owner);
    const Mention* mention = context_.mention(owner);
    if (!tree_[owner].is(Deprel::nmod, "poss") || !owned || *owned < owner || mention == nullptr) return false;
    const auto name = tree_.head(*owned);
    if (tree_[*owned].deprel != Deprel::nmod || !name || *name > owner || context_.mention(*name) != mention ||
        context_.mention(*owned) == mention) {
      return false;
    }
    const auto above = tree_.head(*name);
    if (!above) return false;
    hang(*owned, *above, tree_[*name].deprel, tree_[*name].subtype);
    hang(*name, *owned, Deprel::nmod, "poss");
    hang(owner, *name, Deprel::nmod);
    for (const Word child : tree_.dependents(*owned)) {
      if (child > *name && child < owner && tree_[child].deprel == Deprel::case_) hang(child, owner, Deprel::case_);
    }
    for (const Word child : tree_.dependents(owner)) {
      if (child > owner && tree_[child].deprel == Deprel::case_) hang(child, *name, Deprel::case_);
    }
    for (const Word child : tree_.dependents(*name)) {
      const bool preposition = child < *name && tree_[child].deprel == Deprel::case_;
      if (child > *owned || preposition) hang(child, *owned, tree_[child].deprel, tree_[child].subtype);
    }
    return true;
  }

  /// `came from the town and from the villages`: a phrase joined to the verb is joined to the one with its preposition.
  bool join_phrases(Word phrase) {
    const auto verb = tree_.head(phrase);
    if (tree_[phrase].deprel != Deprel::conj || !is_nominal(tree_[phrase].upos) || !is_verb(verb) || phrase < *verb)
      return false;
    const std::string marker = context_.marker(phrase, Deprel::case_);
    if (marker.empty() || tree_.dependent(phrase, Deprel::cop)) return false;
    for (const Word other : tree_.dependents(*verb)) {
      if (tree_[other].deprel != Deprel::obl || other > phrase || context_.marker(other, Deprel::case_) != marker)
        continue;
      hang(phrase, other, Deprel::conj);
      return true;
    }
    hang(phrase, *verb, Deprel::obl);
    return true;
  }

  /// `the council on Friday voted`: between subject and verb stands when it happened.
  bool date_the_verb(Word time) {
    const auto subject = tree_.head(time);
    if (tree_[time].deprel != Deprel::nmod || !subject || *subject > time || !is_time(time) || !has_time_marker(time))
      return false;
    const auto verb = tree_.head(*subject);
    if (tree_[*subject].deprel != Deprel::nsubj || !is_verb(verb) || *verb < time || is_time(*subject)) return false;
    if (context_.mention(*subject) == nullptr && context_.kind(*subject) == EntityKind::event) return false;
    for (Word at = end_below(time); at < *verb; ++at) {
      if (tree_.head(at) != *verb) return false;
    }
    hang(time, *verb, Deprel::obl);
    return true;
  }

  /// `marched on July 12 angered by …`: what has a preposition is nobody's subject.
  bool free_time_from_subject(Word time) {
    const auto clause = tree_.head(time);
    if (tree_[time].deprel != Deprel::nsubj || !clause || !is_time(time) || !has_time_marker(time)) return false;
    const auto verb = tree_.head(*clause);
    const bool adverbial = tree_[*clause].deprel == Deprel::advcl || tree_[*clause].deprel == Deprel::acl;
    if (adverbial && is_verb(verb) && *verb < time && time < *clause)
      hang(time, *verb, Deprel::obl);
    else
      hang(time, *clause, Deprel::obl);
    return true;
  }

  /// `said on Monday they had left`: what follows the saying says when it was said.
  bool date_the_saying(Word time) {
    const auto clause = tree_.head(time);
    if (tree_[time].deprel != Deprel::obl || !clause || !is_time(time) || !has_time_marker(time)) return false;
    const auto verb = tree_.head(*clause);
    if (tree_[*clause].deprel != Deprel::ccomp || !is_verb(verb) || time > *clause) return false;
    if (first_below(time) != *verb + 1 || tree_.dependent(*clause, Deprel::mark)) return false;
    const auto subject = tree_.dependent(*clause, Deprel::nsubj);
    if (!subject || *subject < time || tree_[end_below(time)].form == ",") return false;
    hang(time, *verb, Deprel::obl);
    return true;
  }

  /// `The guards, who change places every week, left`: before the comma that closes a relative clause, its time.
  bool date_the_relative_clause(Word time) {
    const auto verb = tree_.head(time);
    if (tree_[time].deprel != Deprel::obl || !is_verb(verb) || time > *verb) return false;
    if (!is_time(time) && context_.kind(time) != EntityKind::time) return false;
    const Word first = first_below(time);
    const Word end = end_below(time);
    if (first == 0 || tree_[first - 1].upos == Upos::punct || end >= *verb || tree_[end].form != ",") return false;
    std::optional<Word> at = first - 1;
    for (std::uint32_t steps = 0; at && steps <= tree_.size() && *at != *verb; ++steps) {
      if (tree_[*at].is(Deprel::acl, "relcl") && tree_[*at].upos == Upos::verb && *at < time) {
        hang(time, *at, Deprel::obl, tree_[time].subtype);
        return true;
      }
      at = tree_.head(*at);
    }
    return false;
  }

  /// `chose between the flags early in 2016`: an adverb with a date behind a noun says when the verb's event happened.
  bool lift_dated_adverb(Word adverb) {
    const auto noun = tree_.head(adverb);
    if (tree_[adverb].deprel != Deprel::advmod || tree_[adverb].upos != Upos::adv || !noun || *noun > adverb ||
        !is_nominal(tree_[*noun].upos)) {
      return false;
    }
    bool dated = false;
    for (const Word child : tree_.dependents(adverb)) {
      dated |= child > adverb && tree_[child].deprel == Deprel::obl && is_time(child);
    }
    auto verb = tree_.head(*noun);
    while (verb && is_nominal(tree_[*verb].upos)) verb = tree_.head(*verb);
    if (!dated || !is_verb(verb) || *verb > adverb) return false;
    hang(adverb, *verb, Deprel::advmod);
    return true;
  }

  /// `freed them on bail the next day`, `arrested ten strikers Monday`: a time without preposition behind what is no
  /// event says when the verb's event happened.
  bool lift_unmarked_time(Word time) {
    const auto noun = tree_.head(time);
    const bool unmarked = tree_[time].is(Deprel::nmod, "unmarked") || tree_[time].is(Deprel::nmod, "tmod");
    if (!unmarked || !noun || *noun > time || !is_time(time) || is_time(*noun)) return false;
    const auto verb = tree_.head(*noun);
    const bool argument = tree_[*noun].deprel == Deprel::obl || tree_[*noun].deprel == Deprel::obj;
    if (!argument || !is_verb(verb) || *verb > *noun || context_.kind(*noun) == EntityKind::event) return false;
    hang(time, *verb, Deprel::obl, "unmarked");
    return true;
  }

  /// `activists from the northern camp, Asha Juma and …`: a person's name is the name of people.
  bool name_the_person(Word name) {
    const Mention* mention = context_.mention(name);
    auto noun = tree_.head(name);
    if (tree_[name].deprel != Deprel::appos || mention == nullptr || mention->kind != EntityKind::person || !noun)
      return false;
    const auto is_person = [&](Word word) {
      const NounEntry* row = context_.noun(word);
      return context_.mention(word) == nullptr && row != nullptr && row->kind == EntityKind::person;
    };
    if (context_.mention(*noun) != nullptr || is_person(*noun) || !context_.noun(*noun)) return false;
    while (noun && tree_[*noun].deprel == Deprel::nmod && !is_person(*noun)) noun = tree_.head(*noun);
    if (!noun || !is_person(*noun) || *noun > name) return false;
    hang(name, *noun, Deprel::appos);
    return true;
  }

  /// `Minister of Health Asha Juma`: the office is the minister's, the name stands beside the title.
  bool split_title(Word name) {
    const Mention* mention = context_.mention(name);
    const auto title = tree_.head(name);
    if (tree_[name].deprel != Deprel::nmod || mention == nullptr || mention->kind != EntityKind::person || !title ||
        *title > name || tree_.dependent(name, Deprel::case_)) {
      return false;
    }
    const NounEntry* row = context_.noun(*title);
    if (row == nullptr || row->kind != EntityKind::person || context_.mention(*title) == mention) return false;
    for (const Word office : tree_.dependents(name)) {
      const auto preposition = tree_.dependent(office, Deprel::case_);
      if (office > name || office < *title || context_.mention(office) == mention || !preposition ||
          *preposition > office) {
        continue;
      }
      hang(office, *title, Deprel::nmod);
      hang(name, *title, Deprel::appos);
      return true;
    }
    return false;
  }

  /// A common noun for people before a person's name.
  bool is_title_of(Word noun, Word name) const {
    const Mention* mention = context_.mention(name);
    const NounEntry* row = context_.noun(noun);
    return mention != nullptr && mention->kind == EntityKind::person && context_.mention(noun) != mention &&
           row != nullptr && row->kind == EntityKind::person && !tree_.dependent(noun, Deprel::det);
  }

  /// `The World Bank (WB) said`, `Asha Juma, the mayor's ally was chosen`, `Union leader Asha Juma said`: of two
  /// subjects one renames the other.
  bool name_the_subject(Word second) {
    const auto verb = tree_.head(second);
    if (tree_[second].deprel != Deprel::nsubj || !verb || second > *verb) return false;
    std::optional<Word> first;
    for (const Word child : tree_.dependents(*verb)) {
      if (tree_[child].deprel == Deprel::nsubj && child < second) first = child;
    }
    if (!first || tree_[*first].upos == Upos::pron || tree_[second].upos == Upos::num) return false;
    const Word begin = first_below(second);
    const Word end = end_below(second);
    if (begin == 0 || end >= tree_.size() || begin < end_below(*first)) return false;
    if (begin == end_below(*first) && is_title_of(*first, second)) {
      hang(*first, second, Deprel::nmod, "desc");
      return true;
    }
    const bool enclosed = begin >= 1 && tree_[begin - 1].form == "(" && tree_[end].form == ")";
    const NounEntry* row = context_.noun(second);
    const bool described = row != nullptr && row->kind == EntityKind::person && context_.mention(*first) != nullptr &&
                           context_.mention(*first)->kind == EntityKind::person && tree_[begin - 1].form == "," &&
                           tree_[end].form != "," && tree_[second].deprel == tree_[*first].deprel;
    if (!enclosed && !described) return false;
    hang(second, *first, Deprel::appos);
    return true;
  }
};

}  // namespace

std::optional<Sentence> mend_phrases(const SentenceContext& context) { return PhraseMender(context).mend(); }

}  // namespace habari
