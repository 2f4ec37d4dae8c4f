#include "rdf/model/article_index.hpp"

#include <numeric>

namespace habari::rdf {

template <typename Mention>
ArticleIndex::Lists ArticleIndex::by_article(std::uint32_t articles, std::uint32_t first_owner,
                                             const std::vector<std::uint32_t>& begin,
                                             const std::vector<Mention>& mentions) {
  Lists lists;
  lists.begin.assign(articles + 1, 0);
  for (const Mention& mention : mentions) ++lists.begin[mention.article + 1];
  std::partial_sum(lists.begin.begin(), lists.begin.end(), lists.begin.begin());
  std::vector<std::uint32_t> next(lists.begin.begin(), lists.begin.end() - 1);
  lists.entries.resize(mentions.size());
  for (std::uint32_t owner = 0; owner + 1 < begin.size(); ++owner) {
    for (std::uint32_t i = begin[owner]; i < begin[owner + 1]; ++i) {
      lists.entries[next[mentions[i].article]++] = {first_owner + owner, i};
    }
  }
  return lists;
}

ArticleIndex::ArticleIndex(const Graph& graph) {
  const GraphRows& rows = graph.rows();
  const std::uint32_t articles = graph.article_count();
  entities_ = by_article(articles, 0, rows.entity_mention_begin, rows.entity_mentions);
  events_ = by_article(articles, graph.entity_count(), rows.event_mention_begin, rows.event_mentions);
  relations_ = by_article(articles, 0, rows.relation_mention_begin, rows.relation_mentions);
}

}  // namespace habari::rdf
