#pragma once

#include <habari/core/sentence.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace habari {

/// Index of a word in its sentence, from 0.
using Word = std::uint32_t;

/// A sentence with its arcs turned round: from a word to its dependents. The sentence must outlive it.
class TreeView {
 public:
  explicit TreeView(const Sentence& sentence);

  std::uint32_t size() const { return static_cast<std::uint32_t>(sentence_->tokens.size()); }
  const Token& operator[](Word word) const { return sentence_->tokens[word]; }
  const Sentence& sentence() const { return *sentence_; }

  /// Dependents in word order.
  std::span<const Word> dependents(Word word) const {
    return std::span<const Word>(dependents_).subspan(starts_[word], starts_[word + 1] - starts_[word]);
  }
  std::optional<Word> head(Word word) const {
    const std::uint32_t head = sentence_->tokens[word].head;
    return head == 0 ? std::nullopt : std::optional<Word>(head - 1);
  }
  /// The first dependent by this relation.
  std::optional<Word> dependent(Word word, Deprel relation) const;
  /// `word` and what is coordinated with it, in word order. Requires: `word` is the first conjunct.
  std::vector<Word> conjuncts(Word word) const;
  /// From the first to the last word below `word`, itself included, punctuation at the edges left out.
  Span extent(Word word) const;
  /// The first conjunct of the coordination that `word` is part of; `word` itself outside one.
  Word first_conjunct(Word word) const;
  /// Whether `ancestor` is `word` or stands above it.
  bool is_below(Word word, Word ancestor) const;

 private:
  const Sentence* sentence_;
  std::vector<std::uint32_t> starts_;
  std::vector<Word> dependents_;
};

bool is_nominal(Upos upos);
/// Gerunds count as participles: treebanks draw the line in different places.
bool is_participle(const Token& token);
/// Whether the clause that this word heads has a tense of its own, by its verb, auxiliary or copula.
bool is_tensed(const TreeView& tree, Word head);
/// A noun, name or number, or a pronoun that stands for its noun as an adjective does (`wengi`, `wengine`).
bool is_nominal(const Token& token);

}  // namespace habari
