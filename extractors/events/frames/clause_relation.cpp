#include "frames/clause_relation.hpp"

#include "frames/complex_prepositions.hpp"
#include "frames/participants.hpp"

#include <string>

namespace habari {
namespace {

/// `accused him of looting`, `alimshutumu kwa kuiba`: a gerund or infinitive behind a preposition that the row lists
/// for a topic.
bool is_listed_topic(const SentenceContext& context, const VerbEntry& row, Word clause) {
  const Token& token = context.tree()[clause];
  if (!is_participle(token) && token.feature("VerbForm") != "Inf") return false;
  const auto* role = find_role(row.roles, context.marker(clause, Deprel::mark));
  return role != nullptr && (*role == Role::topic || *role == Role::content);
}

/// `called on Chad to leave`, `helped them to build`: what is asked for, or what the row says is no purpose.
bool is_asked(const VerbEntry& row) {
  return row.complement || (row.content && (row.type == EventType::request || row.type == EventType::accuse));
}

/// An infinitive with no conjunction of its own.
bool is_bare_infinitive(const SentenceContext& context, Word clause) {
  if (context.tree()[clause].feature("VerbForm") != "Inf") return false;
  const std::string marker = context.marker(clause, Deprel::mark);
  return marker.empty() ||
         context.lexicon().marker(marker, MarkerEntry::Use::infinitive_marker, std::nullopt) != nullptr;
}

/// `iliwazuia wavuvi kuuza`: the verb that makes its object do what the tree hangs from the object.
std::optional<Word> controlling_verb(const SentenceContext& context, Word clause) {
  const TreeView& tree = context.tree();
  const auto object = tree.head(clause);
  if (!object || tree[clause].deprel != Deprel::acl || !is_bare_infinitive(context, clause)) return std::nullopt;
  const auto verb = tree.head(*object);
  const bool controls = verb && *verb < *object && tree[*verb].upos == Upos::verb &&
                        (tree[*object].deprel == Deprel::obj || tree[*object].deprel == Deprel::iobj);
  if (!controls) return std::nullopt;
  const bool someone = is_someone(describe_participant(context, *object).kind);
  const VerbEntry* row = context.verb(*verb);
  return someone && row != nullptr && (row->content || row->complement) ? verb : std::nullopt;
}

}  // namespace

Deprel clause_relation(const SentenceContext& context, Word clause) {
  const TreeView& tree = context.tree();
  if (clause_preposition(context, clause)) return Deprel::advcl;
  if (controlling_verb(context, clause)) return Deprel::xcomp;
  const Deprel relation = tree[clause].deprel;
  const auto verb = tree.head(clause);
  const bool adverbial = relation == Deprel::advcl;
  const bool behind_verb = verb && *verb < clause && tree[*verb].upos == Upos::verb;
  const VerbEntry* row = behind_verb ? context.verb(*verb) : nullptr;
  if (row == nullptr || (!adverbial && relation != Deprel::xcomp)) return relation;
  if (adverbial && is_listed_topic(context, *row, clause)) return Deprel::ccomp;
  if (!is_bare_infinitive(context, clause)) return relation;
  // `came to help`: whoever moves has a purpose.
  if (!adverbial) return row->type == EventType::move && !row->governing ? Deprel::advcl : relation;
  return is_asked(*row) ? Deprel::xcomp : relation;
}

bool reports(const SentenceContext& context, const VerbEntry* verb, Word complement) {
  if (verb == nullptr || !verb->speech) return false;
  const bool any = verb->type != EventType::request && verb->type != EventType::other;
  return any || context.tree()[complement].upos != Upos::verb || is_tensed(context.tree(), complement);
}

bool is_noun_object(const SentenceContext& context, Word word) {
  const TreeView& tree = context.tree();
  const Token& token = tree[word];
  const auto verb = tree.head(word);
  if (token.upos != Upos::noun || token.deprel != Deprel::obj || token.feature("VerbForm") != "Inf" || !verb)
    return false;
  const VerbEntry* row = context.verb(*verb);
  return row == nullptr || (!row->speech && !row->content);
}

std::optional<Word> clause_head(const SentenceContext& context, Word clause) {
  const auto preposition = clause_preposition(context, clause);
  if (preposition) return preposition->host;
  const auto verb = controlling_verb(context, clause);
  return verb ? verb : context.tree().head(clause);
}

}  // namespace habari
