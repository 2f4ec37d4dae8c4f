#include "analysis/sw/clause_state.hpp"

#include <algorithm>

namespace habari::swahili {

bool ClauseBuilder::relative(int k) {
  const Item& item = items_[k];
  const auto path = frontier(k);
  const bool place = (item.relative & place_classes) != 0;
  const bool manner = (item.relative & class_bit(8)) != 0;
  // Where subject and relative can mean the same noun, the noun that both agree with comes first.
  const Agreement shared = item.relative & item.agreement & all_classes;
  for (const Agreement wanted : {shared, item.relative}) {
    if (wanted == 0) continue;
    const int noun = described_by(k, path, wanted);
    if (noun < 0) continue;
    if (!items_[noun].connective && !place && (!manner || shared != 0)) narrow(noun, wanted);
    attach(k, noun, Deprel::acl, "relcl");
    return true;
  }
  if (place || manner) return false;
  // Without a noun it is one: waliofungwa, "those who were jailed".
  items_[k].agreement = item.relative;
  headless(k, path);
  return true;
}

int ClauseBuilder::described_by(int k, const std::vector<int>& path, Agreement wanted) const {
  const Item& item = items_[k];
  const bool place = (item.relative & place_classes) != 0;
  const bool manner = (item.relative & class_bit(8)) != 0;
  // miaka 25 hadi alipostaafu: a time with a preposition of its own is no description
  if (place && item.marker >= 0 && !item.connective) return -1;
  for (const int at : path) {
    if (!is_nominal(at)) {
      if (items_[at].type == ItemType::marker) break;
      continue;
    }
    if (manner && at == path.front() && !item.comma && syntax_.has_use(reading(at).lemma, SyntaxLexicon::manner))
      return at;
    const bool place_noun =
        reading(at).sort == NounSort::place || reading(at).sort == NounSort::time || reading(at).lemma == "mahali";
    // jengo lilipoanguka: what agrees with the verb is its subject, and the clause one of time.
    const bool subject = items_[at].marker < 0 && (items_[at].agreement & item.agreement & ~place_classes) != 0;
    const bool fits = place ? place_noun && !subject && !item.comma && items_[at].marker_agreement == 0
                            : (items_[at].agreement & wanted) != 0 && !is_figure(at);
    if (fits) return at;
  }
  return -1;
}

void ClauseBuilder::headless(int k, const std::vector<int>& path) {
  if (items_[k].marker >= 0 && !path.empty() && !roots_.empty()) {
    if (items_[k].connective)
      connective(k, path);
    else
      prepositional(k, path);
    return;
  }
  const int v = roots_.empty() ? -1 : lowest(path, [&](int at) { return is_verb(at); });
  if (v >= 0 && items_[v].takes_predicate && items_[v].predicate < 0) {
    take_predicate(k, v);
  } else if (v >= 0) {
    const bool speech = has_trait(v, trait_speech);
    if (items_[v].object < 0) items_[v].object = k;
    attach(k, v, speech ? Deprel::ccomp : Deprel::obj);
  } else {
    wait(k);
    waiting_clause_[static_cast<std::size_t>(k)] = true;
  }
}

void ClauseBuilder::infinitive(int k) {
  if (roots_.empty()) {
    wait(k);
    return;
  }
  const auto path = frontier(k);
  const Item& item = items_[k];
  const int v = lowest(path, [&](int at) { return is_verb(at); });
  const int previous = path.front();
  if (item.coordinator >= 0) {
    const int other = lowest(path, [&](int at) {
      return is_verb(at) && items_[at].infinitive && (item.marker < 0 || items_[at].marker >= 0);
    });
    // mashambulizi yasiyokwisha na kusimama: what things do not do goes on with the verb above
    const bool of_things = other < 0 && v >= 0 && items_[v].relative != 0 && items_[v].object < 0 &&
                           (items_[v].agreement & (animate_classes | speech_persons)) == 0;
    const int target = other >= 0 ? other : of_things ? non_relative(v) : v;
    if (target >= 0) {
      attach(k, first_conjunct(target), Deprel::conj);
      return;
    }
  }
  if (item.comma && v >= 0 && items_[v].infinitive && item.marker < 0 && verbs_in_list(k)) {
    attach(k, v, Deprel::conj);
    return;
  }
  if (item.connective) {
    connective(k, path);
    if (items_[k].head >= 0) word(k).deprel = Deprel::acl;
    return;
  }
  if (item.marker >= 0) {
    if (v >= 0)
      attach(k, v, Deprel::advcl);
    else if (is_nominal(previous) && !item.comma && is_bare(roots_.back()))
      attach(k, previous, Deprel::acl);
    else
      wait(k);
    return;
  }
  const Left left = look_left();
  if (left.marker >= 0) {
    // ili kusaidia
    const int governor = left.base >= 0 ? lowest_from(k, left) : -1;
    // ilisema kwamba watu 40 kukosa makazi: the noun between conjunction and infinitive is who does it
    const int last = roots_.back();
    take_left(k, left, is_bare(last) && !is_time(last) && !reading(last).locative ? last : -1);
    if (governor >= 0 && is_content_marker(left.marker)) {
      subordinate(k, left, governor);
    } else if (governor >= 0) {
      attach(k, governor, Deprel::advcl);
    } else {
      wait(k);
      waiting_clause_[static_cast<std::size_t>(k)] = true;
    }
    return;
  }
  if (v < 0) {
    if (subject_of_infinitive(k, previous)) return;
    if (is_nominal(previous) && !item.comma)
      attach(k, previous, Deprel::acl);
    else
      wait(k);
    return;
  }
  if (items_[v].takes_predicate && items_[v].predicate < 0) {
    take_predicate(k, v);
    return;
  }
  if (subject_of_infinitive(k, previous)) return;
  // lilijengwa kusaidia watoto: behind a passive that asks for no deed the infinitive says what for
  const bool directly = (previous == v || items_[previous].type == ItemType::adverb) && !items_[v].passive;
  const bool governed = directly || has_trait(v, trait_governing) || has_trait(v, trait_speech) ||
                        has_trait(v, trait_request) || (reading(v).voices & voice_causative) != 0;
  if (!governed && is_nominal(previous) && items_[previous].marker < 0 && word(previous).deprel == Deprel::obj &&
      reading(previous).sort == NounSort::event) {
    attach(k, previous, Deprel::acl);
    return;
  }
  const bool given = items_[v].object >= 0 && has_trait(v, trait_second_object);
  attach(k, governed || given ? v : non_relative(v), governed || given ? Deprel::xcomp : Deprel::advcl);
}

bool ClauseBuilder::verbs_in_list(int k) const {
  for (int j = k + 1; j < count(); ++j) {
    if (is_verb(j)) return items_[j].infinitive && items_[j].coordinator >= 0;
  }
  return false;
}

bool ClauseBuilder::subject_of_infinitive(int k, int previous) {
  if (!is_nominal(previous) || items_[k].comma) return false;
  int noun = previous;
  while (noun >= 0 && items_[noun].connective && items_[noun].head >= 0 && is_nominal(items_[noun].head))
    noun = items_[noun].head;
  const int marker = items_[noun].marker;
  if (marker < 0 || items_[noun].connective) return false;
  if (!items_[noun].clause_marker) return false;
  const int governor = items_[noun].head;
  const auto waiting = std::find(roots_.begin(), roots_.end(), noun);
  items_[k].marker = marker;
  words_[marker].head = items_[k].word;
  words_[marker].deprel = Deprel::mark;
  items_[noun].marker = -1;
  attach(noun, k, Deprel::nsubj, items_[k].passive ? "pass" : "");
  items_[k].subject = noun;
  if (waiting != roots_.end()) {
    *waiting = k;
    items_[k].head = -1;
  } else if (governor >= 0) {
    attach(k, governor, is_verb(governor) ? Deprel::advcl : Deprel::acl);
  }
  return true;
}

bool ClauseBuilder::is_resumed(int pronoun, int k) const {
  const Agreement prefix = reading(k).object;
  if ((prefix & items_[pronoun].agreement) == 0) return false;
  return k + 1 >= count() || !is_bare(k + 1) || items_[k + 1].comma || (items_[k + 1].agreement & prefix) == 0;
}

void ClauseBuilder::attach_relative_pronoun(int pronoun, int k) {
  const Agreement agreement = items_[pronoun].agreement;
  if ((agreement & place_classes) != 0) {
    attach(pronoun, k, Deprel::obl);
  } else if (items_[k].subject < 0 && (agreement & items_[k].agreement) != 0 && !is_resumed(pronoun, k)) {
    attach(pronoun, k, Deprel::nsubj, items_[k].passive ? "pass" : "");
  } else {
    attach(pronoun, k, Deprel::obj);
  }
}

bool ClauseBuilder::is_content_marker(int marker) const {
  const std::string_view lemma = reading(marker).lemma;
  return lemma == "kwamba" || lemma == "kuwa" || lemma == "ya";
}

void ClauseBuilder::subordinate(int k, const Left& left, int edge) {
  if (is_content_marker(left.marker)) {
    // The verb that says it, else the noun before: habari kwamba …
    const int before = first_item(left.marker) - 1;
    int at = before;
    for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
      if (is_verb(at)) {
        if (has_trait(at, trait_speech) || at == edge || items_[at].head < 0) break;
      }
    }
    if (at < 0) at = edge;
    const bool second = items_[left.marker].coordinator >= 0;
    if (!has_trait(at, trait_speech) && !second && before >= 0 && is_nominal(before) &&
        word(before).deprel == Deprel::obj) {
      attach(k, before, Deprel::acl);
      return;
    }
    if (second) {
      // alisema … na kuwa …: the second of two things said.
      int said = edge;
      for (int steps = 0; said >= 0 && steps <= count(); said = items_[said].head, ++steps) {
        if (is_verb(said) && word(said).deprel == Deprel::ccomp) {
          attach(k, first_conjunct(said), Deprel::conj);
          return;
        }
      }
      if (!has_trait(at, trait_speech)) {
        attach(k, first_conjunct(at), Deprel::conj);
        return;
      }
    }
    attach(k, at, Deprel::ccomp);
    return;
  }
  attach(k, non_relative(edge), Deprel::advcl);
}

