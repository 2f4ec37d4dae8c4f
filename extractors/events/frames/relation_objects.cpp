#include "frames/relation_objects.hpp"

#include "frames/participants.hpp"

#include <algorithm>
#include <vector>

namespace habari {
namespace {

constexpr int deepest = 3;

class ObjectReader {
 public:
  ObjectReader(const SentenceContext& context, Word title, const Mention* subject)
      : context_(context), tree_(context.tree()), title_(title), subject_(subject), end_(phrase_end()) {}

  std::optional<RelationObject> read() const {
    for (const auto& candidate : {owner_name(), introduced_name_of_owner(), institution(), deep_name(), common_noun(),
                                  name_behind_preposition(), common_place()}) {
      if (candidate) return candidate;
    }
    return std::nullopt;
  }

  /// What stands before a title may hang from the name itself: `Russian President Vladimir Putin`.
  std::optional<RelationObject> before(Word name) const {
    for (const Word child : tree_.dependents(name)) {
      const Deprel relation = tree_[child].deprel;
      const bool qualifies = relation == Deprel::amod || relation == Deprel::compound || relation == Deprel::nmod;
      if (qualifies && child < title_ && is_other_name(child)) return RelationObject{child, context_.mention(child)};
    }
    return std::nullopt;
  }

  /// `Foreign Minister Ali Juma of Somalia`.
  std::optional<RelationObject> behind(Word name) const {
    for (const Word child : tree_.dependents(name)) {
      const bool of = tree_[child].deprel == Deprel::nmod && is_genitive(context_, child);
      if (of && child > name && is_other_name(child)) return RelationObject{child, context_.mention(child)};
    }
    return std::nullopt;
  }

 private:
  /// Where the words end that are part of the title's own row: `waziri wa mambo ya nje`.
  Word phrase_end() const {
    const NounEntry* row = context_.noun_phrase(title_);
    if (row == nullptr) return title_ + 1;
    return title_ + 1 + static_cast<Word>(std::count(row->lemma.begin(), row->lemma.end(), ' '));
  }
  bool is_part_of_title(Word word) const { return word > title_ && word < end_; }

  bool is_other_name(Word word) const {
    const Mention* mention = context_.mention(word);
    // A name that only ends a word is no object: `pro-Kenya`.
    return names_a_thing(mention) && mention->span.begin <= tree_[word].span.begin && mention != subject_;
  }

  bool modifies(Word child) const {
    const Deprel relation = tree_[child].deprel;
    return relation == Deprel::nmod || relation == Deprel::compound || relation == Deprel::amod;
  }
  /// In the genitive: by its marker, its case, or compounded.
  bool is_owner(Word child) const {
    if (tree_[child].deprel == Deprel::nmod) return is_genitive(context_, child);
    return modifies(child);
  }

  std::optional<RelationObject> named(Word word) const {
    const auto name = introduced_name(context_, word).value_or(word);
    if (is_other_name(name)) return RelationObject{name, context_.mention(name)};
    return std::nullopt;
  }

  std::optional<RelationObject> owner_name() const {
    for (const Word child : tree_.dependents(title_)) {
      if (is_owner(child) && is_other_name(child)) return RelationObject{child, context_.mention(child)};
    }
    return std::nullopt;
  }

  std::optional<RelationObject> introduced_name_of_owner() const {
    for (const Word child : tree_.dependents(title_)) {
      if (!is_owner(child) || is_part_of_title(child)) continue;
      if (const auto found = named(child)) return found;
    }
    return std::nullopt;
  }

