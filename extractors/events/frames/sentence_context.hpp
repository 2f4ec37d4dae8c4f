#pragma once

#include "frames/frame_rules.hpp"
#include "frames/tree.hpp"
#include "lexicon/lexicon.hpp"

#include <habari/core/document.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// All that is known of one sentence when its events are read off: the tree, the names in it, the language's lexicon.
/// What it is made from must outlive it.
class SentenceContext {
 public:
  SentenceContext(const Sentence& sentence, std::string_view text, const Lexicon& lexicon,
                  std::span<const Mention> article_mentions, const FrameRules& without = {});

  const TreeView& tree() const { return tree_; }
  const Lexicon& lexicon() const { return lexicon_; }
  std::string_view text() const { return text_; }
  /// Whether a rule is to be followed.
  bool follows(FrameRule rule) const { return !without_.test(static_cast<std::size_t>(rule)); }

  /// The name or time that covers this word.
  const Mention* mention(Word word) const {
    return mention_of_[word] < 0 ? nullptr : &mentions_[static_cast<std::size_t>(mention_of_[word])];
  }
  const NounEntry* noun(Word word) const;
  /// The row of the longest run of neighbouring words around this noun that is a row of its own (`waziri mkuu`,
  /// `minister of defence`), else the noun's own row.
  const NounEntry* noun_phrase(Word noun) const;
  const VerbEntry* verb(Word word) const;
  /// What the thing that this word heads is, by its name or else its noun.
  std::optional<EntityKind> kind(Word word) const;
  /// The words that mark a phrase's or a clause's function (`case` or `mark` dependents with their fixed parts),
  /// lower case, joined by blanks; empty where there are none.
  std::string marker(Word head, Deprel relation) const;
  /// The row of markers.tsv for such words: the whole of them, else the longest run of them that has one.
  const MarkerEntry* marker_entry(std::string_view marker, MarkerEntry::Use use, std::optional<EntityKind> kind) const;

  /// Whether this word belongs to the dateline that opens the sentence (`NAIROBI, Kenya (Wire) –`): where and when the
  /// report was written, and by whom.
  bool is_in_dateline(Word word) const { return word < dateline_end_; }

 private:
  TreeView tree_;
  std::string_view text_;
  const Lexicon& lexicon_;
  std::span<const Mention> mentions_;
  std::vector<std::int32_t> mention_of_;
  Word dateline_end_ = 0;
  FrameRules without_;
};

/// A place of whatever size: where something can happen.
inline bool is_place(std::optional<EntityKind> kind) {
  return kind == EntityKind::place || kind == EntityKind::facility || kind == EntityKind::country;
}

/// Who can act: people, and bodies, peoples and states made of them.
inline bool is_someone(std::optional<EntityKind> kind) {
  return kind == EntityKind::person || kind == EntityKind::organization || kind == EntityKind::group ||
         kind == EntityKind::country;
}

/// Lower case for look-ups in tables.
std::string fold_case(std::string_view form);

}  // namespace habari
