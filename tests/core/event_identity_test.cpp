#include "graph_documents.hpp"
#include "random_news.hpp"

#include <habari/core/graph_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace habari {
namespace {

using test::DocumentMaker;
using test::RandomNews;

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

struct Meeting {
  std::string article;
  std::string published = "2024-03-05";
  std::string day = {};  ///< Empty: the article tells none.
  std::string town = "place/goma";
  std::string guest = "person/peter-otieno";
  bool in_swahili = false;
};

Document meeting(const Meeting& told) {
  DocumentMaker maker(
      told.article, told.in_swahili ? "sw" : "en", told.published,
      told.in_swahili ? "Mbali alikutana na Otieno huko Goma Jumatatu." : "Mbali met Otieno at Goma on Monday.");
  maker.event(told.in_swahili ? "alikutana" : "met", told.in_swahili ? "kutana" : "meet", "meet", EventType::consult)
      .with(Role::agent, "Mbali", "person/jane-mbali")
      .with(told.in_swahili ? Role::companion : Role::patient, "Otieno", told.guest)
      .with(Role::place, "Goma", told.town);
  if (!told.day.empty()) maker.time(told.in_swahili ? "Jumatatu" : "Monday", told.day);
  return maker.make();
}

TEST(EventIdentity, JoinsASwahiliAndAnEnglishReportOfOneMeeting) {
  const Graph graph = graph_of({meeting({.article = "a", .day = "2024-03-04", .in_swahili = true}),
                                meeting({.article = "b", .day = "2024-03-04"})});
  ASSERT_EQ(graph.event_count(), 1u);
  const EventView event = graph.event(graph.entity_count());
  ASSERT_EQ(event.mentions.size(), 2u);
  EXPECT_NE(event.mentions[0].article, event.mentions[1].article);
  EXPECT_EQ(graph.text(event.mentions[0].lemma), "kutana");
  EXPECT_EQ(graph.text(event.mentions[1].lemma), "meet");
}

TEST(EventIdentity, LinksUndatedReportsOfNeighbouringDaysAsProbablyOne) {
  const Graph graph = graph_of({meeting({.article = "a", .published = "2024-03-04"}),
                                meeting({.article = "b", .published = "2024-03-06", .in_swahili = true}),
                                meeting({.article = "c", .published = "2024-03-09"})});
  EXPECT_EQ(graph.event_count(), 3u);
  ASSERT_EQ(graph.rows().event_matches.size(), 1u);
  EXPECT_GT(graph.rows().event_matches[0].confidence, 0.5F);
  EXPECT_LT(graph.rows().event_matches[0].confidence, 1.0F);
  const EventMatch match = graph.rows().event_matches[0];
  EXPECT_EQ(graph.matches(match.first), std::vector{match});
  EXPECT_EQ(graph.matches(match.second), std::vector{match});
  EXPECT_TRUE(graph.matches(3 * graph.entity_count() + 3 - match.first - match.second).empty()) << "the third event";
  for (Vertex event = graph.entity_count(); event < graph.vertex_count(); ++event) {
    EXPECT_FALSE(graph.event(event).time) << "a publication date is no event's date";
  }
}

TEST(EventIdentity, KeepsTwoDatesSideBySide) {
  const Graph graph =
      graph_of({meeting({.article = "a", .day = "2024-03-04"}), meeting({.article = "b", .day = "2024-03-03"})});
  EXPECT_EQ(graph.event_count(), 2u);
  EXPECT_EQ(graph.rows().event_matches.size(), 1u);
}

TEST(EventIdentity, KeepsMeetingsOfOthersAndAtOtherPlacesApart) {
  const Graph graph = graph_of({meeting({.article = "a", .day = "2024-03-04"}),
                                meeting({.article = "b", .day = "2024-03-04", .town = "place/bukavu"}),
                                meeting({.article = "c", .day = "2024-03-04", .guest = "person/paul-mbuyi"})});
  EXPECT_EQ(graph.event_count(), 3u);
  EXPECT_TRUE(graph.rows().event_matches.empty());
}

TEST(EventIdentity, TakesAHeadlinesDateFromTheBody) {
  const Document document =
      DocumentMaker("a", "en", "2024-03-05", "Mbali meets Otieno. Jane Mbali met Peter Otieno in Goma on Monday.")
          .event("meets", "meet", "meet", EventType::consult)
          .with(Role::agent, "Mbali", "person/jane-mbali")
          .with(Role::patient, "Otieno", "person/peter-otieno")
          .event("met", "meet", "meet", EventType::consult)
          .with(Role::agent, "Jane Mbali", "person/jane-mbali")
          .with(Role::patient, "Peter Otieno", "person/peter-otieno")
          .with(Role::place, "Goma", "place/goma")
          .time("Monday", "2024-03-04")
          .make();
  const Graph graph = graph_of({document});
  ASSERT_EQ(graph.event_count(), 1u);
  EXPECT_EQ(graph.event(graph.entity_count()).mentions.size(), 2u);
  EXPECT_EQ(graph.event(graph.entity_count()).time->iso(), "2024-03-04");
}

Document two_meetings(const std::string& first_day, const std::string& second_day) {
  DocumentMaker maker("a", "en", "2024-03-09",
                      "Mbali meets Otieno. Mbali met Otieno on Monday. Mbali saw Otieno on Friday.");
  maker.event("meets", "meet", "meet", EventType::consult);
  maker.with(Role::agent, "Mbali", "person/jane-mbali").with(Role::patient, "Otieno", "person/peter-otieno");
  maker.event("met", "meet", "meet", EventType::consult);
  maker.with(Role::agent, "Mbali", "person/jane-mbali").with(Role::companion, "Otieno", "person/peter-otieno");
  maker.time("Monday", first_day);
  maker.event("saw", "meet", "meet", EventType::consult);
  maker.with(Role::agent, "Mbali", "person/jane-mbali").with(Role::agent, "Otieno", "person/peter-otieno");
  maker.time("Friday", second_day);
  return maker.make();
}

TEST(EventIdentity, GivesAnUndatedMentionNoneOfTwoDates) {
  EXPECT_EQ(graph_of({two_meetings("2024-03-04", "2024-03-08")}).event_count(), 3u);
  EXPECT_EQ(graph_of({two_meetings("2024-03-04", "2024-03-04")}).event_count(), 1u);
}

Document arrest(const std::string& article, const std::string& whom, const std::string& count) {
  return DocumentMaker(article, "en", "2024-03-05", "Police arrested " + count + " " + whom + " in Goma on Monday.")
      .event("arrested", "arrest", "arrest", EventType::coerce)
      .with(Role::agent, "Police")
      .with(Role::patient, whom, {}, count + " " + whom)
      .with(Role::place, "Goma", "place/goma")
      .time("Monday", "2024-03-04")
      .make();
}

TEST(EventIdentity, KeepsTwoCountsSideBySide) {
  const Graph graph = graph_of({arrest("a", "strikers", "5"), arrest("b", "strikers", "14")});
  EXPECT_EQ(graph.event_count(), 2u);
  EXPECT_TRUE(graph.find(local_entity_id("a", "5 strikers")));
  EXPECT_TRUE(graph.find(local_entity_id("b", "14 strikers")));
}

TEST(EventIdentity, KeepsWordsOfOneSpeakerApart) {
  const Document document = DocumentMaker("a", "en", "2024-03-05", "Mbali said it rains . Mbali said Goma sleeps .")
                                .event("rains", "rain", "rain", EventType::other)
                                .event("said it", "say", "say", EventType::statement)
                                .with(Role::agent, "Mbali", "person/jane-mbali")
                                .content(0)
                                .event("sleeps", "sleep", "sleep", EventType::other)
                                .with(Role::agent, "Goma", "place/goma")
                                .event("said Goma", "say", "say", EventType::statement)
                                .with(Role::agent, "Mbali", "person/jane-mbali")
                                .content(2)
                                .make();
  EXPECT_EQ(graph_of({document}).event_count(), 4u);
}

TEST(EventIdentity, IsTheSameInAnyOrderOfRandomNews) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    std::vector<Document> documents = RandomNews(seed).documents(12);
    IdentityReport report;
    GraphBuilder builder;
    for (const Document& document : documents) builder.add(document);
    const Graph expected = builder.freeze(&report);
    std::mt19937 random(seed);
    for (int i = 0; i < 4; ++i) {
      std::shuffle(documents.begin(), documents.end(), random);
      for (const Document& document : documents) builder.add(document);
      builder.add(documents.front());
      IdentityReport other;
      EXPECT_EQ(builder.freeze(&other), expected) << "seed " << seed;
      EXPECT_EQ(other.entities, report.entities) << "seed " << seed;
    }
  }
}

