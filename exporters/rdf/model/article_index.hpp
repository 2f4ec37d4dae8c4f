#pragma once

#include <habari/core/graph.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace habari::rdf {

/// A graph's mentions by article: the graph keeps them by what they mention.
class ArticleIndex {
 public:
  struct Entry {
    std::uint32_t owner = 0;    ///< Entity vertex, event vertex or relation edge.
    std::uint32_t mention = 0;  ///< Row of the graph's mentions of that sort.
  };

  explicit ArticleIndex(const Graph& graph);

  /// In order of owner.
  std::span<const Entry> entities(std::uint32_t article) const { return entities_.list(article); }
  std::span<const Entry> events(std::uint32_t article) const { return events_.list(article); }
  std::span<const Entry> relations(std::uint32_t article) const { return relations_.list(article); }

 private:
  struct Lists {
    std::vector<std::uint32_t> begin;
    std::vector<Entry> entries;
    std::span<const Entry> list(std::uint32_t article) const {
      return std::span(entries).subspan(begin[article], begin[article + 1] - begin[article]);
    }
  };
  template <typename Mention>
  static Lists by_article(std::uint32_t articles, std::uint32_t first_owner, const std::vector<std::uint32_t>& begin,
                          const std::vector<Mention>& mentions);

  Lists entities_;
  Lists events_;
  Lists relations_;
};

}  // namespace habari::rdf
