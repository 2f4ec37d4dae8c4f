#include "graph_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/undirected_view.hpp>

#include <gtest/gtest.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/graph_concepts.hpp>

#include <set>
#include <vector>

namespace habari {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<UndirectedView>));

TEST(UndirectedView, HasTheComponentsThatTheArticlesShare) {
  GraphBuilder builder;
  builder.add(test::swahili_meeting());
  builder.add(test::english_meeting());
  builder.add(test::english_protest());
  const Graph graph = builder.freeze();
  const UndirectedView view(graph);
  std::vector<int> component(num_vertices(view));
  // The meeting with all that hangs on it; the arrest; the protest.
  EXPECT_EQ(boost::connected_components(view, component.data()), 3);
  EXPECT_EQ(component[graph.find(test::kim).value()], component[graph.find("organization/kremlin").value()]);
  EXPECT_NE(component[graph.find(test::kim).value()], component[graph.find("place/nairobi").value()]);
}

TEST(UndirectedView, ShowsEachEdgeFromBothEnds) {
  GraphBuilder builder;
  builder.add(test::swahili_meeting());
  const Graph graph = builder.freeze();
  const UndirectedView view(graph);
  std::multiset<std::uint32_t> seen;
  for (auto [v, end] = vertices(view); v != end; ++v) {
    for (auto [edge, last] = out_edges(*v, view); edge != last; ++edge) {
      EXPECT_EQ(source(*edge, view), *v);
      seen.insert((*edge).edge.idx);
    }
  }
  EXPECT_EQ(seen.size(), 2 * num_edges(view));
  for (std::uint32_t i = 0; i < num_edges(view); ++i) EXPECT_EQ(seen.count(i), 2u);
}

TEST(UndirectedView, RunsBetweennessCentrality) {
  GraphBuilder builder;
  builder.add(test::english_protest());
  const Graph graph = builder.freeze();
  const UndirectedView view(graph);
  std::vector<double> centrality(num_vertices(view));
  boost::brandes_betweenness_centrality(
      view, boost::make_iterator_property_map(centrality.begin(), get(boost::vertex_index, view)));
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    EXPECT_DOUBLE_EQ(centrality[v], graph.label(v) == "arrest" ? 1.0 : 0.0);
  }
}

}  // namespace
}  // namespace habari
