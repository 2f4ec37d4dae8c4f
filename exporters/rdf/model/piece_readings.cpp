#include "rdf/model/piece_readings.hpp"

#include "src/sorting.hpp"

#include <algorithm>

namespace habari::rdf {
namespace {

template <typename Item>
auto at(const std::vector<std::pair<CharSpan, Item>>& items, CharSpan piece) {
  return equal_rows(items, piece, &std::pair<CharSpan, Item>::first);
}

}  // namespace

PieceReadings::PieceReadings(const Graph& graph, const ArticleIndex& by_article, std::uint32_t article) {
  const GraphRows& rows = graph.rows();
  for (const auto& entry : by_article.entities(article)) {
    const EntityMention& mention = rows.entity_mentions[entry.mention];
    things_.emplace_back(mention.span, entry.owner);
    names_.emplace_back(mention.span, mention.name);
  }
  for (const auto& entry : by_article.events(article)) {
    things_.emplace_back(graph.event_mention(entry.mention).trigger, entry.owner);
    for (const TimeMention& time : graph.times(entry.mention)) times_.emplace_back(time.span, time.value);
  }
  sort_unique(things_);
  sort_unique(names_);
  sort_unique(times_);
}

bool PieceReadings::are_all_at(CharSpan piece, std::span<const Vertex> participants) const {
  return std::ranges::equal(at(things_, piece), participants, {}, &std::pair<CharSpan, Vertex>::second);
}

bool PieceReadings::has_one(const std::vector<Value>& values, CharSpan piece) { return at(values, piece).size() == 1; }

bool PieceReadings::has_one_name(CharSpan piece) const { return has_one(names_, piece); }
bool PieceReadings::has_one_time(CharSpan piece) const { return has_one(times_, piece); }

}  // namespace habari::rdf
