#include "analysis/sw/clause_state.hpp"

#include <algorithm>

namespace habari::swahili {

ClauseBuilder::Left ClauseBuilder::look_left() const {
  Left left;
  std::size_t at = roots_.size();
  while (at > 0) {
    const int root = roots_[at - 1];
    if (is_base(root)) {
      left.base = root;
      break;
    }
    if (left.marker < 0 && items_[root].type == ItemType::marker) left.marker = root;
    if (left.relative_pronoun < 0 && items_[root].type == ItemType::relative_pronoun) left.relative_pronoun = root;
    --at;
  }
  left.first = at;
  return left;
}

void ClauseBuilder::verb(int k) {
  if (waiting_clause_.size() < items_.size()) waiting_clause_.resize(items_.size());
  const Item& item = items_[k];
  if (item.infinitive) {
    infinitive(k);
    return;
  }
  if (item.relative != 0 && relative(k)) return;
  finite(k);
}

int ClauseBuilder::lowest_from(int k, const Left& left) const {
  const int base = left.base;
  const int next = left.first < roots_.size() ? first_item(roots_[left.first]) : -1;
  int at = next >= 0 ? next - 1 : k - 1;
  int found = base;
  for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
    if (is_verb(at)) {
      found = at;
      break;
    }
    if (at == base) break;
  }
  return found;
}

int ClauseBuilder::first_item(int root) const {
  int first = root;
  for (int at = root - 1; at >= 0; --at) {
    int up = at;
    for (int steps = 0; items_[up].head >= 0 && steps <= count(); ++steps) up = items_[up].head;
    if (up != root) break;
    first = at;
  }
  return first;
}

void ClauseBuilder::take_left(int k, const Left& left, int subject) {
  for (std::size_t at = left.first; at < roots_.size(); ++at) {
    const int root = roots_[at];
    if (root == k) continue;
    const Item& item = items_[root];
    if (root == subject) {
      if (is_verb(root))
        attach(root, k, Deprel::csubj);
      else
        attach(root, k, Deprel::nsubj, items_[k].passive ? "pass" : "");
      items_[k].subject = root;
    } else if (item.type == ItemType::marker) {
      attach(root, k, Deprel::mark);
    } else if (item.type == ItemType::relative_pronoun) {
      attach_relative_pronoun(root, k);
    } else if (item.type == ItemType::adverb || says_how_often(root, k)) {
      attach(root, k, Deprel::advmod);
    } else if (item.type == ItemType::verb) {
      attach(root, k, Deprel::advcl);
    } else if (item.marker >= 0) {
      attach(root, k, Deprel::obl);
    } else if (is_time(root)) {
      attach(root, k, Deprel::obl, "tmod");
    } else if (reading(root).locative || reading(root).sort == NounSort::place ||
               reading(root).kind == WordKind::name) {
      attach(root, k, Deprel::obl);
    } else if ((reading(k).object & item.agreement) != 0 && items_[k].object < 0) {
      items_[k].object = root;
      attach(root, k, Deprel::obj);
    } else if (subject < 0 && at + 1 == roots_.size() && is_bare(root) && !items_[k].comma && is_finite_main(k) &&
               reading(k).object == 0 && (items_[k].agreement & speech_persons) == 0 && items_[k].subject < 0) {
      // Misused concords are common: what stands right before a verb without a subject or object prefix is its subject.
      items_[k].subject = root;
      attach(root, k, Deprel::nsubj, items_[k].passive ? "pass" : "");
    } else {
      attach(root, k, Deprel::dislocated);
    }
  }
  roots_.resize(left.first);
}

int ClauseBuilder::find_subject(int k, const Left& left) const {
  const Agreement agreement = items_[k].agreement;
  int second_choice = -1;
  for (std::size_t at = roots_.size(); at > left.first; --at) {
    const int root = roots_[at - 1];
    const Item& item = items_[root];
    if (item.type == ItemType::marker || item.type == ItemType::relative_pronoun) break;
    if (item.type == ItemType::verb) {
      const bool event = item.infinitive && item.marker < 0 && (agreement & class_bit(15)) != 0;
      const bool headless_relative = (item.relative & item.agreement & agreement) != 0 && waits_for_main(root);
      if (event || headless_relative) return root;
      continue;
    }
    if (item.type != ItemType::nominal || item.marker >= 0 || (item.agreement & agreement) == 0) continue;
    if (says_how_often(root, k)) continue;
    if (is_time(root) || reading(root).locative) {
      if (second_choice < 0) second_choice = root;
      continue;
    }
    return root;
  }
  if (const int joined = joined_subject(k, left); joined >= 0 && second_choice < 0) return joined;
  const int last = roots_.size() > left.first ? roots_.back() : -1;
  if (second_choice < 0 && last >= 0 && last == k - 1 && is_bare(last) && names_many(last)) return last;
  if (second_choice >= 0 && is_time(second_choice) && (agreement & animate_classes) != 0) return -1;
  return second_choice;
}

