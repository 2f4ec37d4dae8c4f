#include "graph_documents.hpp"
#include "random_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/traversal.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>
#include <set>
#include <string>
#include <vector>

namespace habari {
namespace {

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

std::vector<Path> list(const PathRange& range) {
  std::vector<Path> found;
  for (const Path& path : range) found.push_back(path);
  return found;
}

static_assert(std::ranges::input_range<PathRange>);

Graph meeting() { return graph_of({test::swahili_meeting(), test::english_meeting(), test::english_protest()}); }

TEST(Neighbourhood, CountsSharedEventsAndRelations) {
  const Graph graph = meeting();
  const Vertex putin = graph.find(test::putin).value();
  const Vertex kim = graph.find(test::kim).value();
  const Vertex russia = graph.find(test::russia).value();
  const Vertex vostochny = graph.find(test::vostochny).value();
  EXPECT_EQ(neighbourhood(graph, putin), (std::vector<Neighbour>{{russia, 1, 1}, {vostochny, 1, 1}, {kim, 1, 1}}));
  const std::vector<Neighbour> two = neighbourhood(graph, kim, 2);
  EXPECT_TRUE(std::count(two.begin(), two.end(), Neighbour{russia, 2, 1}));
  EXPECT_TRUE(neighbourhood(graph, putin, 0).empty());
  EXPECT_THROW(neighbourhood(graph, graph.entity_count()), std::invalid_argument);
}

TEST(Timeline, IsInOrderOfTime) {
  test::DocumentMaker maker("a", "en", "", "Ana ran. Ana fell in 2019. Ana won on Monday. Ana sang in March 2020.");
  maker.event("ran", "run", "run", EventType::move).with(Role::agent, "Ana", "person/ana");
  maker.event("sang", "sing", "sing", EventType::other)
      .with(Role::agent, "Ana", "person/ana")
      .time("March 2020", "2020-03");
  maker.event("won", "win", "win", EventType::other)
      .with(Role::agent, "Ana", "person/ana")
      .time("Monday", "2020-03-02");
  maker.event("fell", "fall", "fall", EventType::other).with(Role::agent, "Ana", "person/ana").time("2019", "2019");
  const Graph graph = graph_of({maker.make()});
  std::vector<std::string> labels;
  for (const Vertex event : timeline(graph, 0)) labels.emplace_back(graph.event(event).label);
  EXPECT_EQ(labels, (std::vector<std::string>{"fall", "sing", "win"}));
  EXPECT_THROW(timeline(graph, graph.vertex_count()), std::invalid_argument);
}

TEST(Paths, LeadThroughEventsAndRelations) {
  const Graph graph = meeting();
  const auto range = paths(graph, graph.find(test::kim).value(), graph.find(test::russia).value(), {.longest = 3});
  const std::vector<Path> found = list(range);
  ASSERT_EQ(found.size(), 1u);
  ASSERT_EQ(found[0].vertices.size(), 4u);
  EXPECT_EQ(graph.id(found[0].vertices[2]), test::putin);
  EXPECT_TRUE(graph.is_relation(found[0].edges[2]));
}

TEST(Paths, FromAVertexToItselfIsOneWithoutEdges) {
  const Graph graph = meeting();
  const auto range = paths(graph, 0, 0);
  const std::vector<Path> found = list(range);
  EXPECT_EQ(found, (std::vector<Path>{{{0}, {}}}));
  EXPECT_THROW(paths(graph, 0, graph.vertex_count()), std::invalid_argument);
}

/// All walks without a vertex twice, by trying every edge.
void scan(const Graph& graph, Vertex to, std::uint32_t longest, Path& path,
          std::set<std::vector<std::uint32_t>>& found) {
  if (path.vertices.back() == to) {
    std::vector<std::uint32_t> edges;
    for (const Graph::Edge edge : path.edges) edges.push_back(edge.idx);
    found.insert(edges);
    return;
  }
  if (path.edges.size() == longest) return;
  for (auto [edge, end] = edges(graph); edge != end; ++edge) {
    for (const auto& [from, next] : {std::pair(source(*edge, graph), target(*edge, graph)),
                                     std::pair(target(*edge, graph), source(*edge, graph))}) {
      const auto& seen = path.vertices;
      if (from != seen.back() || std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
      path.vertices.push_back(next);
      path.edges.push_back(*edge);
      scan(graph, to, longest, path, found);
      path.vertices.pop_back();
      path.edges.pop_back();
    }
  }
}

TEST(PathsProperty, AreAllThereAreEachOnceShortestFirst) {
  std::size_t count = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const Graph graph = graph_of(test::RandomDocuments(seed).make(3));
    if (graph.vertex_count() < 2) continue;
    test::RandomDocuments random(seed + 500);
    for (int i = 0; i < 5; ++i) {
      const Vertex from = random.below(graph.vertex_count());
      const Vertex to = random.below(graph.vertex_count());
      if (from == to) continue;
      Path start{{from}, {}};
      std::set<std::vector<std::uint32_t>> expected;
      scan(graph, to, 5, start, expected);
      std::set<std::vector<std::uint32_t>> found;
      std::size_t length = 0;
      for (const Path& path : paths(graph, from, to, {.longest = 5})) {
        ASSERT_GE(path.edges.size(), length);
        length = path.edges.size();
        std::vector<std::uint32_t> edges;
        for (const Graph::Edge edge : path.edges) edges.push_back(edge.idx);
        ASSERT_TRUE(found.insert(edges).second);
      }
      ASSERT_EQ(found, expected) << seed;
      count += found.size();
    }
  }
  EXPECT_GT(count, 300u);
}

}  // namespace
}  // namespace habari
