#pragma once

#include <habari/core/graph.hpp>
#include <habari/core/query.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace habari::serve {

/// What a question says beside its name: `relation`, `meet`. docs/explore.md has the list.
using Parameters = std::multimap<std::string, std::string>;

/// What the page is told.
struct Answer {
  std::string body;       ///< JSON, or the file.
  std::string file_name;  ///< What to call it on a disk: `habari-events.csv`; empty for what is shown.
};

/// Answers the questions of the page about a graph, which must outlive it. docs/explore.md lists them.
/// Thread rule: const members may be called from several threads at once.
class Explorer {
 public:
  /// Cost: as QueryIndex, and the sorting of all events.
  explicit Explorer(const Graph& graph);
  explicit Explorer(Graph&&) = delete;

  /// Nothing where there is no such question, or nothing with the identifier that it names.
  /// Errors: Error for a value that is none (a date, a type).
  std::optional<Answer> answer(std::string_view question, const Parameters& parameters) const;

  /// What is asked.
  const Graph& graph() const { return index_.graph(); }
  /// Of this graph.
  const QueryIndex& index() const { return index_; }
  /// All events: those with most mentions first, then the surest, then by vertex.
  const std::vector<Vertex>& by_weight() const { return by_weight_; }
  /// All events by time, the last first; undated ones at the end.
  const std::vector<Vertex>& by_time() const { return by_time_; }

 private:
  QueryIndex index_;
  std::vector<Vertex> by_weight_;
  std::vector<Vertex> by_time_;
};

}  // namespace habari::serve