int ClauseBuilder::joined_subject(int k, const Left& left) const {
  for (std::size_t at = roots_.size(); at > left.first + 1; --at) {
    const int with = roots_[at - 1];
    const int subject = roots_[at - 2];
    if (items_[with].type != ItemType::nominal || items_[with].marker < 0 || !is_bare(subject) || is_time(subject) ||
        !syntax_.has_use(word_lemma(items_[with].marker), SyntaxLexicon::comitative)) {
      continue;
    }
    if ((joint_agreement(items_[subject].agreement | items_[with].agreement) & items_[k].agreement) != 0)
      return subject;
  }
  return -1;
}

int ClauseBuilder::find_stolen_subject(int k) const {
  const Item& item = items_[k];
  if (item.comma || item.coordinator >= 0 || item.situative || item.colon) return -1;
  for (const int at : frontier(k)) {
    if (is_verb(at)) return -1;
    if (!is_bare(at) || items_[at].head < 0) continue;
    // muda ulipokwisha: a time only right before what tells of it
    const bool told_of = at == k - 1 && (item.relative & class_bit(16)) != 0;
    if ((is_time(at) && !told_of) || reading(at).locative) continue;
    if ((items_[at].agreement & item.agreement) == 0) continue;
    const Deprel deprel = word(at).deprel;
    if (deprel == Deprel::appos || deprel == Deprel::nsubj || deprel == Deprel::xcomp) continue;
    return at;
  }
  return -1;
}

void ClauseBuilder::detach(int k) {
  const int head = items_[k].head;
  if (head >= 0 && items_[head].object == k) items_[head].object = -1;
  if (head >= 0 && items_[head].predicate == k) items_[head].predicate = -1;
  items_[k].head = -1;
}

void ClauseBuilder::finite(int k) {
  Left left = look_left();
  int subject = find_subject(k, left);
  // Behind a clause that waits too: `Baada ya kupata fedha kampuni hiyo iliajiri walimu`.
  const bool behind_clause = left.first == roots_.size() ? left.base >= 0 : is_verb(roots_.back());
  if (subject < 0 && behind_clause) {
    subject = find_stolen_subject(k);
    if (subject >= 0) {
      detach(subject);
      roots_.push_back(subject);
    }
  }
  // kwa kile amekitaja: the object prefix takes up the demonstrative before it.
  if (subject < 0 && k > 0 && left.first == roots_.size() && is_nominal(k - 1) && !items_[k].comma &&
      reading(k - 1).kind == WordKind::demonstrative && (reading(k).object & items_[k - 1].agreement) != 0) {
    attach(k, k - 1, Deprel::acl, "relcl");
    return;
  }
  const int coordinator_item = left.first < roots_.size() ? first_item(roots_[left.first]) : k;
  const bool coordinated = items_[coordinator_item].coordinator >= 0 || items_[k].coordinator >= 0;
  const bool comma = items_[coordinator_item].comma || items_[k].comma;
  const bool colon = items_[coordinator_item].colon || items_[k].colon || items_[coordinator_item].dash;
  const bool quote = items_[coordinator_item].quote || items_[k].quote;
  if (left.relative_pronoun >= 0) {
    relative_clause(k, left, subject);
    return;
  }
  const int edge = left.base >= 0 ? lowest_from(k, left) : -1;
  take_left(k, left, subject);
  Item& item = items_[k];
  if (left.base < 0) {
    const bool subordinate = (left.marker >= 0 && !is_content_marker(left.marker)) || item.situative ||
                             (item.relative & (place_classes | class_bit(8))) != 0;
    waiting_clause_[static_cast<std::size_t>(k)] = subordinate;
    wait(k);
    return;
  }
  if (left.marker >= 0) {
    subordinate(k, left, edge);
  } else if (item.situative && subject < 0 && does_what_is_seen(k, edge)) {
    attach(k, edge, Deprel::xcomp);
  } else if (item.relative != 0 && asks_how(k, left)) {
    // attached
  } else if (item.situative || item.relative != 0) {
    attach(k, agreeing_verb(k, edge, left.base), Deprel::advcl);
  } else if (coordinated) {
    attach(k, first_conjunct(coordinate_verb(k, edge, left.base)), Deprel::conj);
  } else if (item.subjunctive) {
    if (items_[edge].takes_predicate && items_[edge].predicate < 0)
      take_predicate(k, edge);
    else
      attach(k, edge, Deprel::ccomp);
  } else if (item.consecutive) {
    attach(k, first_conjunct(agreeing_verb(k, edge, left.base)), Deprel::conj);
  } else {
    juxtapose(k, left, edge, comma, colon, quote);
  }
}

