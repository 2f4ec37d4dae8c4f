#include "frames/participants.hpp"

#include <algorithm>

namespace habari {
namespace {

/// Kinds of name that a noun of this kind can introduce.
bool introduces(EntityKind noun, EntityKind name) {
  switch (noun) {
    case EntityKind::person:
      return name == EntityKind::person;
    case EntityKind::place:
    case EntityKind::facility:
      return name == EntityKind::place || name == EntityKind::facility;
    case EntityKind::country:
      return name == EntityKind::country;
    case EntityKind::organization:
    case EntityKind::group:
      return name == EntityKind::organization;
    case EntityKind::product:
    case EntityKind::event:
      return name == noun;
    default:
      return false;
  }
}

bool has_comma_before(const TreeView& tree, Word word) {
  for (const Word child : tree.dependents(word)) {
    if (child < word && tree[child].upos == Upos::punct && tree[child].form == ",") return true;
  }
  return word > 0 && tree[word - 1].form == ",";
}

/// True where a phrase's extent passes through this dependent.
bool belongs_to_phrase(const TreeView& tree, Word child) {
  switch (tree[child].deprel) {
    case Deprel::case_: case Deprel::mark: case Deprel::cc: case Deprel::conj: case Deprel::acl: case Deprel::punct:
    case Deprel::parataxis: case Deprel::advcl: case Deprel::cop: case Deprel::nsubj: case Deprel::csubj:
    case Deprel::aux: case Deprel::ccomp: case Deprel::dislocated: case Deprel::vocative:
      return false;
    case Deprel::appos:
      return !has_comma_before(tree, child);
    default:
      return true;
  }
}

void extend(const TreeView& tree, Word word, Span& phrase) {
  phrase = hull(phrase, tree[word].span);
  for (const Word child : tree.dependents(word)) {
    if (belongs_to_phrase(tree, child)) extend(tree, child, phrase);
  }
}

/// A noun of quantity stands for what it counts: `maelfu ya watu`.
Word counted_noun(const SentenceContext& context, Word head) {
  const NounEntry* entry = context.noun(head);
  const bool quantity = context.tree()[head].upos == Upos::num || (entry != nullptr && entry->kind == EntityKind::quantity);
  if (!quantity || context.mention(head) != nullptr) return head;
  for (const Word child : context.tree().dependents(head)) {
    if (context.tree()[child].deprel == Deprel::nmod && is_nominal(context.tree()[child].upos)) return child;
  }
  return head;
}

}  // namespace

std::optional<Word> introduced_name(const SentenceContext& context, Word noun) {
  const TreeView& tree = context.tree();
  const NounEntry* entry = context.noun(noun);
  if (context.mention(noun) != nullptr) return std::nullopt;
  for (const Word child : tree.dependents(noun)) {
    const Mention* mention = context.mention(child);
    const Deprel relation = tree[child].deprel;
    const bool apposed = relation == Deprel::appos || relation == Deprel::flat || relation == Deprel::compound;
    if (mention == nullptr) {
      // `shirika la habari la Reuters` may hang the name from the inner noun.
      if (relation == Deprel::appos) {
        if (auto inner = introduced_name(context, child)) return inner;
      }
      continue;
    }
    if (mention->kind == EntityKind::time) continue;
    if (entry == nullptr) {
      if (apposed) return child;
      continue;
    }
    const bool named = introduces(entry->kind, mention->kind);
    if (apposed && (named || relation == Deprel::flat)) return child;
    if (named && relation == Deprel::nmod && entry->kind != EntityKind::person) return child;
  }
  return std::nullopt;
}

Participant describe_participant(const SentenceContext& context, Word head) {
  const TreeView& tree = context.tree();
  Participant participant;
  const Word phrase_head = head;
  head = counted_noun(context, head);
  participant.head = head;
  participant.core = tree[head].span;
  participant.mention = context.mention(head);
  if (participant.mention == nullptr) {
    if (const auto name = introduced_name(context, head)) participant.mention = context.mention(*name);
  }
  if (participant.mention == nullptr) {
    // A time's noun with its value beside it: `mwezi Machi`, `mwaka wa 2019`.
    const NounEntry* entry = context.noun(head);
    for (const Word child : tree.dependents(head)) {
      const Mention* mention = context.mention(child);
      if (mention != nullptr && mention->kind == EntityKind::time && entry != nullptr &&
          entry->kind == EntityKind::time) {
        participant.mention = mention;
        break;
      }
    }
  }
  if (participant.mention != nullptr) participant.core = participant.mention->span;
  participant.kind = participant.mention != nullptr ? std::optional(participant.mention->kind) : context.kind(head);
  participant.phrase = participant.core;
  extend(tree, phrase_head, participant.phrase);
  return participant;
}

}  // namespace habari
