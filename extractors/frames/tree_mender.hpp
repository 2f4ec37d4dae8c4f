#pragma once

#include "frames/sentence_context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace habari {

/// What puts a tree right works on: the sentence as it was read, and a copy of it where something has moved.
class TreeMender {
 protected:
  explicit TreeMender(const SentenceContext& context) : context_(context), tree_(context.tree()) {}

  Token& change(Word word) {
    if (!mended_) mended_ = tree_.sentence();
    return mended_->tokens[word];
  }
  void hang(Word word, Word head, Deprel relation, std::string_view subtype = {}) {
    Token& token = change(word);
    token.head = head + 1;
    token.deprel = relation;
    token.subtype = subtype;
  }
  /// One change for a word in a round: what it would be judged by may have moved, and two moves could close a circle.
  bool has_moved(Word word) const { return mended_ && mended_->tokens[word].head != tree_[word].head; }
  std::optional<Sentence> take() { return std::move(mended_); }

  const SentenceContext& context_;
  const TreeView& tree_;

 private:
  std::optional<Sentence> mended_;
};

}  // namespace habari
