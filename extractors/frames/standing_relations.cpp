#include "frames/standing_relations.hpp"

#include "frames/participants.hpp"

#include <optional>

namespace habari {
namespace {

constexpr double named_confidence = 0.9;
constexpr double common_confidence = 0.7;

bool names_a_thing(const Mention* mention) {
  return mention != nullptr && mention->kind != EntityKind::time && mention->kind != EntityKind::quantity;
}

/// The name that a title's own dependents give: nearest in the tree, then in the text; at most `deepest` steps down.
std::optional<Word> named_object(const SentenceContext& context, Word title, const Mention* subject, int deepest) {
  const TreeView& tree = context.tree();
  std::vector<Word> level{title};
  for (int depth = 0; depth < deepest && !level.empty(); ++depth) {
    std::vector<Word> below;
    for (const Word word : level) {
      for (const Word child : tree.dependents(word)) {
        const Deprel relation = tree[child].deprel;
        if (relation != Deprel::nmod && relation != Deprel::compound && relation != Deprel::amod &&
            !(relation == Deprel::flat && word != title) && !(relation == Deprel::appos && word != title)) {
          continue;
        }
        const Mention* mention = context.mention(child);
        // A name that only ends a word is no object: `pro-Kenya`.
        const bool whole = mention != nullptr && mention->span.begin <= tree[child].span.begin;
        if (names_a_thing(mention) && whole && mention != subject) return child;
        below.push_back(child);
      }
    }
    level = std::move(below);
  }
  return std::nullopt;
}

/// What a title is over where it is no listed name: `mkurugenzi wa idara ya maji`, `the island's capital`.
std::optional<Word> common_object(const SentenceContext& context, Word title) {
  const TreeView& tree = context.tree();
  for (const Word child : tree.dependents(title)) {
    const bool genitive = tree[child].subtype.empty() || tree[child].subtype == "poss";
    if (tree[child].deprel != Deprel::nmod || !genitive) continue;
    if (!tree.dependent(child, Deprel::case_) || context.mention(child) != nullptr) continue;
    if (tree[child].upos == Upos::propn) return child;
    const auto kind = context.kind(child);
    if (tree[child].upos == Upos::noun && kind && kind != EntityKind::time && kind != EntityKind::quantity)
      return child;
  }
  return std::nullopt;
}

class RelationReader {
 public:
  explicit RelationReader(const SentenceContext& context) : context_(context), tree_(context.tree()) {}

  Statements read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      const NounEntry* noun = context_.noun(word);
      if (noun == nullptr || context_.mention(word) != nullptr) continue;
      if (const auto name = subject_of(word, *noun)) {
        add(*name, word, *noun);
        // `wagombea Ali Juma na Asha Musa`: everyone behind the title.
        for (const Word other : tree_.conjuncts(*name)) {
          const bool person = noun->kind == EntityKind::person;
          if (person && other != *name && *name > word && fits(*noun, context_.mention(other))) add(other, word, *noun);
        }
      } else if (const auto subject = open_subject(word)) {
        add(*subject, word, *noun);
      }
    }
    return std::move(statements_);
  }

 private:
  /// The name that this noun is said of.
  std::optional<Word> subject_of(Word noun_word, const NounEntry& noun) const {
    if (const auto name = introduced_name(context_, noun_word)) {
      const bool genitive = tree_[*name].deprel == Deprel::nmod && tree_.dependent(*name, Deprel::case_);
      if (fits(noun, context_.mention(*name)) && !genitive) return name;
    }
    for (const Word child : tree_.dependents(noun_word)) {
      const Deprel relation = tree_[child].deprel;
      // Behind a preposition stands where the subject is, not what it is: `yuko kwenye mapumziko`.
      const bool predicate = tree_.dependent(noun_word, Deprel::cop) && !tree_.dependent(noun_word, Deprel::case_);
      if (relation == Deprel::nsubj && predicate && names_a_thing(context_.mention(child))) {
        return child;
      }
    }
    const auto head = tree_.head(noun_word);
    if (!head) return std::nullopt;
    // A title that hangs from the name it stands before: `Prime Minister Asha Juma`.
    const bool before = tree_[noun_word].is(Deprel::nmod, "desc") || tree_[noun_word].deprel == Deprel::compound;
    if (before && noun.kind == EntityKind::person && fits(noun, context_.mention(*head))) return head;
    if (tree_[noun_word].deprel != Deprel::appos) return std::nullopt;
    // Said of a name, or of the name that a noun before it introduces: `mjini Kampala, mji mkuu wa Uganda`.
    const Word name = introduced_name(context_, *head).value_or(*head);
    const Mention* mention = context_.mention(name);
    if (!names_a_thing(mention)) return std::nullopt;
    const bool person = noun.kind == EntityKind::person;
    return person == (mention->kind == EntityKind::person) ? std::optional(name) : std::nullopt;
  }

