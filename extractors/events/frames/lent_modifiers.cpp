#include "frames/lent_modifiers.hpp"

#include "frames/participants.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace habari {
namespace {

/// The position of a genitive (docs/lexicon.md).
constexpr std::string_view genitive = "of";

class ModifierReader {
 public:
  ModifierReader(const SentenceContext& context, const Predicate& predicate)
      : context_(context), tree_(context.tree()), predicate_(predicate) {}

  std::vector<Word> read() const {
    std::vector<Word> lent;
    for (const Word noun : tree_.dependents(predicate_.word)) {
      const Deprel relation = tree_[noun].deprel;
      const bool object = relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::obl;
      if (!object || noun < predicate_.word || predicate_.noun == noun) continue;
      for (const Word modifier : tree_.dependents(noun)) {
        if (tree_[modifier].deprel != Deprel::nmod || modifier < noun || is_same_name(modifier, noun)) continue;
        if (is_asked_for(modifier, noun) || is_where_it_happens(modifier, noun)) lent.push_back(modifier);
      }
    }
    return lent;
  }

 private:
  bool is_same_name(Word a, Word b) const {
    return context_.mention(a) != nullptr && context_.mention(a) == context_.mention(b);
  }

  /// The verb's row lists the preposition, and the noun has no say in it: it takes few phrases of its own, or the
  /// phrase says where the noun goes.
  bool is_asked_for(Word modifier, Word noun) const {
    const std::string marker = context_.marker(modifier, Deprel::case_);
    const auto* role = predicate_.verb == nullptr ? nullptr : find_role(predicate_.verb->roles, marker);
    return role != nullptr && (is_closed(noun) || (is_transfer(*role) && leaves_to_verb(noun, marker)));
  }
  static bool is_transfer(std::optional<Role> role) {
    return role == Role::recipient || role == Role::destination || role == Role::origin;
  }
  /// Names, counts and times take few phrases of their own.
  bool is_closed(Word noun) const {
    const Upos upos = tree_[noun].upos;
    if (context_.mention(noun) != nullptr || upos == Upos::adj || upos == Upos::pron) return true;
    const auto kind = context_.kind(noun);
    return kind == EntityKind::quantity || kind == EntityKind::time || tree_.dependent(noun, Deprel::nummod);
  }
  /// An object whose own row does not list the preposition (`ambassador to Kenya` does); a genitive is always its own.
  bool leaves_to_verb(Word noun, const std::string& marker) const {
    const NounEntry* row = context_.noun(noun);
    const bool listed = row != nullptr && find_role(row->roles, marker) != nullptr;
    return tree_[noun].deprel == Deprel::obj && row != nullptr && !listed && marker != genitive;
  }

  /// Where a matter is, or where people are who are told of for the first time, it happens.
  bool is_where_it_happens(Word place, Word noun) const {
    if (tree_[noun].deprel != Deprel::obj || context_.mention(noun) != nullptr || !is_new(noun)) return false;
    const auto kind = describe_participant(context_, place).kind;
    if (!is_place(kind)) return false;
    const MarkerEntry* row =
        context_.marker_entry(context_.marker(place, Deprel::case_), MarkerEntry::Use::case_marker, kind);
    return row != nullptr && row->role == Role::place;
  }
  bool is_new(Word noun) const {
    const auto kind = context_.kind(noun);
    if (!kind || kind == EntityKind::event || kind == EntityKind::thing) return true;
    const bool countable = kind == EntityKind::person || kind == EntityKind::group || kind == EntityKind::quantity ||
                           kind == EntityKind::facility;
    if (!countable) return false;
    const auto children = tree_.dependents(noun);
    return std::none_of(children.begin(), children.end(), [&](Word child) {
      return tree_[child].feature("Definite") == "Def" || tree_[child].subtype == "poss";
    });
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  const Predicate& predicate_;
};

}  // namespace

std::vector<Word> lent_modifiers(const SentenceContext& context, const Predicate& predicate) {
  return ModifierReader(context, predicate).read();
}

}  // namespace habari
