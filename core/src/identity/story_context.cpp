#include "identity/story_context.hpp"

#include "identity/alike_articles.hpp"

#include <algorithm>

namespace habari {
namespace {

// So many articles of a name are looked at.
constexpr std::size_t most_articles = 16;
constexpr int weight_of_point = 8 * 6;
constexpr int most_points = 5;

std::uint64_t key(std::uint32_t a, std::uint32_t b) {
  const auto [first, second] = std::minmax(a, b);
  return std::uint64_t{first} << 32U | second;
}

}  // namespace

StoryContext::StoryContext(BuilderRows& rows, const NamedEntities& named) {
  const StoryWords words(rows);
  for (const AlikeArticles& pair : alike_articles(rows, words)) {
    const std::uint32_t first = named.article_places[pair.first];
    const std::uint32_t second = named.article_places[pair.second];
    points_.emplace(key(first, second), std::min(most_points, pair.shared / weight_of_point));
  }
}

int StoryContext::points(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
  int most = 0;
  for (std::size_t i = 0; i < std::min(a.size(), most_articles); ++i) {
    for (std::size_t k = 0; k < std::min(b.size(), most_articles); ++k) {
      const auto found = points_.find(key(a[i], b[k]));
      if (found != points_.end()) most = std::max(most, found->second);
    }
  }
  return most;
}

}  // namespace habari
