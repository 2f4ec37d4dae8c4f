#include "frames/oblique_roles.hpp"

#include "frames/participants.hpp"

namespace habari {

ObliqueRole ObliqueRoles::role(const std::string& marker, Word head, const RoleMap* roles) const {
  const Participant participant = describe_participant(context_, head);
  const auto kind = participant.kind;
  const bool locative = tree_[head].feature("Case") == "Loc";
  const MarkerEntry* row = marker.empty() ? context_.lexicon().marker("-", MarkerEntry::Use::case_marker, kind)
                                          : context_.marker_entry(marker, MarkerEntry::Use::case_marker, kind);
  if (kind != EntityKind::time) {
    // A place is no matter that something is about or done for: `defeated in the district`.
    const auto* listed = kind ? listed_role(roles, marker + ":" + std::string(habari::name(*kind))) : nullptr;
    if (listed == nullptr) listed = listed_role(roles, marker.empty() ? "obj" : marker);
    // `alizuru nchini Kenya`: a locative is where, and no bare object.
    if (marker.empty() && locative && listed != nullptr && *listed == Role::patient) listed = nullptr;
    const bool matter = listed != nullptr && (*listed == Role::topic || *listed == Role::purpose);
    if (listed != nullptr && !(matter && is_place(kind) && row != nullptr && row->role == Role::place))
      return {*listed, FrameRule::oblique, {"verbs.tsv", predicate_.verb->line}};
    if (locative) {
      if (const auto* locative_role = listed_role(roles, "loc"))
        return {*locative_role, FrameRule::oblique, row_at("loc")};
    }
  }
  const MarkerEntry* by = passive_ && kind != EntityKind::time
                              ? context_.lexicon().marker(marker, MarkerEntry::Use::agent_marker, kind)
                              : nullptr;
  if (by != nullptr && context_.follows(FrameRule::passive_agent))
    return {role_at("subj", Role::agent), FrameRule::passive_agent, {"markers.tsv", by->line}};
  if (tree_[head].subtype == "agent") return {Role::agent, FrameRule::passive_agent, {}};
  if (tree_[head].subtype == "tmod" && kind != EntityKind::quantity) {
    // `Ilimhukumu Juma`: the name of a person is no week.
    const bool is_person = kind == EntityKind::person && context_.mention(head) != nullptr;
    return {is_person ? role_at("obj", Role::patient) : Role::time};
  }
  if (row == nullptr)
    return {is_bare_object(head) ? role_at("obj", Role::patient) : std::nullopt, FrameRule::bare_object, {}};
  const bool place = row->role == Role::place && kind != EntityKind::event;
  return {place ? place_role() : row->role, FrameRule::oblique, {"markers.tsv", row->line}};
}

/// `called off the strike`, `walimpiga risasi Idi`: a noun that no preposition ties to a verb without an object,
/// where the verb's particle stands before it or its object prefix agrees with it.
bool ObliqueRoles::is_bare_object(Word noun) const {
  const Token& token = tree_[noun];
  if (!token.is(Deprel::obl, "") || !is_nominal(token) || tree_.head(noun) != predicate_.word || passive_) return false;
  const auto object = tree_.dependent(predicate_.word, Deprel::obj);
  if (tree_.dependent(noun, Deprel::case_) || noun < predicate_.word || (object && object != predicate_.noun))
    return false;
  const Token& verb = tree_[predicate_.word];
  const bool prefixed = !verb.feature("ObjNounClass").empty();
  if (prefixed) return context_.lexicon().agreement().agree_with_object(verb, token);
  return tree_.dependent(predicate_.word, Deprel::compound).value_or(noun) < noun;
}

const AdverbEntry* adverb_row(const SentenceContext& context, Word head) {
  const TreeView& tree = context.tree();
  std::string words = fold_case(tree[head].form);
  const AdverbEntry* row = context.lexicon().adverb(words);
  for (Word next = head + 1; next < tree.size() && tree.head(next) == head; ++next) {
    if (tree[next].deprel != Deprel::fixed) break;
    words += ' ' + fold_case(tree[next].form);
    if (const AdverbEntry* longer = context.lexicon().adverb(words)) row = longer;
  }
  return row;
}

const AdverbEntry* adverb_phrase(const SentenceContext& context, Word head, const std::string& marker) {
  const TreeView& tree = context.tree();
  if (marker.empty() || context.mention(head) != nullptr) return nullptr;
  for (const Word child : tree.dependents(head)) {
    if (tree[child].deprel == Deprel::nmod && tree[child].subtype.empty()) return nullptr;
  }
  const std::string phrase = marker + ' ' + fold_case(tree[head].form);
  const AdverbEntry* longest = nullptr;
  if (head + 1 < tree.size()) longest = context.lexicon().adverb(phrase + ' ' + fold_case(tree[head + 1].form));
  return longest != nullptr ? longest : context.lexicon().adverb(phrase);
}

}  // namespace habari
