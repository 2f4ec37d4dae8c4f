#include "../../bench/synthetic_documents.hpp"

#include <habari/core/graph_builder.hpp>

#include <gtest/gtest.h>

namespace habari {
namespace {

TEST(GraphMemory, IsAtMostSixtyBytesAnEdgeAndTwoHundredAVertexBesideStrings) {
  GraphBuilder builder;
  bench::SyntheticDocuments documents(2000);
  for (int i = 0; i < 4000; ++i) builder.add(documents.next());
  const Graph graph = builder.freeze();
  ASSERT_EQ(graph.event_count(), 20'000u);
  const Graph::Memory memory = graph.memory();
  EXPECT_LE(memory.edges, 60u * graph.edge_count());
  EXPECT_LE(memory.vertices, 200u * graph.vertex_count());
}

}  // namespace
}  // namespace habari