TEST(EventIdentity, LeavesNoTraceOfAnArticleThatIsTakenOutAgain) {
  for (unsigned seed = 0; seed < 30; ++seed) {
    std::vector<Document> documents = RandomNews(seed).documents(10);
    const std::string out = documents.front().article.id;
    std::vector<Document> others;
    std::copy_if(documents.begin(), documents.end(), std::back_inserter(others),
                 [&](const Document& document) { return document.article.id != out; });
    const Graph expected = graph_of(others);
    GraphBuilder builder;
    for (const Document& document : documents) builder.add(document);
    builder.remove(out);
    EXPECT_EQ(builder.freeze(), expected) << "seed " << seed;
  }
}

TEST(EventIdentity, JoinsRandomNewsWithoutJoiningWhatNobodyTold) {
  std::size_t joined = 0;
  for (unsigned seed = 0; seed < 60; ++seed) {
    const std::vector<Document> documents = RandomNews(seed).documents(12);
    const Graph graph = graph_of(documents);
    for (Vertex v = graph.entity_count(); v < graph.vertex_count(); ++v) {
      const EventView event = graph.event(v);
      joined += event.mentions.size() > 1 ? 1 : 0;
      EXPECT_FALSE(event.mentions.empty());
    }
    for (const EventMatch& match : graph.rows().event_matches) {
      EXPECT_LT(match.first, match.second);
      EXPECT_EQ(graph.event(match.first).label, graph.event(match.second).label);
      EXPECT_EQ(graph.event(match.first).factuality, graph.event(match.second).factuality);
    }
  }
  EXPECT_GT(joined, 0u);
}

}  // namespace
}  // namespace habari
