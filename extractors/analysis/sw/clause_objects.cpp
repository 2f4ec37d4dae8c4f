#include "analysis/sw/clause_state.hpp"

namespace habari::swahili {

bool ClauseBuilder::completes_construction(int k, int v) {
  const int first = items_[v].object;
  if (first < 0 || !is_nominal(first) || items_[first].head != v) return false;
  if (!syntax_.is_construction(reading(v).lemma, word(first).form)) return false;
  word(first).deprel = Deprel::compound;
  word(first).subtype = "lvc";
  items_[v].object = k;
  attach(k, v, Deprel::obj);
  return true;
}

void ClauseBuilder::object(int k, int v, const std::vector<int>& path) {
  const Item& item = items_[k];
  const Reading& r = reading(k);
  const int previous = path.front();
  // uzalishaji silaha: a noun of action and what is acted on
  if (is_nominal(previous) && items_[previous].marker >= 0 && !item.comma && item.coordinator < 0 &&
      (reading(previous).own & (class_bit(14) | class_bit(15))) != 0 && r.kind == WordKind::noun) {
    attach(k, previous, Deprel::compound);
    return;
  }
  if (accepts_object(v) && items_[v].object < 0 && (!item.comma || previous == v)) {
    items_[v].object = k;
    attach(k, v, Deprel::obj);
    return;
  }
  const bool takes_two = has_trait(v, trait_second_object) || (reading(v).voices & voice_applicative) != 0;
  const int branch = branch_under(v, path);
  if (items_[v].object >= 0 && branch >= 0 && is_nominal(branch) && items_[branch].marker >= 0 && !item.comma) {
    attach(k, previous, Deprel::compound);
    return;
  }
  if (items_[v].object >= 0 && (takes_two || leaves_object_open(k, v)) && items_[items_[v].object].head == v) {
    // The person comes first, unless the object prefix is that of the second: inawapa watu sauti, inalipa idhini
    // shirika.
    const Agreement prefix = reading(v).object;
    if ((prefix & items_[k].agreement) != 0 && (prefix & items_[items_[v].object].agreement) == 0) {
      attach(k, v, Deprel::iobj);
      return;
    }
    word(items_[v].object).deprel = Deprel::iobj;
    items_[v].object = k;
    attach(k, v, Deprel::obj);
    return;
  }
  if (items_[v].passive && items_[v].object < 0 && (takes_two || previous == v || !is_nominal(previous))) {
    items_[v].object = k;
    attach(k, v, Deprel::obj);
    return;
  }
  if (is_nominal(previous) && !item.comma)
    attach(k, compound_head(k, path), Deprel::compound);
  else
    attach(k, v, item.comma ? Deprel::parataxis : Deprel::obl);
}

/// tutawapelekea waathirika chakula: the prefix speaks of the people that stand there as the object, so what follows,
/// if it is no person and no time, is what they are given.
bool ClauseBuilder::leaves_object_open(int k, int v) const {
  const int people = items_[v].object;
  const NounSort sort = reading(k).sort;
  return !items_[k].comma && items_[k].coordinator < 0 && reading(k).kind == WordKind::noun &&
         sort != NounSort::person && sort != NounSort::time && sort != NounSort::place &&
         reading(people).sort == NounSort::person && (reading(v).object & items_[people].agreement) != 0;
}

int ClauseBuilder::branch_under(int v, const std::vector<int>& path) {
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    if (path[i + 1] == v) return path[i];
  }
  return -1;
}

int ClauseBuilder::counted(const std::vector<int>& path) const {
  int noun = -1;
  for (const int at : path) {
    if (!is_nominal(at)) break;
    if (reading(at).kind != WordKind::noun) continue;
    if (reading(at).plural) return at;
    if (noun < 0) noun = at;
  }
  // dola za Kimarekani milioni tano: an adverb is not counted
  return noun >= 0 && reading(path.front()).kind == WordKind::adverb ? noun : path.front();
}

int ClauseBuilder::compound_head(int k, const std::vector<int>& path) const {
  for (const int at : path) {
    if (!is_nominal(at)) break;
    if (reading(k).sort == NounSort::person && reading(at).sort == NounSort::person &&
        reading(at).plural == reading(k).plural) {
      return at;
    }
  }
  return path.front();
}

}  // namespace habari::swahili
