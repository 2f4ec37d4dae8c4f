#include "open_triples/clause_parts.hpp"

#include <algorithm>

namespace habari {
namespace {

bool is_object(Deprel relation) { return relation == Deprel::obj || relation == Deprel::iobj; }

bool has_object(const TreeView& tree, Word verb) {
  return std::any_of(tree.dependents(verb).begin(), tree.dependents(verb).end(),
                     [&](Word child) { return is_object(tree[child].deprel); });
}

bool has_complement_behind(const TreeView& tree, Word verb) {
  return std::any_of(tree.dependents(verb).begin(), tree.dependents(verb).end(), [&](Word child) {
    return child > verb && (is_object(tree[child].deprel) || tree[child].deprel == Deprel::obl);
  });
}

bool asks(const Token& token) {
  const std::string_view kind = token.feature("PronType");
  return kind == "Rel" || kind == "Int";
}

/// True for an adverb that stands inside the group of auxiliaries and verb, `has not recently said`, or right before
/// it.
bool is_inside_verb_group(const TreeView& tree, Word adverb, Word verb) {
  if (adverb > verb || !tree.dependents(adverb).empty() || asks(tree[adverb])) return false;
  if (adverb + 1 == verb) return true;
  const Token& next = tree[adverb + 1];
  return next.head == verb + 1 &&
         (next.deprel == Deprel::aux || next.deprel == Deprel::cop || next.deprel == Deprel::advmod);
}

bool marks_infinitive(const SentenceContext& context, Word word) {
  const Token& token = context.tree()[word];
  return token.deprel == Deprel::mark &&
         context.lexicon().marker(fold_case(token.form), MarkerEntry::Use::infinitive_marker, std::nullopt) != nullptr;
}

void add_verb_group(const SentenceContext& context, Word verb, bool below_verb, Words& relation) {
  const TreeView& tree = context.tree();
  relation.push_back(verb);
  const bool infinitive = tree[verb].feature("VerbForm") == "Inf";
  for (const Word child : tree.dependents(verb)) {
    const Token& token = tree[child];
    const bool particle = token.is(Deprel::compound, "prt");
    const bool marker = (infinitive || below_verb) && marks_infinitive(context, child);
    const bool adverb = token.deprel == Deprel::advmod && is_inside_verb_group(tree, child, verb);
    if (token.deprel == Deprel::aux || token.deprel == Deprel::cop || particle || marker || adverb) {
      relation.push_back(child);
    }
  }
}

void sort_dependent(const TreeView& tree, Word child, ClauseParts& parts) {
  const Token& token = tree[child];
  switch (token.deprel) {
    case Deprel::obj:
    case Deprel::iobj:
      if (!is_relative_pronoun(token)) parts.objects.push_back(child);
      break;
    case Deprel::xcomp:
      parts.objects.push_back(child);
      break;
    case Deprel::obl:
    case Deprel::nmod:
      if (!is_relative_pronoun(token)) parts.obliques.push_back(child);
      break;
    case Deprel::advmod:
      if (!asks(token)) parts.adverbs.push_back(child);
      break;
    case Deprel::ccomp:
      parts.contents.push_back(child);
      break;
    case Deprel::advcl:
      parts.adverbials.push_back(child);
      break;
    default:
      break;
  }
}

}  // namespace

bool completes_predicate(const TreeView& tree, Word word) {
  if (tree[word].deprel != Deprel::xcomp || tree[word].upos != Upos::verb) return false;
  const auto above = tree.head(word);
  if (!above) return false;
  const Word head = *above;
  if (tree[head].upos == Upos::verb && !tree.dependent(head, Deprel::cop)) return !has_object(tree, head);
  return tree[head].upos == Upos::adj && tree.dependent(head, Deprel::cop) && has_complement_behind(tree, word);
}

ClauseParts clause_parts(const SentenceContext& context, Word head) {
  const TreeView& tree = context.tree();
  ClauseParts parts;
  parts.chain.push_back(head);
  for (std::size_t i = 0; i < parts.chain.size(); ++i) {
    std::optional<Word> next;
    for (const Word child : tree.dependents(parts.chain[i])) {
      if (completes_predicate(tree, child)) next = child;
    }
    if (next) parts.chain.push_back(*next);
  }
  for (std::size_t i = 0; i < parts.chain.size(); ++i) add_verb_group(context, parts.chain[i], i > 0, parts.relation);
  std::sort(parts.relation.begin(), parts.relation.end());
  for (const Word word : parts.chain) {
    for (const Word child : tree.dependents(word)) {
      const bool taken = std::binary_search(parts.relation.begin(), parts.relation.end(), child);
      if (!taken) sort_dependent(tree, child, parts);
    }
  }
  for (Words* words : {&parts.objects, &parts.contents, &parts.obliques, &parts.adverbs, &parts.adverbials}) {
    std::sort(words->begin(), words->end());
  }
  return parts;
}

}  // namespace habari
