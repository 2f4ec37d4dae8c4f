#include "frames/standing_relations.hpp"

#include "frames/participants.hpp"

#include <optional>

namespace habari {
namespace {

bool names_a_thing(const Mention* mention) {
  return mention != nullptr && mention->kind != EntityKind::time && mention->kind != EntityKind::quantity;
}

/// The name that a title's own dependents give: nearest in the tree, then in the text.
std::optional<Word> object_of(const SentenceContext& context, Word title, const Mention* subject) {
  const TreeView& tree = context.tree();
  std::vector<Word> level{title};
  for (int depth = 0; depth < 4 && !level.empty(); ++depth) {
    std::vector<Word> below;
    for (const Word word : level) {
      for (const Word child : tree.dependents(word)) {
        const Deprel relation = tree[child].deprel;
        if (relation != Deprel::nmod && relation != Deprel::compound && relation != Deprel::amod &&
            !(relation == Deprel::flat && word != title) && !(relation == Deprel::appos && word != title)) {
          continue;
        }
        const Mention* mention = context.mention(child);
        if (names_a_thing(mention) && mention != subject) return child;
        below.push_back(child);
      }
    }
    level = std::move(below);
  }
  return std::nullopt;
}

class RelationReader {
 public:
  explicit RelationReader(const SentenceContext& context) : context_(context), tree_(context.tree()) {}

  std::vector<StandingRelation> read() {
    for (Word word = 0; word < tree_.size(); ++word) {
      const NounEntry* noun = context_.noun(word);
      if (noun == nullptr || context_.mention(word) != nullptr) continue;
      if (const auto name = subject_of(word, *noun)) add(*name, word, *noun);
    }
    return std::move(relations_);
  }

 private:
  /// The name that this noun is said of.
  std::optional<Word> subject_of(Word noun_word, const NounEntry& noun) const {
    if (const auto name = introduced_name(context_, noun_word)) {
      if (fits(noun, context_.mention(*name)) && tree_[*name].deprel != Deprel::nmod) return name;
    }
    for (const Word child : tree_.dependents(noun_word)) {
      const Deprel relation = tree_[child].deprel;
      if (relation == Deprel::nsubj && tree_.dependent(noun_word, Deprel::cop) &&
          names_a_thing(context_.mention(child))) {
        return child;
      }
    }
    const auto head = tree_.head(noun_word);
    if (head && tree_[noun_word].deprel == Deprel::appos && names_a_thing(context_.mention(*head)) &&
        (noun.kind != EntityKind::person || context_.mention(*head)->kind == EntityKind::person)) {
      return head;
    }
    return std::nullopt;
  }

  static bool fits(const NounEntry& noun, const Mention* mention) {
    if (!names_a_thing(mention)) return false;
    return noun.kind == EntityKind::person ? mention->kind == EntityKind::person
                                           : noun.kind == mention->kind && noun.kind != EntityKind::thing;
  }

  void add(Word name, Word title, const NounEntry& noun) {
    const Mention* subject = context_.mention(name);
    const auto object_word = object_of(context_, title, subject);
    if (!object_word) return;
    const Mention* object = context_.mention(*object_word);
    if (object->span.overlaps(subject->span)) return;
    StandingRelation relation;
    relation.subject = subject->span;
    relation.relation = tree_[title].span;
    relation.object = object->span;
    relation.subject_entity = subject->entity;
    relation.object_entity = object->entity;
    relation.label = noun.gloss;
    relation.confidence = 0.9;
    relations_.push_back(std::move(relation));
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