  /// `kamati ya maafa`, `the party`: what people have offices in.
  std::optional<RelationObject> institution() const {
    for (const Word child : tree_.dependents(title_)) {
      if (is_owner(child) && is_institution(child)) return RelationObject{child, nullptr};
    }
    // `head of mergers at the regulator`: below the title, or below the matter.
    if (const auto body = body_behind_preposition(title_)) return body;
    for (const Word matter : tree_.dependents(title_)) {
      if (!is_owner(matter) || context_.mention(matter) != nullptr) continue;
      if (const auto body = body_behind_preposition(matter)) return body;
    }
    return std::nullopt;
  }
  std::optional<RelationObject> body_behind_preposition(Word head) const {
    for (const Word child : tree_.dependents(head)) {
      if (context_.kind(child) == EntityKind::organization && !is_owner(child) && is_institution(child))
        return RelationObject{child, nullptr};
    }
    return std::nullopt;
  }
  bool is_institution(Word word) const {
    const auto kind = context_.kind(word);
    const bool holds_offices = kind == EntityKind::organization || kind == EntityKind::group ||
                               kind == EntityKind::facility || kind == EntityKind::person;
    const bool noun = tree_[word].upos == Upos::noun && tree_[word].deprel == Deprel::nmod;
    return holds_offices && noun && !is_part_of_title(word) && context_.mention(word) == nullptr;
  }

  /// `waziri wa mambo ya nje wa Tanzania`: the name may hang from the matter. Who owns the matter is another: `chairman
  /// of Kenya's league`.
  std::optional<RelationObject> deep_name() const {
    std::vector<Word> level;
    for (const Word child : tree_.dependents(title_)) {
      if (is_owner(child)) level.push_back(child);
    }
    for (int depth = 1; depth < deepest && !level.empty(); ++depth) {
      std::vector<Word> below;
      for (const Word word : level) {
        for (const Word child : tree_.dependents(word)) {
          const bool passable =
              modifies(child) || tree_[child].deprel == Deprel::flat || tree_[child].deprel == Deprel::appos;
          if (!passable || tree_[child].subtype == "poss") continue;
          if (is_other_name(child)) return RelationObject{child, context_.mention(child)};
          below.push_back(child);
        }
      }
      level = std::move(below);
    }
    return std::nullopt;
  }

  /// `waziri wa fedha`, `finance minister`, `human rights activist`.
  std::optional<RelationObject> common_noun() const { return common_owner(false); }
  /// `rais wa nchi`: any name tells more.
  std::optional<RelationObject> common_place() const { return common_owner(true); }
  std::optional<RelationObject> common_owner(bool place) const {
    for (const Word child : tree_.dependents(title_)) {
      if (!is_owner(child) || context_.mention(child) != nullptr) continue;
      const auto kind = context_.kind(child);
      if (is_place(kind) != place) continue;
      if (tree_[child].upos == Upos::propn) return RelationObject{child, nullptr};
      const bool counts = kind == EntityKind::time || kind == EntityKind::quantity;
      const bool marked = tree_.dependent(child, Deprel::case_) || tree_[child].deprel == Deprel::compound;
      if (tree_[child].upos == Upos::noun && kind && !counts && marked) return RelationObject{child, nullptr};
    }
    return std::nullopt;
  }

  /// `balozi nchini Ufaransa`, `an expert in Uganda`.
  std::optional<RelationObject> name_behind_preposition() const {
    for (const Word child : tree_.dependents(title_)) {
      if (tree_[child].deprel != Deprel::nmod || child < title_) continue;
      if (const auto found = named(child)) return found;
      // A place noun that only locates its name: `nchini Ufaransa`.
      for (const Word name : tree_.dependents(child)) {
        if (tree_[name].deprel == Deprel::nmod && is_other_name(name))
          return RelationObject{name, context_.mention(name)};
      }
    }
    return std::nullopt;
  }

  const SentenceContext& context_;
  const TreeView& tree_;
  Word title_;
  const Mention* subject_;
  Word end_;
};

}  // namespace

std::optional<RelationObject> relation_object(const SentenceContext& context, Word title, Word name,
                                              const Mention* subject) {
  const ObjectReader reader(context, title, subject);
  if (const auto found = reader.read(); found && (found->mention != nullptr || name < title)) return found;
  if (name > title) {
    for (const auto& around : {reader.before(name), reader.behind(name)}) {
      if (around) return around;
    }
  }
  return reader.read();
}

}  // namespace habari
