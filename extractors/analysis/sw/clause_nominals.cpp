#include "analysis/sw/clause_state.hpp"

#include <algorithm>

namespace habari::swahili {

void ClauseBuilder::nominal(int k) {
  if (roots_.empty()) {
    wait(k);
    return;
  }
  const auto path = frontier(k);
  const Item& item = items_[k];
  if (item.coordinator >= 0 && coordinate(k, path)) return;
  if (item.connective) {
    connective(k, path);
  } else if (item.marker >= 0) {
    prepositional(k, path);
  } else {
    bare(k, path);
  }
}

void ClauseBuilder::connective(int k, const std::vector<int>& path) {
  const Item& item = items_[k];
  // makubaliano siku ya Jumatatu, ya kujenga …: what is set apart tells more of the thing than of the time.
  const auto agrees = [&](int at) {
    return is_nominal(at) && (items_[at].agreement & item.marker_agreement) != 0 &&
           !(item.comma && reading(at).sort == NounSort::time);
  };
  int head = -1;
  bool passed_verb = false;
  for (const int at : path) {
    if (items_[at].type == ItemType::verb) {
      // The connective of the infinitive is kwa; another belongs beyond a relative clause.
      if (is_finite_main(at) && head < 0 && passed_verb) break;
      passed_verb = true;
      continue;
    }
    if (agrees(at) && !is_figure(at)) {
      head = at;
      break;
    }
  }
  bool beyond_verb = false;
  for (int at = k - 1; head < 0 && at >= 0 && at >= k - 5; --at) {
    beyond_verb = beyond_verb || is_finite_main(at);
    // Beyond a verb only its subject can go on: what another clause holds is closed.
    if (beyond_verb && (items_[at].head < 0 || !is_finite_main(items_[at].head))) continue;
    if (agrees(at) && reading(at).kind != WordKind::name) head = at;
  }
  // `mwa 2018`, "in 2018": a place class that agrees with nothing is a preposition.
  if (head < 0 && (item.marker_agreement & ~place_classes) == 0)
    head = lowest(path, [&](int at) { return is_verb(at); });
  if (head < 0) head = lowest(path, [&](int at) { return is_nominal(at); });
  if (head < 0) head = lowest(path, [&](int at) { return is_verb(at); });
  if (head < 0) {
    wait(k);
    return;
  }
  attach(k, head, is_verb(head) ? Deprel::obl : Deprel::nmod);
  narrow(head, item.marker_agreement);
  // baadhi ya watu walihama: the verb may agree with what is counted
  if (is_nominal(head) && reading(head).sort == NounSort::quantity) items_[head].agreement |= item.agreement;
}

void ClauseBuilder::narrow(int noun, Agreement classes) {
  const Agreement shared = word(noun).agreement & classes;
  if (!is_nominal(noun) || shared == 0 || (word(noun).agreement & animate_classes) != 0 || is_figure(noun)) return;
  word(noun).agreement = shared;
}

std::string_view ClauseBuilder::marker_form(int k) const {
  return items_[k].marker < 0 ? std::string_view() : words_[items_[k].marker].form;
}

bool ClauseBuilder::prefers_noun(int k) const { return syntax_.has_use(marker_form(k), SyntaxLexicon::adnominal); }

void ClauseBuilder::prepositional(int k, const std::vector<int>& path) {
  const int v = governor(k, path);
  const int previous = path.front();
  const bool including = syntax_.has_use(word_lemma(items_[k].marker), SyntaxLexicon::case_marker);
  const bool after_nominal = is_nominal(previous) && (!items_[k].comma || including);
  // kupungua kwa mvua: kwa is the connective of infinitives
  if (after_nominal && previous == k - 1 && reading(previous).verb_form == VerbForm::infinitive &&
      (items_[k].marker_agreement & class_bit(15)) == 0 && items_[k].marker == items_[previous].word + 1) {
    attach(k, previous, Deprel::nmod);
    return;
  }
  if (after_nominal && including) {
    attach(k, v < 0 || branch_under(v, path) < 0 ? previous : branch_under(v, path), Deprel::nmod);
    return;
  }
  if (v < 0) {
    // Before the verb: part of the noun it follows, unless that is an adverbial itself.
    const bool noun_can = after_nominal && !(is_time(previous) && items_[previous].marker < 0);
    if (noun_can && (is_bare(roots_.back()) || prefers_noun(k)))
      attach(k, previous, Deprel::nmod);
    else
      wait(k);
    return;
  }
  // nyumbani kwa rais: whose place it is
  if (after_nominal && previous == k - 1 && reading(previous).locative && marker_form(k) == "kwa" &&
      (reading(k).sort == NounSort::person || reading(k).kind == WordKind::name)) {
    attach(k, previous, Deprel::nmod);
    return;
  }
  if (items_[k].comma && k + 1 < count() && is_finite_main(k + 1) && !items_[k + 1].comma && !items_[k + 1].situative) {
    wait(k);
    return;
  }
  if (items_[v].takes_predicate && items_[v].predicate < 0) {
    take_predicate(k, v);
    return;
  }
  if (after_nominal && prefers_noun(k) && reading(previous).kind != WordKind::name && !is_time(previous)) {
    attach(k, previous, Deprel::nmod);
    return;
  }
  // maafisa kutoka Kenya: where people are from, unless the verb goes anywhere.
  if (after_nominal && marker_form(k) == "kutoka" && reading(previous).kind == WordKind::noun &&
      reading(previous).sort == NounSort::person && !has_trait(v, trait_motion)) {
    attach(k, previous, Deprel::nmod);
    return;
  }
  // Mvua imeua watu, polisi walisema, kufuatia kimbunga: what is set apart behind a saying goes on with what is said.
  if (items_[k].comma && has_trait(v, trait_speech)) {
    for (int said = 0; said < v; ++said) {
      if (items_[said].head != v || word(said).deprel != Deprel::ccomp) continue;
      attach(k, said, Deprel::obl);
      return;
    }
  }
  // An infinitive that names an event: kukosekana kwa taarifa.
  attach(k, v, Deprel::obl, items_[v].passive && marker_form(k) == "na" ? "agent" : "");
}

std::string_view ClauseBuilder::word_lemma(int w) const {
  return w < 0 ? std::string_view() : std::string_view(words_[w].reading->lemma);
}

void ClauseBuilder::take_predicate(int k, int v) {
  items_[v].predicate = k;
  attach(k, v, Deprel::xcomp);
}

bool ClauseBuilder::accepts_object(int v) const {
  const Reading& r = reading(v);
  if (r.kind == WordKind::copula || r.kind == WordKind::locative_copula || r.kind == WordKind::focus) return false;
  if (items_[v].passive) return false;
  return (r.voices & voice_stative) == 0 || (r.voices & voice_applicative) != 0;
}

bool ClauseBuilder::directly_taken(int k, int v, int previous) const {
  if (previous != v || items_[k].comma || !accepts_object(v) || items_[v].object >= 0) return false;
  // kuanzisha kipindi cha "Sauti Yetu": what has a name is no time
  const bool named = k + 1 < count() && items_[k + 1].connective && items_[k + 1].quote;
  return named || (reading(v).object & items_[k].agreement & ~animate_classes) != 0 || has_trait(v, trait_takes_times);
}

bool ClauseBuilder::main_clause_after(int k) const {
  for (int j = k + 1; j < count(); ++j) {
    if (is_finite_main(j) && !items_[j].situative) return true;
  }
  return false;
}

int ClauseBuilder::first_of_phrase(int k) const {
  while (items_[k].connective && items_[k].head >= 0 && is_nominal(items_[k].head)) k = items_[k].head;
  return k;
}

void ClauseBuilder::bare(int k, const std::vector<int>& path) {
  Item& item = items_[k];
  const int v = governor(k, path);
  const int previous = path.front();
  const Reading& r = reading(k);
  const bool adverbial = r.sort == NounSort::time || r.locative;
  if (r.lemma == "enyewe" && is_nominal(previous)) {
    attach(k, previous, Deprel::det);
    return;
  }
  const int root = roots_.back();
  if (v < 0 && (item.comma || item.colon) && !is_bare(root) && begins_clause(k)) {
    wait(k);
    return;
  }
  // Nyumba zilianguka, wakazi wakikimbia: set apart before a situative stands who does it.
  if (v >= 0 && item.comma && !adverbial && k + 1 < count() && items_[k + 1].situative && !items_[k + 1].comma &&
      is_verb(k + 1) && (items_[k + 1].agreement & item.agreement) != 0) {
    wait(k);
    return;
  }
  if (item.comma && describes_name(k, previous) && apposes(k, path)) return;
  // viatu vya kuvutia, shati na kofia: an infinitive that only describes a noun takes nothing behind a comma.
  const bool describing = is_verb(previous) && items_[previous].infinitive && items_[previous].connective;
  if (item.comma && (is_nominal(previous) || describing)) {
    if (in_list(k) || (is_list_member(previous) && items_[previous].coordinator < 0)) {
      const int first = first_conjunct(conjunct(k, path));
      if (first >= 0 && !(v >= 0 && begins_clause(k) && !in_list(k))) {
        attach(k, first, Deprel::conj);
        join_agreement(first, item.agreement);
        return;
      }
    }
  }
  // Ili kushinda, usiku wa Jumapili vijana …: before the clause stands a time that was set apart.
  const bool after_time = is_time(previous) && items_[first_of_phrase(previous)].comma;
  if (v >= 0 && begins_clause(k) &&
      (item.comma || item.colon || item.quote || item.dash || has_trait(v, trait_speech) || after_time ||
       items_[roots_.back()].situative)) {
    wait(k);
    return;
  }
  if (item.comma && r.kind == WordKind::numeral && is_time(previous)) {
    attach(k, previous, Deprel::nmod);
    return;
  }
  if ((item.comma || item.parenthesis || item.dash) && is_nominal(previous) && !adverbial && apposes(k, path)) return;
  if (v < 0)
    bare_before_verb(k, path);
  else
    bare_after_verb(k, v, path);
}

void ClauseBuilder::bare_before_verb(int k, const std::vector<int>& path) {
  const Item& item = items_[k];
  const Reading& r = reading(k);
  const int previous = path.front();
  const bool adverbial = r.sort == NounSort::time || r.locative;
  if (is_nominal(previous) && !item.comma && !item.colon && !adverbial && names_title(k, path)) return;
  if (is_nominal(previous) && !item.comma && !item.colon && r.kind == WordKind::numeral && item.coordinator < 0) {
    attach(k, counted(path), Deprel::nummod);
    return;
  }
  // mwanaharakati nchini Uganda; Asha Juma mwandishi wa BBC
  if (is_nominal(previous) && !item.comma && r.locative && (is_bare(previous) || items_[previous].connective) &&
      !is_time(previous) && !reading(previous).locative &&
      (reading(previous).kind == WordKind::noun || reading(previous).kind == WordKind::adverb ||
       reading(previous).kind == WordKind::adjective)) {
    attach(k, previous, Deprel::nmod);
    return;
  }
  if (is_nominal(previous) && !item.comma && is_bare(previous) && reading(previous).kind == WordKind::name &&
      r.kind == WordKind::noun && r.sort == NounSort::person) {
    attach(k, previous, Deprel::appos);
    return;
  }
  if (is_nominal(previous) && !item.comma && !item.colon && !adverbial && !is_time(previous) && is_bare(previous) &&
      !reading(previous).locative && reading(previous).kind != WordKind::name && items_[k].coordinator < 0) {
    if (r.kind == WordKind::pronoun) {
      attach(k, previous, Deprel::nmod);
      return;
    }
    attach(k, compound_head(k, path), Deprel::compound);
    return;
  }
  wait(k);
}

void ClauseBuilder::bare_after_verb(int k, int v, const std::vector<int>& path) {
  const Item& item = items_[k];
  const Reading& r = reading(k);
  const int previous = path.front();
  if (items_[v].takes_predicate && items_[v].predicate < 0 && !is_subject_after(k, v)) {
    take_predicate(k, v);
    return;
  }
  if (!item.comma && names_title(k, path)) return;
  if (is_nominal(previous) && !item.comma && r.kind == WordKind::numeral && item.coordinator < 0) {
    attach(k, counted(path), Deprel::nummod);
    return;
  }
  // wanaadhimisha Krismasi, alikiambia kipindi hicho: times that are done or spoken to
  const bool taken = directly_taken(k, v, previous);
  if (r.sort == NounSort::time && !taken) {
    const bool goes_on = is_time(previous) && !item.comma && item.coordinator < 0;
    // Behind a clause that waits for the main one, the time is the main clause's.
    const bool opens_main = item.comma && roots_.back() == v && items_[v].infinitive && main_clause_after(k);
    if (opens_main)
      wait(k);
    else if (goes_on)
      attach(k, previous, Deprel::nmod);
    else
      attach(k, v, Deprel::obl, "tmod");
    return;
  }
  // mjini Kampala mji mkuu wa Uganda
  if (is_nominal(previous) && !item.comma && reading(previous).locative && r.sort == NounSort::place && !r.locative) {
    attach(k, previous, Deprel::appos);
    return;
  }
  if (renames_person(k, previous) || completes_construction(k, v)) return;
  // wanalala gerezani, walilinda amani Pwani ya Kusini: a place is no object of a verb that has or takes none.
  const bool place = r.sort == NounSort::place || (r.kind == WordKind::name && word(k).listed_name > 0);
  if (place && items_[v].subject != k && !is_subject_after(k, v) && (items_[v].passive || items_[v].object >= 0) &&
      (reading(v).object & item.agreement) == 0) {
    attach(k, v, Deprel::obl);
    return;
  }
  if (r.locative) {
    attach(k, v, Deprel::obl);
    return;
  }
  if (is_subject_after(k, v)) {
    items_[v].subject = k;
    attach(k, v, Deprel::nsubj, items_[v].passive ? "pass" : "");
    return;
  }
  object(k, v, path);
}

bool ClauseBuilder::is_subject_after(int k, int v) const {
  const Item& clause = items_[v];
  if (clause.subject >= 0 || (clause.agreement & items_[k].agreement) == 0 || !clause.finite) return false;
  if (clause.relative != 0) {
    // wanapowaona watoto: what the object prefix means
    if ((clause.relative & place_classes) != 0 && (reading(v).object & items_[k].agreement) != 0) return false;
    if ((clause.relative & clause.agreement & ~speech_persons) != 0) {
      return (clause.relative & items_[k].agreement) == 0;
    }
    return true;
  }
  // Alizaliwa Asha Juma mwaka 1970
  if (clause.passive && v == 0 && k == 1 && clause.object < 0 && !has_trait(v, trait_second_object) &&
      (reading(k).kind == WordKind::name || clause.subjunctive)) {
    return true;
  }
  return has_trait(v, trait_speech) && (clause.comma || clause.quote) && items_[k].comma == false &&
         (reading(k).kind == WordKind::name || reading(k).sort == NounSort::person);
}

}  // namespace habari::swahili
