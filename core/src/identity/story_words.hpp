#pragma once

#include "rows/builder_rows.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// A named entity, a sense, an English noun or a number that an article speaks of. Compared only: where order leaves a
/// trace, by `StoryWords::text`.
using StoryWord = std::uint64_t;

/// The first part of a sense: `say` of `say.announce`.
std::string_view sense_family(std::string_view sense);

/// What articles and their sentences speak of, and how rare each of it is among all articles. Words of a story are the
/// same in every language. Requires: entities were joined.
class StoryWords {
 public:
  explicit StoryWords(BuilderRows& rows);

  /// Sorted.
  const std::vector<StoryWord>& of_article(std::uint32_t article) const { return of_article_[article]; }
  /// Of the sentence that has this event mention; sorted.
  const std::vector<StoryWord>& of_sentence(std::uint32_t mention) const { return sentences_[sentence_of_[mention]]; }
  /// How much it says that two articles have this in common: eighths of a bit.
  int weight(StoryWord word) const;
  int weight(const std::vector<StoryWord>& words) const;
  /// What orders words in every run alike.
  std::pair<std::uint32_t, std::string_view> text(StoryWord word) const;

  StoryWord name(StringId entity) const { return word(Sort::name, entity); }
  StoryWord gloss(StringId gloss) const { return word(Sort::gloss, gloss); }
  StoryWord number(StringId value) const { return word(Sort::number, value); }
  StoryWord sense(std::uint32_t mention) const { return word(Sort::sense, family_[mention]); }

 private:
  enum class Sort : std::uint8_t { name, sense, gloss, number };
  static StoryWord word(Sort sort, StringId id) {
    return static_cast<StoryWord>(sort) << 32U | static_cast<std::uint32_t>(id);
  }
  void cut_sentences();
  void add_events();
  void add_names();
  void count();

  BuilderRows& rows_;
  std::vector<StringId> family_;            ///< By event mention.
  std::vector<std::uint32_t> sentence_of_;  ///< By event mention.
  std::vector<std::uint32_t> first_of_;     ///< By article: its first sentence; one more at the end.
  std::vector<CharSpan> spans_;             ///< By sentence.
  std::vector<std::vector<StoryWord>> sentences_;
  std::vector<std::vector<StoryWord>> of_article_;
  std::vector<std::pair<StoryWord, int>> weights_;  ///< By word.
};

}  // namespace habari
