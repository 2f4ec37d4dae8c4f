#include "analysis/sw/clause_state.hpp"

namespace habari::swahili {

bool ClauseBuilder::renames_person(int k, int previous) {
  const auto is_person = [&](int at) {
    return reading(at).kind == WordKind::noun && reading(at).sort == NounSort::person;
  };
  if (!is_nominal(previous) || previous != k - 1 || items_[k].comma || items_[k].coordinator >= 0) return false;
  const int head = first_of_phrase(previous);
  if (items_[head].marker < 0 || !is_person(k) || !is_person(head) || reading(head).plural != reading(k).plural)
    return false;
  attach(k, head, Deprel::compound);
  return true;
}

bool ClauseBuilder::describes_name(int k, int name) const {
  if (reading(k).kind != WordKind::noun || reading(k).sort != NounSort::person || !reading(k).singular) return false;
  if (!is_bare(name) || reading(name).kind != WordKind::name || items_[name].coordinator >= 0) return false;
  for (int j = k + 1; j < count(); ++j) {
    if (is_finite_main(j)) return (items_[j].agreement & class_bit(1)) != 0;
    if (is_nominal(j) && items_[j].coordinator >= 0 && reading(j).kind != WordKind::noun) return false;
  }
  return false;
}

bool ClauseBuilder::names_title(int k, const std::vector<int>& path) {
  if (reading(k).kind != WordKind::name) return false;
  for (const int at : path) {
    if (is_verb(at) && items_[at].infinitive && items_[at].connective) continue;  // kiongozi wa kutetea haki Asha Juma
    if (!is_nominal(at)) return false;
    if (reading(at).kind != WordKind::noun || (reading(at).locative && reading(at).sort != NounSort::person)) continue;
    // Baada ya chakula Asha alisema: behind a preposition the name of the next verb's subject
    const bool next_subject = items_[at].marker >= 0 && !items_[at].connective && roots_.back() == at &&
                              reading(at).sort != NounSort::person && k + 1 < count() && is_finite_main(k + 1) &&
                              !items_[k + 1].comma && (items_[k + 1].agreement & items_[k].agreement) != 0;
    if (next_subject) return false;
    if (reading(at).sort == NounSort::person || (reading(at).own != reading(at).classes)) {
      attach(k, at, Deprel::appos);
      return true;
    }
  }
  return false;
}

bool ClauseBuilder::can_be_named(const Reading& r) {
  return r.sort == NounSort::person || r.sort == NounSort::organization || r.sort == NounSort::place;
}

bool ClauseBuilder::apposes(int k, const std::vector<int>& path) {
  const Reading& r = reading(k);
  if (items_[k].coordinator >= 0) return false;
  int head = -1;
  for (const int at : path) {
    if (!is_nominal(at)) break;
    const Reading& other = reading(at);
    if (other.sort == NounSort::time || other.locative) continue;
    if (items_[k].parenthesis && r.kind == WordKind::name) {
      if (head < 0 || (other.sort == NounSort::organization && r.kind == WordKind::name)) head = at;
      continue;
    }
    const bool named_place = other.kind == WordKind::name && word(at).listed_name > 0;
    const bool name_then_noun = other.kind == WordKind::name && r.kind == WordKind::noun && can_be_named(r) &&
                                named_place == (r.sort == NounSort::place);
    const bool noun_then_name = other.kind == WordKind::noun && r.kind == WordKind::name;
    const bool persons = other.kind == WordKind::noun && r.kind == WordKind::noun && r.sort == NounSort::person &&
                         other.sort == NounSort::person && items_[at].has_name != items_[k].has_name;
    if (name_then_noun || persons) {
      head = at;
      break;
    }
    if (noun_then_name && (head < 0 || (!can_be_named(reading(head)) && can_be_named(other)))) head = at;
  }
  if (head < 0) return false;
  attach(k, head, Deprel::appos);
  return true;
}

}  // namespace habari::swahili
