#include "frames/participants.hpp"

#include <algorithm>

namespace habari {
namespace {

/// Kinds of name that a noun of this kind can introduce.
bool introduces(EntityKind noun, const Mention& mention) {
  const EntityKind name = mention.kind;
  switch (noun) {
    case EntityKind::person:
      return name == EntityKind::person;
    case EntityKind::place:
      return name == EntityKind::place || name == EntityKind::facility;
    case EntityKind::country:
      return name == EntityKind::country;
    case EntityKind::organization:
    case EntityKind::group:
      return name == EntityKind::organization;
    case EntityKind::facility:
      // `bandari ya Tanga`: a known place is where it stands, and no name of its own.
      return name == EntityKind::facility || (name == EntityKind::place && mention.links.empty());
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

/// True where a phrase's extent passes through this dependent. The phrase's own preposition and its article stay
/// outside: `the rebels` and `rebels` are one participant. A preposition that opens a modifier is inside (`at least ten
/// people`).
bool belongs_to_phrase(const TreeView& tree, Word child, bool modifier) {
  switch (tree[child].deprel) {
    case Deprel::case_:
      return modifier;
    case Deprel::det:
      return tree[child].feature("PronType") != "Art";
    case Deprel::mark:
    case Deprel::cc:
    case Deprel::conj:
    case Deprel::acl:
    case Deprel::punct:
    case Deprel::parataxis:
    case Deprel::advcl:
    case Deprel::cop:
    case Deprel::nsubj:
    case Deprel::csubj:
    case Deprel::aux:
    case Deprel::ccomp:
    case Deprel::dislocated:
    case Deprel::vocative:
      return false;
    case Deprel::appos:
      return !has_comma_before(tree, child);
    default:
      return true;
  }
}

void extend(const TreeView& tree, Word word, Span& phrase, bool modifier = false) {
  phrase = hull(phrase, tree[word].span);
  for (const Word child : tree.dependents(word)) {
    if (belongs_to_phrase(tree, child, modifier)) extend(tree, child, phrase, true);
  }
}

constexpr int deepest_name = 3;

/// Beside its noun with no preposition between them.
bool is_apposed(const TreeView& tree, Word child) {
  switch (tree[child].deprel) {
    case Deprel::appos:
    case Deprel::flat:
    case Deprel::compound:
      return true;
    case Deprel::nmod:
      return tree[child].subtype.empty() && !tree.dependent(child, Deprel::case_);
    default:
      return false;
  }
}

/// The name beside a noun that the lexicon does not know.
std::optional<Word> apposed_name(const SentenceContext& context, Word noun) {
  for (const Word child : context.tree().dependents(noun)) {
    const Mention* mention = context.mention(child);
    if (mention != nullptr && mention->kind != EntityKind::time && is_apposed(context.tree(), child)) return child;
  }
  return std::nullopt;
}

/// `shirika la Umoja wa Mataifa`: a name that is a phrase with a noun of its own owns, and is not what is introduced.
bool has_genitive(const TreeView& tree, Word word, Span name) {
  if (tree[word].upos != Upos::noun) return false;
  const auto children = tree.dependents(word);
  return std::any_of(children.begin(), children.end(),
                     [&](Word child) { return tree[child].deprel == Deprel::nmod && name.overlaps(tree[child].span); });
}

/// `a Tanga bridge`, `a Juma supporter`: what stands compounded before it is not its own name.
bool is_indefinite(const TreeView& tree, Word noun) {
  const auto article = tree.dependent(noun, Deprel::det);
  return article && tree[*article].feature("Definite") == "Ind";
}

/// The name that a noun of this kind introduces, beside it or at the end of its genitives
/// (`Rais wa Kenya Asha Juma` may hang the name from `Kenya`). A person is introduced beside the title only,
/// never in the genitive; other names also in the genitive (`mji wa Goma`).
std::optional<Word> find_introduced(const SentenceContext& context, Word word, EntityKind kind, int depth) {
  const TreeView& tree = context.tree();
  if (depth == deepest_name) return std::nullopt;
  for (const Word child : tree.dependents(word)) {
    const Mention* mention = context.mention(child);
    const bool owner = mention != nullptr && has_genitive(tree, child, mention->span);
    const bool genitive = is_genitive(context, child) && kind != EntityKind::person && !owner;
    if (mention == nullptr || mention == context.mention(word) || mention->kind == EntityKind::time) continue;
    if (tree[child].deprel == Deprel::compound && is_indefinite(tree, word)) continue;
    if (introduces(kind, *mention) && (is_apposed(tree, child) || genitive)) return child;
    if (depth == 0 && tree[child].deprel == Deprel::flat) return child;
  }
  for (const Word child : tree.dependents(word)) {
    const bool genitive = tree[child].deprel == Deprel::nmod && tree[child].subtype.empty();
    if (!genitive && !is_apposed(tree, child)) continue;
    // Through another noun only a person's name is reached: `mkuu wa bandari ya Tanga` introduces no place.
    const Mention* mention = context.mention(child);
    const NounEntry* inner = context.noun(child);
    if (genitive && mention == nullptr && inner != nullptr && inner->kind == EntityKind::person) continue;
    const bool passable = kind == EntityKind::person || mention != nullptr || tree[child].upos != Upos::noun;
    // Behind a person in the genitive stands that person: `wife of Juma Ali` is not Ali.
    const bool other_person = kind == EntityKind::person && genitive && mention != nullptr &&
                              mention->kind == EntityKind::person && tree.dependent(child, Deprel::case_);
    if (!passable || other_person) continue;
    if (const auto found = find_introduced(context, child, kind, depth + 1)) return found;
  }
  return std::nullopt;
}

}  // namespace

bool is_genitive(const SentenceContext& context, Word modifier) {
  const Token& token = context.tree()[modifier];
  if (token.deprel != Deprel::nmod || token.subtype == "desc") return false;
  const std::string marker = context.marker(modifier, Deprel::case_);
  if (token.subtype == "poss" || marker.empty() || marker == "of") return true;
  return context.marker_entry(marker, MarkerEntry::Use::case_marker, context.kind(modifier)) == nullptr;
}

Word counted_noun(const SentenceContext& context, Word head) {
  const NounEntry* entry = context.noun(head);
  const bool quantity =
      context.tree()[head].upos == Upos::num || (entry != nullptr && entry->kind == EntityKind::quantity);
  const bool time = entry != nullptr && entry->kind == EntityKind::time;
  if ((!quantity && !time) || context.mention(head) != nullptr) return head;
  for (const Word child : context.tree().dependents(head)) {
    if (context.tree()[child].deprel != Deprel::nmod || !is_nominal(context.tree()[child].upos)) continue;
    const bool counted = context.kind(child) == EntityKind::time && context.mention(child) == nullptr &&
                         context.tree().dependent(child, Deprel::nummod);
    if (quantity || counted) return child;
  }
  return head;
}

std::optional<Word> introduced_name(const SentenceContext& context, Word noun) {
  if (context.mention(noun) != nullptr) return std::nullopt;
  const NounEntry* entry = context.noun(noun);
  if (entry == nullptr) return apposed_name(context, noun);
  return find_introduced(context, noun, entry->kind, 0);
}

std::vector<Word> coordinated_participants(const SentenceContext& context, Word head) {
  const TreeView& tree = context.tree();
  std::vector<Word> heads = tree.conjuncts(head);
  for (const Word conjunct : tree.conjuncts(head)) {
    const auto name = introduced_name(context, conjunct);
    if (!name) continue;
    for (const Word other : tree.conjuncts(*name)) {
      if (other != *name && context.mention(other) != nullptr && context.mention(other) != context.mention(*name))
        heads.push_back(other);
    }
  }
  return heads;
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
  // `minutes later`, `early in 2016`: the time is what is counted or dated, not the direction.
  for (const Word child : tree.dependents(head)) {
    if (tree[head].upos != Upos::adv || context.kind(child) != EntityKind::time) continue;
    const bool counted = tree[child].upos == Upos::noun && child < head && !tree.dependent(child, Deprel::case_);
    const bool dated = child > head && context.mention(child) != nullptr && context.mention(head) == nullptr;
    if (counted) participant.core = tree[child].span;
    if (dated) participant.mention = context.mention(child);
  }
  // An adverb of several words is one: `hivi sasa`.
  for (const Word child : tree.dependents(head)) {
    if (tree[head].upos == Upos::adv && tree[child].deprel == Deprel::fixed && child > head)
      participant.core = hull(participant.core, tree[child].span);
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
