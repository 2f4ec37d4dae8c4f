#pragma once

#include "rdf/model/article_index.hpp"

#include <habari/core/graph.hpp>

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari::rdf {

/// What all identifiers begin with that local_entity_id gives for an article: `thing/0f1e2d3c4b5a6978-`.
std::string local_entity_prefix(std::string_view article_id);

/// What the pieces of one article's text would be read as by somebody who knows what stands where, and nothing more.
/// Mostly that is all there is to say of them; what it does not settle must be stated by itself. A function of the
/// article alone, so that its statements mean the same beside any others.
class PieceReadings {
 public:
  PieceReadings(const Graph& graph, const ArticleIndex& by_article, std::uint32_t article);

  /// Whether `participants`, in ascending order, are all that stands there: entities named, events told.
  bool are_all_at(CharSpan piece, std::span<const Vertex> participants) const;
  /// Whether the entities named there have one full name.
  bool has_one_name(CharSpan piece) const;
  /// Whether all there is to know is who takes part there: somebody of the article's own, without a name, the only one
  /// of these in that role of the event. So the event tells who it is.
  bool is_told_by_events(CharSpan piece) const;
  /// Whether the time expression there has one value.
  bool has_one_time(CharSpan piece) const;

 private:
  using Value = std::pair<CharSpan, StringId>;
  /// Somebody in a role of an event, at a piece of text.
  struct Part {
    Vertex event = no_vertex;
    Role role = Role::agent;
    Vertex participant = no_vertex;
    CharSpan piece;
    friend auto operator<=>(const Part&, const Part&) = default;
  };
  void find_told(const Graph& graph, std::uint32_t article, std::vector<Part> parts, std::vector<CharSpan> sources);
  static bool has_one(const std::vector<Value>& values, CharSpan piece);

  std::vector<std::pair<CharSpan, Vertex>> things_;  ///< Sorted, as all below.
  std::vector<Value> names_;
  std::vector<Value> times_;
  std::vector<CharSpan> told_;
};

}  // namespace habari::rdf
