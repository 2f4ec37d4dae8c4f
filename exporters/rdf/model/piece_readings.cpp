#include "rdf/model/piece_readings.hpp"

#include "src/sorting.hpp"

#include <algorithm>
#include <string>

namespace habari::rdf {
namespace {

template <typename Item>
auto at(const std::vector<std::pair<CharSpan, Item>>& items, CharSpan piece) {
  return equal_rows(items, piece, &std::pair<CharSpan, Item>::first);
}

}  // namespace

std::string local_entity_prefix(std::string_view article_id) {
  const std::string id = local_entity_id(article_id, "x");
  return id.substr(0, id.size() - 1);
}

PieceReadings::PieceReadings(const Graph& graph, const ArticleIndex& by_article, std::uint32_t article) {
  const GraphRows& rows = graph.rows();
  for (const auto& entry : by_article.entities(article)) {
    const EntityMention& mention = rows.entity_mentions[entry.mention];
    things_.emplace_back(mention.span, entry.owner);
    names_.emplace_back(mention.span, mention.name);
  }
  std::vector<Part> parts;
  std::vector<CharSpan> sources;
  for (const auto& entry : by_article.events(article)) {
    const EventMention& row = graph.event_mention(entry.mention);
    if (row.source != no_vertex) sources.push_back(row.source_span);
    for (const RoleView& role : graph.participants(entry.owner)) {
      for (const RoleMention& mention :
           std::ranges::equal_range(role.mentions, entry.mention, {}, &RoleMention::event_mention)) {
        parts.push_back({entry.owner, role.role, role.participant, mention.core});
      }
    }
    things_.emplace_back(graph.event_mention(entry.mention).trigger, entry.owner);
    for (const TimeMention& time : graph.times(entry.mention)) times_.emplace_back(time.span, time.value);
  }
  sort_unique(things_);
  sort_unique(names_);
  sort_unique(times_);
  find_told(graph, article, std::move(parts), std::move(sources));
}

void PieceReadings::find_told(const Graph& graph, std::uint32_t article, std::vector<Part> parts,
                              std::vector<CharSpan> sources) {
  const std::string prefix = local_entity_prefix(graph.article(article).id);
  const auto is_own = [&](Vertex v) { return graph.is_entity(v) && graph.entity(v).id.starts_with(prefix); };
  sort_unique(parts);
  sort_unique(sources);
  std::vector<std::pair<CharSpan, bool>> pieces;
  for (auto first = parts.cbegin(); first != parts.cend();) {
    const auto last = std::find_if(
        first, parts.cend(), [&](const Part& part) { return part.event != first->event || part.role != first->role; });
    std::vector<Vertex> own;
    for (auto part = first; part != last; ++part) {
      if (is_own(part->participant)) own.push_back(part->participant);
    }
    sort_unique(own);
    for (; first != last; ++first) {
      const bool stands_alone = own.size() == 1 && first->participant == own.front() && are_all_at(first->piece, own);
      pieces.emplace_back(first->piece, stands_alone);
    }
  }
  sort_unique(pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const CharSpan piece = pieces[i].first;
    const bool is_one = pieces[i].second && (i == 0 || pieces[i - 1].first != piece);
    if (is_one && !std::ranges::binary_search(sources, piece)) told_.push_back(piece);
  }
}

bool PieceReadings::is_told_by_events(CharSpan piece) const { return std::ranges::binary_search(told_, piece); }

bool PieceReadings::are_all_at(CharSpan piece, std::span<const Vertex> participants) const {
  return std::ranges::equal(at(things_, piece), participants, {}, &std::pair<CharSpan, Vertex>::second);
}

bool PieceReadings::has_one(const std::vector<Value>& values, CharSpan piece) { return at(values, piece).size() == 1; }

bool PieceReadings::has_one_name(CharSpan piece) const { return has_one(names_, piece); }
bool PieceReadings::has_one_time(CharSpan piece) const { return has_one(times_, piece); }

}  // namespace habari::rdf
