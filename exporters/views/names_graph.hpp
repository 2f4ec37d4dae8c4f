#pragma once

#include "views/day_interval.hpp"

#include <habari/core/graph.hpp>
#include <habari/exporters/graph_view.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace habari::views {

/// What joins two names, strongest first.
enum class Bond : std::uint8_t {
  relation,  ///< A title.
  event,     ///< They take different parts in an event, or one says what the other takes part in.
  together,  ///< They take the same part in an event, as two who are listed.
  source,    ///< One's word is the event that the other takes part in.
  phrase,    ///< One is named in the words for a participant: `the governor of Lusaka`.
  through,   ///< Both have to do with somebody or something without a name.
  sentence   ///< They share a sentence, and nothing else.
};

/// All that joins two entities in one way.
struct NamesEdge {
  Vertex source = no_vertex;
  Vertex target = no_vertex;
  Bond bond = Bond::event;
  std::string label;
  float weight = 0.0F;                  ///< Mentions, less where the bond is weaker.
  float confidence = 0.0F;              ///< Of the surest; 0 where nothing says.
  std::vector<std::string> relations;   ///< Labels, each once, in order.
  std::vector<std::uint32_t> articles;  ///< Each once, in order.
  std::vector<DayInterval> days;        ///< In order, apart from each other.
};

/// A named entity and where it stands among the others.
struct NamesNode {
  Vertex vertex = no_vertex;
  std::uint32_t degree = 0;     ///< Entities that something joins it to.
  float strength = 0.0F;        ///< Sum of its edges' weights.
  std::uint32_t community = 0;  ///< communities(); 0 is the largest.
};

/// The named entities of a graph, and what joins them: one edge a pair and relation, or one a pair.
class NamesGraph {
 public:
  NamesGraph(const Graph& graph, const ViewOptions& options);

  /// Key players first: by degree, then strength, then identifier.
  const std::vector<NamesNode>& nodes() const { return nodes_; }
  /// By source, target, bond and label.
  const std::vector<NamesEdge>& edges() const { return edges_; }

 private:
  using Key = std::tuple<Vertex, Vertex, Bond, std::string>;
  using Names = std::vector<std::pair<CharSpan, Vertex>>;  ///< Where they stand in an article, in order.
  /// How somebody named has to do with an event.
  enum class Standing : std::uint8_t { direct, phrase, content };
  struct Part {
    Vertex entity = no_vertex;
    Role role = Role::agent;
    Standing standing = Standing::direct;
    friend auto operator<=>(const Part&, const Part&) = default;
  };

  void find_names();
  bool is_named(Vertex v) const;
  std::vector<Part> parts_of(Vertex event) const;
  void add_relations();
  void add_event(Vertex event);
  void add_parts(Vertex event, Standing standing, std::vector<Part>& parts) const;
  void add_through();
  void add_sentences();
  void add_sentences(std::uint32_t article, const std::vector<CharSpan>& sentences);
  bool joins_newly(Vertex a, Vertex b, Bond bond, const std::string& label) const;
  NamesEdge& edge(Vertex source, Vertex target, Bond bond, const std::string& label);
  void join_event(Vertex source, Vertex target, Bond bond, const EventView& event);
  void fold_pairs();
  void place_nodes(bool isolated);

  const Graph& graph_;
  std::vector<Names> names_;  ///< Of each article.
  std::map<Key, NamesEdge> found_;
  std::set<std::pair<Vertex, Vertex>> joined_;  ///< Lower vertex first.
  std::vector<NamesNode> nodes_;
  std::vector<NamesEdge> edges_;
};

}  // namespace habari::views
