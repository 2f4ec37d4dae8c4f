#include "graph_documents.hpp"
#include "random_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/query.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>
#include <set>
#include <string>
#include <vector>

namespace habari {
namespace {

Graph meeting() {
  GraphBuilder builder;
  for (const Document& document : {test::swahili_meeting(), test::english_meeting(), test::english_protest()}) {
    builder.add(document);
  }
  return builder.freeze();
}

static_assert(std::ranges::random_access_range<decltype(std::declval<const Graph&>().entities())>);
static_assert(std::ranges::input_range<EventMatchRange>);

TEST(GraphRanges, GiveEverythingInGraphOrder) {
  const Graph graph = meeting();
  Vertex v = 0;
  for (const EntityView& entity : graph.entities()) {
    EXPECT_EQ(entity.vertex, v);
    EXPECT_EQ(entity.id, graph.id(v++));
  }
  for (const EventView& event : graph.events()) {
    EXPECT_EQ(event.vertex, v);
    EXPECT_EQ("event/" + event.uuid.text(), graph.id(v++));
  }
  EXPECT_EQ(v, graph.vertex_count());
  std::uint32_t article = 0;
  for (const ArticleView& view : graph.articles()) EXPECT_EQ(view.index, article++);
  EXPECT_EQ(article, 3u);
}

TEST(GraphRanges, LeadFromEventsToParticipantsAndBack) {
  const Graph graph = meeting();
  std::multiset<std::pair<Vertex, Vertex>> from_events;
  std::multiset<std::pair<Vertex, Vertex>> from_participants;
  for (const EventView& event : graph.events()) {
    for (const RoleView& role : graph.participants(event.vertex)) {
      EXPECT_EQ(role.event, event.vertex);
      from_events.emplace(role.event, role.participant);
    }
  }
  for (Vertex v = 0; v < graph.vertex_count(); ++v) {
    for (const RoleView& role : graph.participations(v)) {
      EXPECT_EQ(role.participant, v);
      from_participants.emplace(role.event, role.participant);
    }
  }
  EXPECT_EQ(from_events.size(), graph.role_count());
  EXPECT_EQ(from_events, from_participants);
  EXPECT_THROW(graph.participants(0), std::invalid_argument);
  EXPECT_THROW(graph.participations(graph.vertex_count()), std::invalid_argument);
}

TEST(GraphRanges, LeadAlongStandingRelations) {
  const Graph graph = meeting();
  const Vertex putin = graph.find(test::putin).value();
  const Vertex russia = graph.find(test::russia).value();
  for (const RelationView& relation : graph.relations_from(putin)) {
    EXPECT_EQ(relation.label, "president");
    EXPECT_EQ(relation.object, russia);
  }
  EXPECT_EQ(std::ranges::distance(graph.relations_from(putin)), 1);
  EXPECT_EQ(std::ranges::distance(graph.relations_to(russia)), 1);
  EXPECT_EQ(std::ranges::distance(graph.relations_to(putin)), 0);
  EXPECT_THROW(graph.relations_from(graph.entity_count()), std::invalid_argument);
}

TEST(EventMatches, AreTheEventsOfTheTriplesEachOnce) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    GraphBuilder builder;
    for (const Document& document : test::RandomDocuments(seed).make(6)) builder.add(document);
    const Graph graph = builder.freeze();
    const QueryIndex index(graph);
    for (const Pattern& pattern : {Pattern{}, Pattern{.subject = Variable{"s"}, .object = Variable{"o"}},
                                   Pattern{.factuality = Factuality::actual}, Pattern{.since = Date(2021)}}) {
      std::set<Vertex> expected;
      for (const TripleView& triple : index.find(pattern)) {
        if (triple.event()) expected.insert(*triple.event());
      }
      std::vector<Vertex> events;
      for (const EventView& event : index.events(pattern)) events.push_back(event.vertex);
      std::sort(events.begin(), events.end());
      EXPECT_EQ(events, std::vector<Vertex>(expected.begin(), expected.end()));
    }
  }
}

}  // namespace
}  // namespace habari
