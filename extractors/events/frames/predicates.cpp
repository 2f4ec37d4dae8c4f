#include "frames/predicates.hpp"

#include "frames/clause_relation.hpp"
#include "frames/complex_prepositions.hpp"
#include "frames/verbal_prepositions.hpp"

#include <algorithm>

namespace habari {
namespace {

/// `verb` and the words behind it that make it a construction of the lexicon.
struct Construction {
  const VerbEntry* row = nullptr;
  Word noun = 0;
};

bool may_be_part(Deprel relation) {
  switch (relation) {
    case Deprel::obj:
    case Deprel::obl:
    case Deprel::advmod:
    case Deprel::xcomp:
    case Deprel::compound:
    case Deprel::nsubj:
    case Deprel::nmod:
    case Deprel::amod:
    case Deprel::fixed:
    case Deprel::dep:
      return true;
    default:
      return false;
  }
}

/// A listed construction of the verb with one of its dependents or with the words that follow it.
std::optional<Construction> find_construction(const SentenceContext& context, Word verb) {
  const TreeView& tree = context.tree();
  const std::string& lemma = tree[verb].lemma;
  const auto try_row = [&](const std::string& key, Word noun) -> std::optional<Construction> {
    if (const VerbEntry* row = context.lexicon().verb(key)) return Construction{row, noun};
    return std::nullopt;
  };
  std::string run = lemma;
  std::optional<Construction> best;
  for (Word next = verb + 1; next < tree.size() && next <= verb + 3; ++next) {
    run += ' ';
    run += fold_case(tree[next].form);
    if (auto found = try_row(run, next)) best = found;
  }
  if (best) return best;
  for (const Word child : tree.dependents(verb)) {
    // `took him from his home` is no `take home`.
    const bool phrase = tree[child].deprel == Deprel::obl && tree.dependent(child, Deprel::case_);
    if (phrase || !may_be_part(tree[child].deprel)) continue;
    if (auto found = try_row(lemma + ' ' + fold_case(tree[child].form), child)) return found;
    if (auto found = try_row(lemma + ' ' + fold_case(tree[child].lemma), child)) return found;
  }
  // A relative clause takes its noun from above: `makubaliano yaliyofikiwa`.
  if (tree[verb].deprel == Deprel::acl && tree.head(verb) && !tree.dependent(verb, Deprel::mark)) {
    const Word noun = *tree.head(verb);
    if (auto found = try_row(lemma + ' ' + fold_case(tree[noun].form), noun)) return found;
    if (auto found = try_row(lemma + ' ' + fold_case(tree[noun].lemma), noun)) return found;
  }
  return std::nullopt;
}

/// The row of `go on` and the like, null where the verb is in none.
const VerbEntry* governing_construction(const SentenceContext& context, Word verb) {
  const auto construction = find_construction(context, verb);
  return construction && construction->row->governing ? construction->row : nullptr;
}

/// The event noun that a light verb only carries.
std::optional<Word> carried_noun(const SentenceContext& context, Word verb) {
  const TreeView& tree = context.tree();
  const bool passive = tree[verb].feature("Voice").find("Pass") != std::string_view::npos;
  for (const Word child : tree.dependents(verb)) {
    const Deprel relation = tree[child].deprel;
    const bool object = relation == Deprel::obj || (passive && relation == Deprel::nsubj);
    if (!object) continue;
    const NounEntry* noun = context.noun(child);
    if (noun != nullptr && noun->names_event() && context.mention(child) == nullptr) return child;
  }
  return std::nullopt;
}

/// `wiki iliyopita`, `siku zijazo`: a bare relative verb under a time only dates it.
bool dates_a_time(const SentenceContext& context, Word word) {
  const TreeView& tree = context.tree();
  const auto head = tree.head(word);
  if (!head || tree[word].deprel != Deprel::acl || context.kind(*head) != EntityKind::time) return false;
  for (const Word child : tree.dependents(word)) {
    if (tree[child].upos != Upos::punct && tree[child].upos != Upos::adv) return false;
  }
  return true;
}

/// `watu wapatao 40`, `wasiopungua 40`: a relative verb with no more than a figure only counts.
bool counts_a_noun(const TreeView& tree, Word word) {
  if (tree[word].deprel != Deprel::acl || tree[word].feature("RelNounClass").empty()) return false;
  bool figure = false;
  for (const Word child : tree.dependents(word)) {
    figure = figure || tree[child].upos == Upos::num;
    if (tree[child].upos != Upos::num && tree[child].upos != Upos::punct) return false;
  }
  return figure;
}

bool is_infinitive(const Token& token) { return token.feature("VerbForm") == "Inf"; }

/// `wanadai kuachiwa kwa wafungwa`: an infinitive that is a noun, and what a verb is about.
bool is_infinitive_object(const TreeView& tree, Word word) {
  if (tree[word].upos != Upos::noun || !is_infinitive(tree[word])) return false;
  const auto head = tree.head(word);
  const Deprel relation = tree[word].deprel;
  const bool object = relation == Deprel::obj || relation == Deprel::ccomp || relation == Deprel::xcomp;
  return head && object && tree[*head].upos == Upos::verb;
}

/// Infinitives that hang on a noun name no event of their own (GUIDELINES.md: optional).
bool hangs_on_a_noun(const SentenceContext& context, Word word) {
  const TreeView& tree = context.tree();
  const Word first = tree.first_conjunct(word);
  if (clause_preposition(context, first)) return false;
  const auto head = clause_head(context, first);
  if (!head || !is_infinitive(tree[first])) return false;
  // A tensed auxiliary makes it a clause: `mradi unaoweza kusaidia`.
  for (const Word child : tree.dependents(first)) {
    if (tree[child].deprel == Deprel::aux && tree[child].feature("VerbForm") == "Fin") return false;
  }
  const Deprel relation = tree[first].deprel;
  return (relation == Deprel::acl || relation == Deprel::nmod || relation == Deprel::appos) &&
         tree[*head].upos != Upos::verb;
}

}  // namespace

std::optional<Word> headline_doer(const SentenceContext& context, Word word) {
  const TreeView& tree = context.tree();
  const Word first = tree.first_conjunct(word);
  auto noun = tree.head(first);
  if (!noun || tree[first].deprel != Deprel::acl || !is_infinitive(tree[first])) return std::nullopt;
  // It may hang from the last noun of the phrase: `Rais wa Ufaransa kuzuru Angola`.
  while (noun && tree[*noun].deprel == Deprel::nmod) noun = tree.head(*noun);
  if (!noun || tree[*noun].deprel != Deprel::root || *noun > first) return std::nullopt;
  const bool doer =
      context.mention(*noun) != nullptr || is_someone(context.kind(*noun)) || context.kind(*noun) == EntityKind::place;
  return doer ? noun : std::nullopt;
}

bool is_lexical_verb(const SentenceContext& context, Word word) {
  const TreeView& tree = context.tree();
  const Token& token = tree[word];
  if (token.upos != Upos::verb && !is_infinitive_object(tree, word)) return false;
  switch (token.deprel) {
    case Deprel::aux:
    case Deprel::cop:
    case Deprel::case_:
    case Deprel::mark:
    case Deprel::cc:
    case Deprel::fixed:
    case Deprel::punct:
    case Deprel::det:
    case Deprel::flat:
    case Deprel::goeswith:
    case Deprel::amod:
    case Deprel::compound:
      return false;
    default:
      break;
  }
  const VerbEntry* row = context.verb(word);
  if (row != nullptr && row->copula) return false;
  if (context.mention(word) != nullptr || verbal_preposition(context, word)) return false;
  return !dates_a_time(context, word) && !counts_a_noun(tree, word);
}

const VerbEntry* governing_row(const SentenceContext& context, Word verb) {
  const VerbEntry* row = governing_construction(context, verb);
  return row != nullptr ? row : context.verb(verb);
}

std::optional<Word> governed_complement(const SentenceContext& context, Word verb) {
  const TreeView& tree = context.tree();
  for (const Word child : tree.dependents(verb)) {
    const Deprel relation = tree[child].deprel;
    const bool complement = relation == Deprel::xcomp || relation == Deprel::ccomp || relation == Deprel::csubj;
    // `went on to say`: treebanks see a purpose.
    const bool purpose = relation == Deprel::advcl && child > verb && is_infinitive(tree[child]);
    if (!complement && !(purpose && governing_construction(context, verb) != nullptr)) continue;
    if (is_lexical_verb(context, child)) return child;
  }
  return std::nullopt;
}

namespace {

/// `seems to be a mistake`: a governing verb over a copula is itself one.
bool governs_copula(const SentenceContext& context, Word verb) {
  const TreeView& tree = context.tree();
  for (const Word child : tree.dependents(verb)) {
    if (tree[child].deprel != Deprel::xcomp) continue;
    if (tree[child].upos == Upos::verb) {
      const VerbEntry* row = context.verb(child);
      if (row != nullptr && row->copula) return true;
      continue;
    }
    const auto copula = tree.dependent(child, Deprel::cop);
    if (copula && *copula > verb && is_infinitive(tree[*copula])) return true;
  }
  return false;
}

}  // namespace

Predicates::Predicates(const SentenceContext& context) : event_of_(context.tree().size()) {
  const TreeView& tree = context.tree();
  for (Word word = 0; word < tree.size(); ++word) {
    if (!is_lexical_verb(context, word)) continue;
    if (hangs_on_a_noun(context, word) && !headline_doer(context, word)) continue;
    const VerbEntry* row = governing_row(context, word);
    if (row != nullptr && row->governing && (governed_complement(context, word) || governs_copula(context, word)))
      continue;
    add(context, word);
  }
  link_governors(context);
}

void Predicates::add(const SentenceContext& context, Word word) {
  const TreeView& tree = context.tree();
  Predicate predicate;
  predicate.word = word;
  predicate.lemma = tree[word].lemma;
  predicate.verb = context.verb(word);
  if (const auto construction = find_construction(context, word)) {
    const bool verb_means_it = predicate.verb != nullptr && predicate.verb->label == construction->row->label;
    predicate.verb = construction->row;
    // Whom it is done to stays a participant (`expel diplomats`), and so does what the verb has in its plain sense
    // (`sign an agreement`): the noun tells the type only. Any other noun is part of how it is said.
    if (tree[construction->noun].deprel == Deprel::case_) {
      predicate.particle = construction->noun;
    } else if (!is_someone(context.kind(construction->noun)) && !verb_means_it) {
      predicate.noun = construction->noun;
      predicate.noun_row = context.noun(construction->noun);
    }
    if (!verb_means_it) predicate.lemma = construction->row->lemma;
    predicate.label = construction->row->label;
    predicate.type = construction->row->type;
    predicate.rule = "construction:" + construction->row->lemma;
    predicate.row = {"verbs.tsv", construction->row->line};
  } else if (const auto noun =
                 predicate.verb != nullptr && predicate.verb->light ? carried_noun(context, word) : std::nullopt) {
    predicate.noun = noun;
    predicate.noun_row = context.noun(*noun);
    predicate.lemma += ' ' + predicate.noun_row->lemma;
    predicate.label = predicate.noun_row->label;
    predicate.type = predicate.noun_row->type;
    predicate.rule = "light:" + predicate.lemma;
    predicate.row = {"nouns.tsv", predicate.noun_row->line};
  } else if (predicate.verb != nullptr) {
    predicate.label = predicate.verb->label;
    predicate.type = predicate.verb->type;
    predicate.rule = "verb:" + predicate.verb->lemma;
    predicate.row = {"verbs.tsv", predicate.verb->line};
  } else {
    predicate.label = predicate.lemma;
    predicate.rule = "unlisted-verb";
  }
  event_of_[word] = static_cast<std::uint32_t>(predicates_.size());
  predicates_.push_back(std::move(predicate));
}

void Predicates::link_governors(const SentenceContext& context) {
  const TreeView& tree = context.tree();
  for (std::uint32_t i = 0; i < predicates_.size(); ++i) {
    Word below = predicates_[i].word;
    for (std::uint32_t steps = 0; steps < tree.size(); ++steps) {
      const auto head = tree.head(below);
      if (!head || event_of_[*head] || !is_lexical_verb(context, *head)) break;
      if (governed_complement(context, *head) != below) break;
      predicates_[i].governors.push_back(*head);
      event_of_[*head] = i;
      below = *head;
    }
  }
}

}  // namespace habari