int ClauseBuilder::antecedent(int pronoun, Agreement wanted) const {
  const bool place = (wanted & place_classes) != 0;
  const int before = first_item(pronoun) - 1;
  int nearest = -1;
  int found = -1;
  for (int at = before; at >= 0 && at > before - 7; --at) {
    if (is_finite_main(at) && nearest >= 0) break;
    if (!is_nominal(at) || word(at).deprel == Deprel::det) continue;
    if (nearest < 0) nearest = at;
    if (!place && ((items_[at].agreement & wanted) == 0 || is_figure(at))) continue;
    const bool name = reading(at).kind == WordKind::name;
    const bool set_apart = items_[pronoun].comma || nearest != at || word(pronoun - 1).deprel == Deprel::det;
    if (found < 0 || !name || is_time(found)) found = at;
    // mkutano wa kila mwaka, ambao: what is set apart tells of the thing rather than of its time
    if (is_time(at) && !place && items_[pronoun].comma) continue;
    if (place || !name || set_apart) break;
  }
  return found;
}

void ClauseBuilder::relative_clause(int k, const Left& left, int subject) {
  const int pronoun = left.relative_pronoun;
  Left inner = left;
  for (std::size_t at = left.first; at < roots_.size(); ++at) {
    if (roots_[at] == pronoun) inner.first = at;
  }
  const bool subject_inside = subject >= 0 && std::find(roots_.begin() + static_cast<std::ptrdiff_t>(inner.first),
                                                        roots_.end(), subject) != roots_.end();
  // Where the pronoun can only be the subject, the noun agrees with the verb as well, unless none does.
  const Agreement agreement = items_[pronoun].agreement;
  const Agreement shared = agreement & items_[k].agreement;
  int noun = subject_inside || reading(k).object != 0 ? -1 : antecedent(pronoun, shared);
  if (noun < 0) noun = antecedent(pronoun, agreement);
  for (int at = first_item(pronoun) - 1; noun < 0 && at >= 0; --at) {
    if (is_nominal(at)) noun = at;
  }
  take_left(k, inner, subject_inside ? subject : -1);
  if (noun >= 0) {
    attach(k, noun, Deprel::acl, "relcl");
  } else {
    wait(k);
  }
}

}  // namespace habari::swahili
