#include "graph_documents.hpp"

#include <habari/core/graph_builder.hpp>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/graph_concepts.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace habari {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Vertex, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Graph::Edge, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<VertexLabelMap, Vertex>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<EdgeLabelMap, Graph::Edge>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<EdgeWeightMap, Graph::Edge>));

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

TEST(Graph, WithoutDocumentsIsEmpty) {
  const Graph graph = GraphBuilder().freeze();
  EXPECT_EQ(num_vertices(graph), 0u);
  EXPECT_EQ(num_edges(graph), 0u);
  EXPECT_EQ(graph, Graph());
  EXPECT_EQ(graph.find("person/nobody"), std::nullopt);
}

TEST(Graph, PutsEntitiesBeforeEventsEachInOrderOfIdentifier) {
  const Graph graph = graph_of({test::swahili_meeting(), test::english_protest()});
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    EXPECT_EQ(graph.is_entity(v), v < graph.entity_count());
    EXPECT_EQ(graph.find(graph.id(v)), v) << graph.id(v);
    if (v > 0 && v != graph.entity_count()) {
      EXPECT_LT(graph.id(v - 1), graph.id(v));
    }
  }
}

TEST(Graph, EdgesSeenFromTheirTargetsAreThoseSeenFromTheirSources) {
  const Graph graph = graph_of({test::swahili_meeting(), test::english_meeting(), test::english_protest()});
  std::vector<std::uint32_t> outward;
  std::vector<std::uint32_t> inward;
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (auto [edge, end] = out_edges(v, graph); edge != end; ++edge) {
      EXPECT_EQ(source(*edge, graph), v);
      EXPECT_EQ(graph.edge((*edge).idx), *edge);
      outward.push_back((*edge).idx);
    }
    for (auto [edge, end] = in_edges(v, graph); edge != end; ++edge) {
      EXPECT_EQ(target(*edge, graph), v);
      inward.push_back((*edge).idx);
    }
  }
  EXPECT_TRUE(std::is_sorted(outward.begin(), outward.end()));
  EXPECT_EQ(outward.size(), graph.edge_count());
  std::sort(inward.begin(), inward.end());
  EXPECT_EQ(inward, outward);
}

TEST(Graph, GivesRolesAndRelationsTheirEnds) {
  const Graph graph = graph_of({test::swahili_meeting()});
  std::vector<std::string> lines;
  for (std::uint32_t i = 0; i < graph.edge_count(); ++i) {
    const Graph::Edge edge = graph.edge(i);
    lines.push_back(std::string(graph.label(source(edge, graph))) + " " +
                    std::string(get(boost::edge_name, graph, edge)) + " " +
                    std::string(graph.label(target(edge, graph))));
  }
  std::sort(lines.begin(), lines.end());
  const std::vector<std::string> expected = {
      "Vladimir Putin president Urusi", "help agent Urusi",          "help patient Korea Kaskazini",
      "help topic setilaiti",           "meet agent Vladimir Putin", "meet companion Kim Jong Un",
      "meet place Vostochny",           "say agent Vladimir Putin",  "say content help"};
  EXPECT_EQ(lines, expected);
}

TEST(Graph, KeepsNamesByLanguageTheMostUsedFirst) {
  const Graph graph = graph_of({test::swahili_meeting(), test::english_meeting()});
  const Vertex place = graph.find(test::vostochny).value();
  EXPECT_EQ(graph.label(place, "sw"), "Vostochny");
  EXPECT_EQ(graph.label(place, "en"), "Vostochny Cosmodrome");
  EXPECT_EQ(graph.label(place, "fr"), graph.label(place));
  EXPECT_EQ(graph.entity(place).kind, EntityKind::facility);
  EXPECT_EQ(graph.entity(place).mentions.size(), 2u);
}

TEST(Graph, RunsBreadthFirstSearchDirectly) {
  const Graph graph = graph_of({test::swahili_meeting()});
  std::vector<int> distance(num_vertices(graph), -1);
  Vertex say = 0;
  for (Vertex v = graph.entity_count(); v < graph.vertex_count(); ++v) {
    if (graph.label(v) == "say") say = v;
  }
  distance[say] = 0;
  boost::breadth_first_search(
      graph, say,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  EXPECT_EQ(distance[graph.find(test::putin).value()], 1);
  EXPECT_EQ(distance[graph.find(test::korea).value()], 2);
  EXPECT_EQ(distance[graph.find(test::kim).value()], -1);
}

TEST(Graph, RunsBetweennessCentralityDirectly) {
  const Graph graph = graph_of({test::swahili_meeting()});
  std::vector<double> centrality(num_vertices(graph));
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(centrality.begin(), get(boost::vertex_index, graph)));
  // What was said leads through the promise of help to three participants, one of them also through the speaker.
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    const double expected = graph.label(v) == "help" ? 2.5 : graph.id(v) == test::putin ? 1.5 : 0.0;
    EXPECT_DOUBLE_EQ(centrality[v], expected) << graph.id(v);
  }
}

TEST(Graph, RefusesRowsThatDoNotFitTogether) {
  GraphRows rows;
  EXPECT_THROW(Graph(rows, {}), std::invalid_argument);
  rows = Graph().rows();
  EXPECT_THROW(Graph(rows, {{0, 0}}), std::invalid_argument);
}

}  // namespace
}  // namespace habari
