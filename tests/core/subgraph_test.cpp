#include "graph_documents.hpp"
#include "random_news.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/subgraph.hpp>
#include <habari/core/triples.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace habari {
namespace {

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

std::vector<Vertex> all_events(const Graph& graph) {
  std::vector<Vertex> events;
  for (const EventView& event : graph.events()) events.push_back(event.vertex);
  return events;
}

std::set<std::string> descriptions(const Graph& graph) {
  std::set<std::string> found;
  for (const TripleView& triple : triples(graph)) found.insert(describe(triple));
  return found;
}

TEST(Subgraph, OfAllEventsTellsWhatTheGraphTells) {
  const Graph graph = graph_of({test::swahili_meeting()});
  const Graph part = subgraph(graph, all_events(graph));
  EXPECT_EQ(descriptions(part), descriptions(graph));
  EXPECT_EQ(part.article(0).text, graph.article(0).text);
  EXPECT_EQ(part.rows().time_mentions.size(), graph.rows().time_mentions.size());
}

TEST(Subgraph, HasOnlyWhoTakesPartAndTheArticlesThatTell) {
  const Document other = test::DocumentMaker("other", "sw", "2024-01-01", "Asha alifika Goma.")
                             .entity("Asha", EntityKind::person, "person/asha", "Asha")
                             .event("alifika", "fika", "arrive", EventType::move)
                             .with(Role::agent, "Asha", "person/asha")
                             .make();
  const Graph graph = graph_of({test::swahili_meeting(), other});
  std::vector<Vertex> arrivals;
  for (const EventView& event : graph.events()) {
    if (event.label == "arrive") arrivals.push_back(event.vertex);
  }
  const Graph part = subgraph(graph, arrivals);
  ASSERT_EQ(part.event_count(), 1U);
  ASSERT_EQ(part.article_count(), 1U);
  EXPECT_EQ(part.article(0).id, "other");
  ASSERT_EQ(part.entity_count(), 1U);
  EXPECT_EQ(part.label(0), "Asha");
}

TEST(Subgraph, HasTheEventsThatItsEventsSay) {
  const Document said = test::DocumentMaker("said", "en", "2024-01-01", "Asha said Juma left.")
                            .event("left", "leave", "leave", EventType::move)
                            .with(Role::agent, "Juma", "person/juma")
                            .event("said", "say", "say", EventType::statement)
                            .with(Role::agent, "Asha", "person/asha")
                            .content(0)
                            .make();
  const Graph graph = graph_of({said});
  std::vector<Vertex> sayings;
  for (const EventView& event : graph.events()) {
    if (event.label == "say") sayings.push_back(event.vertex);
  }
  EXPECT_EQ(descriptions(subgraph(graph, sayings)), descriptions(graph));
}

TEST(Subgraph, OfPartsHoldsWhatTheWholeHolds) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Graph graph = graph_of(test::RandomNews(seed).documents(20));
    std::vector<Vertex> some = all_events(graph);
    std::erase_if(some, [&](Vertex v) { return (v + seed) % 3 != 0; });
    const Graph part = subgraph(graph, some);
    for (const Vertex v : some) {
      const auto found = part.find(graph.id(v));
      ASSERT_TRUE(found);
      EXPECT_EQ(describe_event(part, *found), describe_event(graph, v));
      EXPECT_EQ(part.event(*found).mentions.size(), graph.event(v).mentions.size());
    }
    EXPECT_EQ(descriptions(subgraph(part, all_events(part))), descriptions(part));
  }
}

TEST(Subgraph, RejectsWhatIsNoEvent) {
  const Graph graph = graph_of({test::swahili_meeting()});
  const std::vector<Vertex> entity = {0};
  EXPECT_THROW(subgraph(graph, entity), std::invalid_argument);
}

TEST(Subgraph, OfNoEventsIsEmpty) {
  const Graph graph = graph_of({test::swahili_meeting()});
  EXPECT_EQ(subgraph(graph, {}).vertex_count(), 0U);
}

}  // namespace
}  // namespace habari
