#pragma once

#include "identity/story_words.hpp"

#include <vector>

namespace habari {

/// Two articles of neighbouring days that speak of the same.
struct AlikeArticles {
  std::uint32_t first;  ///< Raw number; its identifier comes before the other's.
  std::uint32_t second;
  int shared;  ///< Weight of the words that both have.
  friend auto operator<=>(const AlikeArticles&, const AlikeArticles&) = default;
};

/// Pairs of articles that may tell one story, the same for any order of the articles. Keys: a word of the article's
/// rarest, day; under a key with many articles those that share their rarest word lie side by side, and neighbours are
/// compared.
std::vector<AlikeArticles> alike_articles(const BuilderRows& rows, const StoryWords& words);

}  // namespace habari
