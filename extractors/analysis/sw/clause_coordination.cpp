#include "analysis/sw/clause_state.hpp"

#include <algorithm>

namespace habari::swahili {

bool ClauseBuilder::clause_coordinator(int k) const {
  const int c = items_[k].coordinator;
  return c >= 0 && words_[c].reading->kind == WordKind::subordinator;
}

bool ClauseBuilder::names_many(int k) const {
  if (reading(k).kind != WordKind::name || word(k).listed_name > 0 || k + 1 >= count()) return false;
  const Item& verb = items_[k + 1];
  return is_finite_main(k + 1) && !verb.comma && !verb.situative && verb.coordinator < 0 &&
         (verb.agreement & class_bit(2)) != 0;
}

bool ClauseBuilder::begins_clause(int k) const {
  if (!is_bare(k)) return false;
  if (names_many(k)) return true;
  int open_relatives = 0;
  Agreement nearer = 0;
  bool infinitive_between = false;
  for (int j = k + 1; j < count(); ++j) {
    const Item& item = items_[j];
    if (item.type == ItemType::marker) return false;
    if (item.type == ItemType::relative_pronoun) {
      ++open_relatives;
      continue;
    }
    if (item.type == ItemType::nominal) {
      if (item.marker >= 0 || is_time(j) || open_relatives > 0 || infinitive_between) continue;
      if (!item.comma && item.coordinator < 0) return false;
      nearer |= item.agreement;
      continue;
    }
    if (item.type != ItemType::verb) continue;
    if (item.relative != 0) {
      ++open_relatives;
      continue;
    }
    const Agreement shared = item.agreement & items_[k].agreement;
    if (item.infinitive) {
      infinitive_between = infinitive_between || (item.marker < 0 && open_relatives == 0);
      continue;
    }
    if (shared != 0 && !item.situative) {
      if ((nearer & item.agreement) != 0 && item.comma == false && (nearer & shared) != 0) return false;
      // Over an infinitive only an agreement that says much counts: suala la X kufanya Y, limechochea …
      return !infinitive_between || (shared & (animate_classes | class_bit(9))) == 0;
    }
    if (open_relatives == 0) return false;
    --open_relatives;
  }
  return false;
}

bool ClauseBuilder::coordinate(int k, const std::vector<int>& path) {
  const Item& item = items_[k];
  if (clause_coordinator(k)) {
    if (!begins_clause(k)) return conjoin_clause_fragment(k, path);
    wait(k);
    return true;
  }
  // … na kwa sasa ni mwanachama: opens the next clause.
  if (item.marker >= 0 && !item.connective && is_time(k) && k + 1 < count() && is_finite_main(k + 1) &&
      !items_[k + 1].comma && !items_[k + 1].situative) {
    wait(k);
    return true;
  }
  const bool verb_on_path = lowest(path, [&](int at) { return is_finite_main(at); }) >= 0;
  if (verb_on_path && begins_clause(k)) {
    wait(k);
    return true;
  }
  int best = conjunct(k, path);
  if (best < 0) return false;
  // Vituo vya X na Y … na serikali zimehimiza: what agrees with the verb is joined to the subject.
  if (!verb_on_path && best != roots_.back() && is_bare(roots_.back()) && is_bare(k) && begins_clause(k) &&
      reading(best).own != reading(k).own && !crosses_clause(path)) {
    best = roots_.back();
  }
  const int first = first_conjunct(best);
  attach(k, first, Deprel::conj);
  join_agreement(first, item.agreement);
  return true;
}

int ClauseBuilder::first_conjunct(int k) const {
  if (k < 0) return k;
  for (int steps = 0; items_[k].head >= 0 && word(k).deprel == Deprel::conj && steps <= count(); ++steps)
    k = items_[k].head;
  return k;
}

bool ClauseBuilder::crosses_clause(const std::vector<int>& path) const {
  return std::any_of(path.begin(), path.end(), [&](int at) { return is_verb(at) && items_[at].finite; });
}

bool ClauseBuilder::conjoin_clause_fragment(int k, const std::vector<int>& path) {
  if (items_[k].marker >= 0) return false;
  const int best = conjunct(k, path);
  if (best < 0) {
    wait(k);
    return true;
  }
  attach(k, best, Deprel::conj);
  return true;
}

Agreement ClauseBuilder::joint_agreement(Agreement either) {
  return class_bit(8) | class_bit(10) | ((either & animate_classes) != 0 ? class_bit(2) : 0);
}

void ClauseBuilder::join_agreement(int first, Agreement second) {
  Agreement& agreement = items_[first].agreement;
  agreement |= joint_agreement(agreement | second);
}

int ClauseBuilder::conjunct(int k, const std::vector<int>& path) const {
  const Item& item = items_[k];
  int best = -1;
  int best_points = -100;
  int depth = 0;
  bool beyond_verb = false;
  int inner = -1;
  for (const int at : path) {
    const Item& other = items_[at];
    if (other.type == ItemType::verb) {
      if (best >= 0) break;
      beyond_verb = true;
      continue;
    }
    if (other.type != ItemType::nominal) {
      if (other.type == ItemType::marker || other.type == ItemType::relative_pronoun) break;
      continue;
    }
    // A title's name is part of its phrase: the phrase is what is joined.
    if (word(at).deprel == Deprel::appos && !other.comma && other.head >= 0 && item.marker < 0) continue;
    int points = -2 * depth - (beyond_verb ? 6 : 0);
    // A, B wa C, na D: what goes on behind a comma is the list, and so is the end of a list that no `na` has closed.
    const bool open_list = word(at).deprel == Deprel::conj && other.coordinator < 0 && item.coordinator >= 0;
    if (word(at).deprel == Deprel::conj && (item.comma || open_list)) points += 4;
    if (item.marker >= 0) {
      if (other.marker < 0)
        points -= 6;
      else if (words_[other.marker].form == words_[item.marker].form)
        points += 8;
      else if (other.connective != item.connective)
        points -= 4;
      if (item.connective && (other.marker_agreement & item.marker_agreement) == 0) points -= 4;
    } else {
      const Reading& a = reading(k);
      const Reading& b = reading(at);
      if (a.kind == WordKind::name && b.kind == WordKind::name)
        points += 4;
      else if (a.kind == b.kind && a.sort == b.sort && a.kind == WordKind::noun)
        points += 2;
      // utambulisho wa Kitibeti, utamaduni: a thing is not joined to whose it is
      if (a.kind == WordKind::noun && a.sort != NounSort::person && b.kind == WordKind::name && other.connective)
        points -= 3;
      if (a.kind == WordKind::noun && b.kind == WordKind::noun && (a.own & b.own) != 0) points += 2;
      if (a.kind == WordKind::demonstrative && (a.classes & items_[at].agreement) != 0) points += 6;
      if (a.plural == b.plural) points += 1;
      if (a.sort == NounSort::time && b.sort != NounSort::time) points -= 4;
      if (a.lemma == b.lemma) points += 4;
      // mawimbi ya bahari, mvua ya mawe: phrases that are built alike are joined
      const bool owned = k + 1 < count() && items_[k + 1].connective && !items_[k + 1].comma;
      if (item.comma && owned && inner >= 0 && items_[inner].connective && items_[inner].head == at) points += 4;
    }
    if (points > best_points) {
      best = at;
      best_points = points;
    }
    ++depth;
    inner = at;
  }
  return best;
}

bool ClauseBuilder::in_list(int k) const {
  for (int j = k + 1; j < count(); ++j) {
    const Item& item = items_[j];
    if (item.type != ItemType::nominal) return false;
    const bool of_between = j > k + 1 && prefers_noun(j - 1);
    if (item.coordinator >= 0 && !clause_coordinator(j) && !of_between) return true;
    if (item.connective || (item.marker >= 0 && !item.comma)) continue;
    if (!item.comma || item.marker >= 0) return false;
  }
  return false;
}

}  // namespace habari::swahili
