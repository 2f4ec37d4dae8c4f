#include "frames/passive_agents.hpp"

#include "frames/clauses.hpp"
#include "frames/participants.hpp"

#include <algorithm>
#include <vector>

namespace habari {
namespace {

/// Whether nothing but what is coordinated with it stands behind the verb.
bool ends_bare(const TreeView& tree, Word verb) {
  const auto children = tree.dependents(verb);
  return std::all_of(children.begin(), children.end(), [&](Word child) {
    const Deprel relation = tree[child].deprel;
    return child < verb || relation == Deprel::punct || relation == Deprel::conj || relation == Deprel::cc;
  });
}

/// A passive by its participle alone, under the auxiliary of the verb before it.
bool continues_passive(const TreeView& tree, Word verb) {
  return tree[verb].upos == Upos::verb && is_passive(tree, verb) && !tree.dependent(verb, Deprel::aux) &&
         !tree.dependent(verb, Deprel::nsubj);
}

/// Treebanks hang conjuncts from the first, parsers from each other too: all of them, in the order of the text.
std::vector<Word> coordinated_after(const TreeView& tree, Word word) {
  std::vector<Word> found;
  const Word first = tree.first_conjunct(word);
  for (Word other = word + 1; other < tree.size(); ++other) {
    if (tree[other].deprel == Deprel::conj && tree.first_conjunct(other) == first) found.push_back(other);
  }
  return found;
}

}  // namespace

std::optional<Word> agent_phrase(const SentenceContext& context, Word passive) {
  const TreeView& tree = context.tree();
  for (const Word child : tree.dependents(passive)) {
    const auto kind = context.kind(child);
    if (child < passive || tree[child].deprel != Deprel::obl || kind == EntityKind::time) continue;
    const std::string marker = context.marker(child, Deprel::case_);
    if (context.lexicon().marker(marker, MarkerEntry::Use::agent_marker, kind) != nullptr) return child;
  }
  return std::nullopt;
}

std::optional<Word> agent_joined_to_object(const SentenceContext& context, Word passive) {
  const TreeView& tree = context.tree();
  const auto object = tree.dependent(passive, Deprel::obj);
  if (!object || *object < passive || is_someone(describe_participant(context, *object).kind) ||
      agent_phrase(context, passive))
    return std::nullopt;
  const Word last = tree.conjuncts(*object).back();
  if (last == *object || !is_someone(describe_participant(context, last).kind)) return std::nullopt;
  const std::string marker = context.marker(last, Deprel::case_);
  const bool joined = context.lexicon().marker(marker, MarkerEntry::Use::agent_marker, context.kind(last)) != nullptr;
  return joined ? std::optional(last) : std::nullopt;
}

std::optional<Word> shared_agent(const SentenceContext& context, Word passive) {
  const TreeView& tree = context.tree();
  if (!ends_bare(tree, passive)) return std::nullopt;
  for (const Word verb : coordinated_after(tree, passive)) {
    if (!continues_passive(tree, verb)) return std::nullopt;
    if (const auto agent = agent_phrase(context, verb)) return agent;
    if (!ends_bare(tree, verb)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace habari
