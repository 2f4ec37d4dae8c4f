#pragma once

#include "rows/builder_rows.hpp"

#include <habari/core/graph.hpp>

#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// Turns collected rows into a graph: leaves replaced articles out, renumbers strings, articles, vertices and mentions
/// by their sorted identifiers, and drops what is there twice.
class Freezer {
 public:
  explicit Freezer(std::vector<RawArticle> articles) : articles_(std::move(articles)) {}

  void number_strings(const Interner& strings);
  void place_articles();
  void place_entities(std::vector<RawEntityMention> mentions);
  void place_events(std::vector<RawEventMention> mentions);
  void place_relations(const std::vector<RawRelation>& relations);
  void place_roles(std::vector<RawRole> roles);
  void place_times(const std::vector<TimeMention>& times);
  void place_quantities(std::vector<QuantityMention> quantities);
  void place_matches(std::vector<RawEventMatch> matches);
  void place_links(const std::vector<RawLink>& links);
  void drop_unused_strings();  ///< After all rows are placed.
  Graph graph() &&;

 private:
  bool alive(std::uint32_t article) const { return articles_[article].alive; }
  StringId renumber(StringId id) const { return new_strings_[static_cast<std::uint32_t>(id)]; }
  Vertex entity_vertex(StringId raw_id) const;

  /// A mention's use of a string for its entity, as the article's full name for it or as written there.
  struct NameUse {
    StringId language{};
    StringId text{};
    bool is_name = false;
    friend auto operator<=>(const NameUse&, const NameUse&) = default;
  };
  void name_entities();
  void append_names(const std::vector<NameUse>& uses);

  std::vector<RawArticle> articles_;
  std::vector<StringId> new_strings_;        ///< By raw string number.
  std::vector<std::uint32_t> new_articles_;  ///< By raw article number.
  std::vector<std::uint32_t> new_mentions_;  ///< Frozen event mention by raw one; none where left out.
  std::vector<Vertex> event_of_mention_;     ///< By frozen event mention.
  GraphRows rows_;
  std::vector<std::pair<Vertex, Vertex>> ends_;
};

}  // namespace habari
