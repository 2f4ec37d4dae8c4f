#pragma once

#include "rdf/model/article_index.hpp"

#include <habari/core/graph.hpp>

#include <span>
#include <utility>
#include <vector>

namespace habari::rdf {

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
  /// Whether the time expression there has one value.
  bool has_one_time(CharSpan piece) const;

 private:
  using Value = std::pair<CharSpan, StringId>;
  static bool has_one(const std::vector<Value>& values, CharSpan piece);

  std::vector<std::pair<CharSpan, Vertex>> things_;  ///< Sorted, as all below.
  std::vector<Value> names_;
  std::vector<Value> times_;
};

}  // namespace habari::rdf
