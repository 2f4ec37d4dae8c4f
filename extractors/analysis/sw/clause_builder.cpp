#include "analysis/sw/clause_builder.hpp"

#include "analysis/sw/clause_state.hpp"

#include <algorithm>

namespace habari::swahili {

void ClauseBuilder::run() {
  for (int k = 0; k < count(); ++k) {
    switch (items_[k].type) {
      case ItemType::nominal:
        nominal(k);
        break;
      case ItemType::verb:
        verb(k);
        break;
      case ItemType::adverb:
        adverb(k);
        break;
      case ItemType::marker:
      case ItemType::relative_pronoun:
        roots_.push_back(k);
        break;
    }
  }
  join_roots();
  place_coordinators();
  promote_predicates();
}

void ClauseBuilder::attach(int k, int head, Deprel deprel, std::string_view subtype) {
  items_[k].head = head;
  Word& w = word(k);
  w.head = items_[head].word;
  w.deprel = deprel;
  w.subtype = subtype;
}

void ClauseBuilder::wait(int k) {
  items_[k].head = -1;
  roots_.push_back(k);
}

std::vector<int> ClauseBuilder::frontier(int k) const {
  std::vector<int> path;
  if (roots_.empty()) return path;
  for (int at = k - 1; at >= 0; at = items_[at].head) {
    path.push_back(at);
    if (path.size() > items_.size()) break;
  }
  if (path.empty() || path.back() != roots_.back()) path.assign(1, roots_.back());
  return path;
}

void ClauseBuilder::adverb(int k) {
  if (roots_.empty()) {
    wait(k);
    return;
  }
  const auto path = frontier(k);
  const int previous = path.front();
  if (items_[previous].type == ItemType::adverb && items_[previous].word + 1 == items_[k].word) {
    attach(k, previous, Deprel::advmod);
    return;
  }
  // siku mbili baadaye: counted from there
  if (is_time(previous) && !items_[k].comma && previous == k - 1 && syntax_.tells_time(reading(k).lemma)) {
    attach(k, previous, Deprel::advmod);
    return;
  }
  const int v = governor(k, path);
  if (v >= 0 && items_[v].takes_predicate && items_[v].predicate < 0 && predicate_follows(k) == false) {
    take_predicate(k, v);
    return;
  }
  if (v >= 0 && !items_[k].comma) {
    attach(k, v, Deprel::advmod);
    return;
  }
  wait(k);
}

bool ClauseBuilder::predicate_follows(int k) const {
  return k + 1 < count() && is_bare(k + 1) && !items_[k + 1].comma && !begins_clause(k + 1);
}

void ClauseBuilder::join_roots() {
  if (roots_.empty()) return;
  int main = -1;
  for (const int root : roots_) {
    if (is_base(root)) {
      main = root;
      break;
    }
  }
  const auto choose = [&](const auto& test) {
    for (const int root : roots_) {
      if (main < 0 && test(root)) main = root;
    }
  };
  if (waiting_clause_.size() < items_.size()) waiting_clause_.resize(items_.size());
  choose([&](int root) { return is_verb(root) && items_[root].finite; });
  // `Zambia: Furaha ya kufanya kazi`: the name before the colon is the place.
  if (main < 0 && roots_.size() > 1 && is_nominal(roots_[0]) && reading(roots_[0]).kind == WordKind::name &&
      items_[first_item(roots_[1])].colon && is_nominal(roots_[1])) {
    main = roots_[1];
  }
  choose([&](int root) { return is_nominal(root) && items_[root].marker < 0 && !is_time(root); });
  choose([&](int root) { return is_nominal(root); });
  choose([&](int) { return true; });
  for (const int root : roots_) {
    if (root == main) continue;
    const bool before = root < main;
    if (is_verb(root)) {
      attach(root, main, is_nominal(main) ? Deprel::acl : (before ? Deprel::advcl : Deprel::parataxis));
    } else if (items_[root].type == ItemType::adverb) {
      attach(root, main, Deprel::advmod);
    } else if (items_[root].type == ItemType::marker) {
      attach(root, main, Deprel::mark);
    } else if (items_[root].type == ItemType::relative_pronoun) {
      attach(root, main, Deprel::dep);
    } else if (is_verb(main)) {
      const bool subject = before && items_[main].subject < 0 && items_[root].marker < 0 &&
                           (items_[root].agreement & items_[main].agreement) != 0 && !is_time(root);
      if (subject) {
        items_[main].subject = root;
        attach(root, main, Deprel::nsubj, items_[main].passive ? "pass" : "");
      } else {
        attach(root, main, Deprel::obl, is_time(root) ? "tmod" : "");
      }
    } else {
      attach(root, main, items_[root].marker >= 0 || is_time(root) || before ? Deprel::nmod : Deprel::parataxis);
    }
  }
  items_[main].head = -1;
  word(main).head = -1;
  word(main).deprel = Deprel::root;
}

void ClauseBuilder::place_coordinators() {
  for (int k = 0; k < count(); ++k) {
    const int coordinator = items_[k].coordinator;
    if (coordinator < 0) continue;
    int at = k;
    for (int steps = 0; items_[at].head > at && steps <= count(); ++steps) at = items_[at].head;
    if (word(at).head != coordinator) words_[coordinator].head = items_[at].word;
  }
}

void ClauseBuilder::promote_predicates() {
  for (int k = 0; k < count(); ++k) {
    const int predicate = items_[k].predicate;
    if (predicate < 0 || items_[predicate].head != k) continue;
    if (items_[k].infinitive && reading(k).kind == WordKind::verb && word(k).deprel == Deprel::xcomp &&
        items_[k].head == k - 1 && words_[items_[k].word - 1].deprel != Deprel::aux) {
      // anabaki kuwa mfano: "to be" is what remains, and has its complement as an object.
      word(predicate).deprel = items_[predicate].type == ItemType::nominal ? Deprel::obj : Deprel::advmod;
      continue;
    }
    const int copula = items_[k].word;
    const int head = items_[predicate].word;
    words_[head].head = words_[copula].head;
    words_[head].deprel = words_[copula].deprel;
    words_[head].subtype = words_[copula].subtype;
    for (Word& w : words_) {
      if (w.head == copula && &w != &words_[head]) w.head = head;
    }
    words_[copula].head = head;
    words_[copula].deprel = Deprel::cop;
    words_[copula].subtype = {};
    for (Item& item : items_) {
      if (item.head == k) item.head = predicate;
    }
    items_[predicate].head = items_[k].head;
    items_[k].head = predicate;
  }
}

void build_clauses(std::vector<Word>& words, std::vector<Item> items, const SyntaxLexicon& syntax) {
  ClauseBuilder(words, std::move(items), syntax).run();
}

}  // namespace habari::swahili