bool ClauseBuilder::does_what_is_seen(int k, int edge) const {
  const int object = items_[edge].object;
  return has_trait(edge, trait_complement) && !items_[k].comma && object >= 0 && is_nominal(object) &&
         (items_[object].agreement & items_[k].agreement) != 0;
}

bool ClauseBuilder::asks_how(int k, const Left& left) {
  if ((items_[k].relative & class_bit(8)) == 0) return false;
  const int how = (items_[k].subject >= 0 ? first_item(items_[k].subject) : k) - 1;
  if (how < 0 || items_[how].type != ItemType::adverb || !syntax_.has_use(reading(how).lemma, SyntaxLexicon::manner))
    return false;
  const int governor = items_[how].head;
  if (governor < 0 || !is_verb(governor) || left.base < 0) return false;
  if (items_[governor].object >= 0 && !has_trait(governor, trait_speech)) return false;
  attach(how, k, Deprel::advmod);
  attach(k, governor, Deprel::ccomp);
  return true;
}

int ClauseBuilder::non_relative(int edge) const {
  int at = edge;
  for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
    if (is_verb(at) && items_[at].relative == 0 && word(at).subtype != "relcl") return at;
  }
  return edge;
}

int ClauseBuilder::agreeing_verb(int k, int edge, int base) const {
  int at = edge;
  for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
    if (!is_verb(at) || items_[at].relative != 0 || word(at).subtype == "relcl") continue;
    if (items_[at].agreement == (all_classes | speech_persons)) continue;
    if ((items_[at].agreement & items_[k].agreement) != 0) return at;
  }
  const int plain = non_relative(edge);
  return plain >= 0 ? plain : base;
}

int ClauseBuilder::coordinate_verb(int k, int edge, int base) const {
  if (items_[k].subject >= 0) {
    int at = edge;
    for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
      if (is_finite_main(at) && word(at).subtype != "relcl" && word(at).deprel != Deprel::advcl) return at;
    }
    return base;
  }
  int at = edge;
  for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
    if (is_verb(at) && !items_[at].infinitive && (items_[at].agreement & items_[k].agreement) != 0) return at;
  }
  return base;
}

int ClauseBuilder::open_for_clause(int edge) const {
  int at = edge;
  for (int steps = 0; at >= 0 && steps <= count(); at = items_[at].head, ++steps) {
    const bool asks = has_trait(at, trait_governing) || has_trait(at, trait_complement);
    if (asks && items_[at].object < 0) return at;
  }
  return -1;
}

void ClauseBuilder::juxtapose(int k, const Left& left, int edge, bool comma, bool colon, bool quote) {
  const bool content_follows =
      k + 1 < count() && ((items_[k + 1].type == ItemType::marker && is_content_marker(k + 1)) || items_[k + 1].colon);
  // Mvua inaleta mafuriko, inaongeza gharama: no speaker goes on about the same thing
  const bool goes_on = items_[k].subject < 0 && (items_[left.base].agreement & items_[k].agreement) != 0 &&
                       ((items_[k].agreement & animate_classes) == 0);
  if (has_trait(k, trait_speech) && (comma || quote) && !goes_on && !content_follows && !main_clause_after(k)) {
    attach(left.base, k, Deprel::ccomp);
    roots_.back() = k;
    items_[k].head = -1;
    return;
  }
  int speaker = edge;
  for (int steps = 0; speaker >= 0 && steps <= count(); speaker = items_[speaker].head, ++steps) {
    if (has_trait(speaker, trait_speech) && !items_[speaker].has_content) break;
  }
  if (speaker >= 0 && (!comma || colon || quote || items_[speaker].object < 0)) {
    items_[speaker].has_content = true;
    attach(k, speaker, Deprel::ccomp);
    return;
  }
  if (items_[edge].takes_predicate && items_[edge].predicate < 0) {
    take_predicate(k, edge);
    return;
  }
  if (const int asking = open_for_clause(edge); asking >= 0 && !comma) {
    attach(k, asking, Deprel::ccomp);
    return;
  }
  if (items_[k].subject < 0 && comma && (items_[left.base].agreement & items_[k].agreement) != 0) {
    attach(k, left.base, Deprel::conj);
    return;
  }
  attach(k, has_trait(edge, trait_governing) ? edge : left.base,
         has_trait(edge, trait_governing) ? Deprel::ccomp : Deprel::parataxis);
}

}  // namespace habari::swahili
