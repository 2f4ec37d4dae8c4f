#include <habari/core/traversal.hpp>
#include <habari/core/undirected_view.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace habari {
namespace {

constexpr std::uint32_t unreached = 0xFFFFFFFFU;

void require_vertex(const Graph& graph, Vertex v) {
  if (v >= graph.vertex_count()) throw std::invalid_argument("no such vertex");
}

/// Calls `use(neighbour, tie)` for each entity in an event or standing relation with `v`; `tie` numbers them both.
template <typename Use>
void for_each_tie(const Graph& graph, Vertex v, Use use) {
  for (auto [edge, end] = out_edges(v, graph); edge != end; ++edge) {
    if (graph.is_relation(*edge)) use(target(*edge, graph), graph.vertex_count() + (*edge).idx);
  }
  Vertex last = no_vertex;
  for (auto [edge, end] = in_edges(v, graph); edge != end; ++edge) {
    const Vertex from = source(*edge, graph);
    if (graph.is_relation(*edge)) {
      use(from, graph.vertex_count() + (*edge).idx);
      continue;
    }
    if (from == last) continue;  // In-edges are in order of their sources.
    last = from;
    for (auto [role, roles_end] = out_edges(from, graph); role != roles_end; ++role) {
      if (const Vertex other = target(*role, graph); graph.is_entity(other)) use(other, from);
    }
  }
}

}  // namespace

std::vector<Neighbour> neighbourhood(const Graph& graph, Vertex v, std::uint32_t distance) {
  if (!graph.is_entity(v)) throw std::invalid_argument("vertex is no entity");
  std::vector<std::uint32_t> distances(graph.vertex_count(), unreached);
  distances[v] = 0;
  std::vector<Vertex> ring = {v};
  std::vector<Neighbour> found;
  std::vector<std::pair<Vertex, std::uint32_t>> ties;
  for (std::uint32_t step = 1; step <= distance && !ring.empty(); ++step) {
    ties.clear();
    for (const Vertex near : ring) {
      for_each_tie(graph, near, [&](Vertex other, std::uint32_t tie) {
        if (distances[other] == unreached) ties.emplace_back(other, tie);
      });
    }
    std::sort(ties.begin(), ties.end());
    ties.erase(std::unique(ties.begin(), ties.end()), ties.end());
    ring.clear();
    const auto first = static_cast<std::ptrdiff_t>(found.size());
    for (const auto& [other, tie] : ties) {
      if (ring.empty() || ring.back() != other) {
        ring.push_back(other);
        distances[other] = step;
        found.push_back({other, step, 0});
      }
      ++found.back().shared;
    }
    std::stable_sort(found.begin() + first, found.end(),
                     [](const Neighbour& a, const Neighbour& b) { return a.shared > b.shared; });
  }
  return found;
}

std::vector<Vertex> timeline(const Graph& graph, Vertex v) {
  require_vertex(graph, v);
  std::vector<std::pair<PackedTime, Vertex>> dated;
  for (auto [edge, end] = in_edges(v, graph); edge != end; ++edge) {
    if (graph.is_relation(*edge)) continue;
    const Vertex event = source(*edge, graph);
    const PackedTime time = graph.rows().events[event - graph.entity_count()].time;
    if (time != PackedTime()) dated.emplace_back(time, event);
  }
  std::sort(dated.begin(), dated.end());
  dated.erase(std::unique(dated.begin(), dated.end()), dated.end());
  std::vector<Vertex> events;
  events.reserve(dated.size());
  for (const auto& [time, event] : dated) events.push_back(event);
  return events;
}

/// Depth-first along edges that can still come to the end in time, for one length after the other.
class PathSearch {
 public:
  PathSearch(const Graph& graph, Vertex from, Vertex to, PathOptions options)
      : view_(graph), from_(from), to_(to), longest_(options.longest) {
    measure_distances();
    length_ = to_end_[from_];
    if (length_ != unreached && length_ <= longest_) begin_length();
  }

  bool advance() {
    while (!levels_.empty() || next_length()) {
      if (step()) return true;
    }
    return false;
  }
  const Path& path() const { return path_; }

 private:
  struct Level {
    UndirectedView::OutEdgeIterator at;
    UndirectedView::OutEdgeIterator end;
  };

  void measure_distances() {
    to_end_.assign(view_.graph().vertex_count(), unreached);
    to_end_[to_] = 0;
    std::vector<Vertex> queue = {to_};
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const std::uint32_t next = to_end_[queue[i]] + 1;
      if (next > longest_) break;
      for (auto [edge, end] = out_edges(queue[i], view_); edge != end; ++edge) {
        const Vertex other = target(*edge, view_);
        if (to_end_[other] != unreached) continue;
        to_end_[other] = next;
        queue.push_back(other);
      }
    }
  }

  void begin_length() {
    path_ = {{from_}, {}};
    const auto [first, last] = out_edges(from_, view_);
    levels_.push_back({first, last});
    at_start_ = true;
  }

  bool next_length() {
    if (length_ == unreached || length_ >= longest_ || from_ == to_) return false;
    ++length_;
    begin_length();
    return true;
  }

  /// One edge forward or back; true where the path is whole.
  bool step() {
    if (std::exchange(at_start_, false) && from_ == to_) {
      levels_.clear();
      return true;
    }
    Level& level = levels_.back();
    if (level.at == level.end) {
      levels_.pop_back();
      if (!path_.edges.empty()) path_.edges.pop_back();
      path_.vertices.pop_back();
      return false;
    }
    const UndirectedView::Edge edge = *level.at;
    ++level.at;
    const auto used = static_cast<std::uint32_t>(path_.edges.size()) + 1;
    if (to_end_[edge.target] == unreached || used + to_end_[edge.target] > length_) return false;
    if (edge.target == to_ && used < length_) return false;  // Was given as a shorter one.
    if (std::find(path_.vertices.begin(), path_.vertices.end(), edge.target) != path_.vertices.end()) return false;
    path_.vertices.push_back(edge.target);
    path_.edges.push_back(edge.edge);
    // The end is a level without edges: the next step goes back from it.
    const auto [first, last] = out_edges(edge.target, view_);
    levels_.push_back({edge.target == to_ ? last : first, last});
    return edge.target == to_;
  }

  UndirectedView view_;
  Vertex from_;
  Vertex to_;
  std::uint32_t longest_;
  std::vector<std::uint32_t> to_end_;
  std::uint32_t length_ = unreached;
  bool at_start_ = false;
  std::vector<Level> levels_;
  Path path_;
};

PathRange::Iterator::Iterator(std::shared_ptr<PathSearch> search) : search_(std::move(search)) { ++*this; }

const Path& PathRange::Iterator::operator*() const { return search_->path(); }

PathRange::Iterator& PathRange::Iterator::operator++() {
  if (!search_->advance()) search_.reset();
  return *this;
}

PathRange::Iterator PathRange::begin() const {
  return Iterator(std::make_shared<PathSearch>(*graph_, from_, to_, options_));
}

PathRange paths(const Graph& graph, Vertex from, Vertex to, PathOptions options) {
  require_vertex(graph, from);
  require_vertex(graph, to);
  return {graph, from, to, options};
}

}  // namespace habari
