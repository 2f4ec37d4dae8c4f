#include "frames/standing_relations.hpp"

#include "frames/clauses.hpp"
#include "frames/participants.hpp"
#include "frames/relation_objects.hpp"

#include <algorithm>
#include <optional>

namespace habari {
namespace {

constexpr double named_confidence = 0.9;
constexpr double common_confidence = 0.7;

bool names_a_thing(const Mention* mention) {
  return mention != nullptr && mention->kind != EntityKind::time && mention->kind != EntityKind::quantity;
}

class RelationReader {
 public:
  explicit RelationReader(const SentenceContext& context) : context_(context), tree_(context.tree()) {}

  std::vector<StandingRelation> read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      const NounEntry* noun = context_.noun(word);
      if (noun == nullptr || context_.mention(word) != nullptr) continue;
      const Word first = tree_.first_conjunct(word);
      auto name = subject_of(word, *noun);
      if (!name && first != word) name = shared_subject(first, *noun);
      if (!name || !is_stated(word) || !is_stated(first)) continue;
      add(*name, word, *noun);
      // `wagombea Ali Juma na Asha Musa`: everyone behind the title.
      for (const Word other : tree_.conjuncts(*name)) {
        const bool person = noun->kind == EntityKind::person;
        if (person && other != *name && *name > word && fits(*noun, context_.mention(other))) add(other, word, *noun);
      }
    }
    return std::move(relations_);
  }

 private:
  /// The name that a noun is, or that it introduces.
  std::optional<Word> name_of(Word noun) const {
    const Word name = introduced_name(context_, noun).value_or(noun);
    return names_a_thing(context_.mention(name)) ? std::optional(name) : std::nullopt;
  }

  /// What a copula says it of: `Asha ni mwalimu`, `Asha, ambaye ni mwalimu`. Behind a preposition stands where the
  /// subject is, not what it is: `yuko kwenye mapumziko`.
  std::optional<Word> copula_subject(Word predicate) const {
    if (!tree_.dependent(predicate, Deprel::cop) || tree_.dependent(predicate, Deprel::case_)) return std::nullopt;
    const auto subject = tree_.dependent(predicate, Deprel::nsubj);
    if (subject && !is_relative_pronoun(tree_[*subject])) return name_of(*subject);
    const bool relative = tree_[predicate].deprel == Deprel::acl && tree_.head(predicate);
    return relative ? name_of(*tree_.head(predicate)) : std::nullopt;
  }

  /// The name that this noun is said of.
  std::optional<Word> subject_of(Word noun_word, const NounEntry& noun) const {
    if (const auto name = introduced_name(context_, noun_word)) {
      const bool genitive = tree_[*name].deprel == Deprel::nmod && tree_.dependent(*name, Deprel::case_);
      if (fits(noun, context_.mention(*name)) && !genitive) return name;
    }
    if (const auto name = copula_subject(noun_word)) return name;
    const auto head = tree_.head(noun_word);
    if (!head) return std::nullopt;
    // A title that hangs from the name it stands before: `Prime Minister Asha Juma`.
    const bool before = tree_[noun_word].is(Deprel::nmod, "desc") || tree_[noun_word].deprel == Deprel::compound;
    if (before && noun.kind == EntityKind::person && fits(noun, context_.mention(*head))) return head;
    return tree_[noun_word].deprel == Deprel::appos ? apposition_subject(*head, noun) : std::nullopt;
  }

  /// Said of a name, or of the name that a noun before it introduces: `mjini Kampala, mji mkuu wa Uganda`.
  std::optional<Word> apposition_subject(Word head, const NounEntry& noun) const {
    const auto name = name_of(head);
    if (!name) return std::nullopt;
    const bool person = noun.kind == EntityKind::person;
    return person == (context_.mention(*name)->kind == EntityKind::person) ? name : std::nullopt;
  }

  /// `Asha, mwandishi na mwanaharakati`: what is coordinated with a predicate or an apposition is said of the same
  /// name.
  std::optional<Word> shared_subject(Word first, const NounEntry& noun) const {
    if (context_.mention(first) != nullptr) return std::nullopt;
    if (const auto name = copula_subject(first)) return name;
    const auto head = tree_.head(first);
    return head && tree_[first].deprel == Deprel::appos ? apposition_subject(*head, noun) : std::nullopt;
  }

  /// Whether it is said to be so: not denied, and not as what may or will be.
  bool is_stated(Word title) const {
    const auto children = tree_.dependents(title);
    return std::none_of(children.begin(), children.end(), [&](Word child) {
      const Token& token = tree_[child];
      if (token.feature("Polarity") == "Neg" || token.feature("PronType") == "Neg") return true;
      if (token.deprel != Deprel::aux && token.deprel != Deprel::cop) return false;
      const VerbEntry* row = context_.verb(child);
      const bool open = row != nullptr && row->auxiliary && row->content;
      return open || token.feature("Tense") == "Fut" || token.feature("Mood") == "Cnd";
    });
  }

  static bool fits(const NounEntry& noun, const Mention* mention) {
    if (!names_a_thing(mention)) return false;
    return noun.kind == EntityKind::person ? mention->kind == EntityKind::person
                                           : noun.kind == mention->kind && noun.kind != EntityKind::thing;
  }

  void add(Word name, Word title, const NounEntry& noun) {
    const Mention* subject = context_.mention(name);
    auto found = relation_object(context_, title, name, subject);
    // Coordinated titles share what only one of them has: `Burmese journalist and activist`.
    if (!found || found->mention == nullptr) {
      if (const auto shared = shared_object(title, name, subject)) found = shared;
    }
    if (!found) return;
    const bool office = noun.kind == EntityKind::person || noun.kind == EntityKind::place;
    if (found->mention == nullptr && !office) return;
    StandingRelation relation;
    relation.subject = subject->span;
    relation.relation = tree_[title].span;
    relation.object = found->mention != nullptr ? found->mention->span : tree_[found->word].span;
    if (relation.object.overlaps(subject->span)) return;
    relation.subject_entity = subject->entity;
    if (found->mention != nullptr) relation.object_entity = found->mention->entity;
    relation.label = context_.noun_phrase(title)->gloss;
    relation.confidence = found->mention != nullptr ? named_confidence : common_confidence;
    relations_.push_back(std::move(relation));
  }

  std::optional<RelationObject> shared_object(Word title, Word name, const Mention* subject) const {
    for (const Word other : tree_.conjuncts(tree_.first_conjunct(title))) {
      if (other == title || context_.mention(other) != nullptr) continue;
      const auto found = relation_object(context_, other, name, subject);
      // The first shares what stands before it, the last what stands behind.
      const bool shares =
          found && found->mention != nullptr && (other < title ? found->word < other : found->word > other);
      if (shares) return found;
    }
    return std::nullopt;
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  std::vector<StandingRelation> relations_;
};

}  // namespace

std::vector<StandingRelation> standing_relations(const SentenceContext& context) {
  return RelationReader(context).read();
}

}  // namespace habari
