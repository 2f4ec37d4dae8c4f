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

class RelationReader {
 public:
  explicit RelationReader(const SentenceContext& context) : context_(context), tree_(context.tree()) {}

  Statements read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      const NounEntry* noun = context_.noun(word);
      if (noun == nullptr || context_.mention(word) != nullptr) continue;
      const Word first = tree_.first_conjunct(word);
      auto name = subject_of(word, *noun);
      if (!name && first != word) name = shared_subject(first, *noun);
      if (!name) name = open_subject(word);
      if (!name) continue;
      add(*name, word, *noun);
      // `wagombea Ali Juma na Asha Musa`: everyone behind the title.
      for (const Word other : tree_.conjuncts(*name)) {
        const bool person = noun->kind == EntityKind::person;
        if (person && other != *name && *name > word && fits(*noun, context_.mention(other))) add(other, word, *noun);
      }
    }
    return std::move(statements_);
  }

 private:
  /// `He is the chairman`, `the minister is a member`: who is told by no name here.
  std::optional<Word> open_subject(Word noun) const {
    if (!tree_.dependent(noun, Deprel::cop) || tree_.dependent(noun, Deprel::case_)) return std::nullopt;
    const auto subject = tree_.dependent(noun, Deprel::nsubj);
    if (!subject || context_.mention(*subject) != nullptr) return std::nullopt;
    const bool somebody = is_anaphoric(tree_[*subject]) || tree_[*subject].upos == Upos::noun;
    return somebody ? subject : std::nullopt;
  }

  /// `her deputy`, `binamu yake`, `mkewe`: the possessive that says whose, or the noun that holds one.
  std::optional<Word> possessive(Word title) const {
    if (context_.lexicon().agreement().possessor(tree_[title])) return title;
    for (const Word child : tree_.dependents(title)) {
      const bool belongs = tree_[child].deprel == Deprel::nmod || tree_[child].deprel == Deprel::det;
      if (belongs && tree_[child].feature("Poss") == "Yes") return child;
    }
    return std::nullopt;
  }

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

  /// Whether it is said to be so, denied, or said as what may or will be.
  Factuality factuality(Word title) const {
    Factuality found = Factuality::actual;
    for (const Word child : tree_.dependents(title)) {
      const Token& token = tree_[child];
      if (token.feature("Polarity") == "Neg" || token.feature("PronType") == "Neg") return Factuality::negated;
      if (token.deprel != Deprel::aux && token.deprel != Deprel::cop) continue;
      const VerbEntry* row = context_.verb(child);
      if (row != nullptr && row->auxiliary && row->content)
        found = *row->content;
      else if (token.feature("Mood") == "Cnd")
        found = Factuality::possible;
      else if (token.feature("Tense") == "Fut")
        found = Factuality::planned;
    }
    return found;
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
    const bool is_named = found && found->mention != nullptr;
    const auto owner = is_named ? std::nullopt : possessive(title);
    if (owner) found = RelationObject{*owner, nullptr};
    if (!found) return;
    const bool office = noun.kind == EntityKind::person || noun.kind == EntityKind::place;
    if (!is_named && !office) return;
    StandingRelation relation;
    relation.subject = subject != nullptr ? subject->span : tree_[name].span;
    relation.relation = tree_[title].span;
    relation.object = is_named ? found->mention->span : tree_[found->word].span;
    if (relation.object.overlaps(relation.subject)) return;
    if (subject != nullptr) relation.subject_entity = subject->entity;
    if (is_named) relation.object_entity = found->mention->entity;
    relation.label = context_.noun_phrase(title)->gloss;
    relation.confidence = is_named ? named_confidence : common_confidence;
    relation.factuality = factuality(title);
    const Word first = tree_.first_conjunct(title);
    if (relation.factuality == Factuality::actual) relation.factuality = factuality(first);
    const auto number = static_cast<std::uint32_t>(statements_.relations.size());
    if (subject == nullptr) statements_.open.push_back({number, Function::subject, tree_[name].span, pronoun(name)});
    if (owner) statements_.open.push_back({number, Function::object, relation.object, owner_agreement(found->word)});
    statements_.relations.push_back(std::move(relation));
  }

  std::optional<Agreement> pronoun(Word word) const {
    return is_anaphoric(tree_[word]) ? std::optional(agreement_of(tree_[word])) : std::nullopt;
  }

  /// What a possessive says of the owner; its own class is that of what is owned.
  Agreement owner_agreement(Word possessive) const {
    Agreement agreement = agreement_of(tree_[possessive]);
    agreement.noun_class.clear();
    if (const auto whose = context_.lexicon().agreement().possessor(tree_[possessive])) {
      agreement.person = whose->person;
      agreement.plural = whose->plural;
    }
    return agreement;
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
  Statements statements_;
};

}  // namespace

Statements standing_relations(const SentenceContext& context) { return RelationReader(context).read(); }

}  // namespace habari