  /// `He is the chairman`, `the minister is a member`: who is told by no name here.
  std::optional<Word> open_subject(Word noun) const {
    if (!tree_.dependent(noun, Deprel::cop) || tree_.dependent(noun, Deprel::case_)) return std::nullopt;
    const auto subject = tree_.dependent(noun, Deprel::nsubj);
    if (!subject || context_.mention(*subject) != nullptr) return std::nullopt;
    const bool somebody = is_anaphoric(tree_[*subject]) || tree_[*subject].upos == Upos::noun;
    return somebody ? subject : std::nullopt;
  }

  /// `her deputy`, `binamu yake`: the possessive that says whose.
  std::optional<Word> possessive(Word title) const {
    for (const Word child : tree_.dependents(title)) {
      if (tree_[child].feature("Poss") == "Yes" && (tree_[child].deprel == Deprel::nmod || tree_[child].deprel == Deprel::det))
        return child;
    }
    return std::nullopt;
  }

  /// Whether the copula's statement holds: `is not`, `si`, `will be`, `may be`.
  Factuality factuality(Word title) const {
    Factuality found = Factuality::actual;
    if (!tree_.dependent(title, Deprel::cop)) return found;
    for (const Word child : tree_.dependents(title)) {
      const Token& token = tree_[child];
      const bool part = token.deprel == Deprel::cop || token.deprel == Deprel::aux || token.deprel == Deprel::advmod;
      if (!part) continue;
      if (token.feature("Polarity") == "Neg") return Factuality::negated;
      if (token.feature("Tense") == "Fut") found = Factuality::planned;
      const VerbEntry* row = token.deprel == Deprel::aux ? context_.verb(child) : nullptr;
      if (row != nullptr && row->auxiliary && row->content) found = *row->content;
    }
    return found;
  }

  static bool fits(const NounEntry& noun, const Mention* mention) {
    if (!names_a_thing(mention)) return false;
    return noun.kind == EntityKind::person ? mention->kind == EntityKind::person
                                           : noun.kind == mention->kind && noun.kind != EntityKind::thing;
  }

  /// What stands before a title may hang from the name itself: `Russian President Vladimir Putin`.
  std::optional<Word> named_before(Word name, Word title, const Mention* subject) const {
    for (const Word child : tree_.dependents(name)) {
      const Deprel relation = tree_[child].deprel;
      const bool qualifies = relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::nmod;
      const Mention* mention = context_.mention(child);
      if (qualifies && child < title && names_a_thing(mention) && mention != subject) return child;
    }
    return std::nullopt;
  }

  void add(Word name, Word title, const NounEntry& noun) {
    const Mention* subject = context_.mention(name);
    const bool copula = tree_.dependent(title, Deprel::cop).has_value();
    auto object_word = named_object(context_, title, subject, copula ? 2 : 4);
    if (!object_word && name > title) object_word = named_before(name, title, subject);
    double confidence = object_word ? named_confidence : common_confidence;
    bool owned = false;
    if (!object_word) {
      object_word = possessive(title);
      owned = object_word.has_value();
    }
    if (!object_word && (noun.kind == EntityKind::person || noun.kind == EntityKind::place))
      object_word = common_object(context_, title);
    if (!object_word) return;
    StandingRelation relation;
    relation.subject = subject != nullptr ? subject->span : tree_[name].span;
    relation.relation = tree_[title].span;
    const Word end = *object_word;
    const Mention* object = context_.mention(end);
    relation.object = object != nullptr ? object->span : tree_[end].span;
    if (relation.object.overlaps(relation.subject)) return;
    if (subject != nullptr) relation.subject_entity = subject->entity;
    if (object != nullptr) relation.object_entity = object->entity;
    relation.label = context_.noun_phrase(title)->gloss;
    relation.confidence = confidence;
    relation.factuality = factuality(title);
    const auto number = static_cast<std::uint32_t>(statements_.relations.size());
    if (subject == nullptr) statements_.open.push_back({number, Function::subject, tree_[name].span, pronoun(name)});
    if (owned) {
      const auto whose = context_.lexicon().agreement().possessor(tree_[end]);
      Agreement agreement = agreement_of(tree_[end]);
      agreement.noun_class.clear();
      if (whose) agreement.person = whose->person;
      if (whose) agreement.plural = whose->plural;
      statements_.open.push_back({number, Function::object, tree_[end].span, agreement});
    }
    statements_.relations.push_back(std::move(relation));
  }

  std::optional<Agreement> pronoun(Word word) const {
    return is_anaphoric(tree_[word]) ? std::optional(agreement_of(tree_[word])) : std::nullopt;
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  Statements statements_;
};

}  // namespace

Statements standing_relations(const SentenceContext& context) {
  return RelationReader(context).read();
}

}  // namespace habari
