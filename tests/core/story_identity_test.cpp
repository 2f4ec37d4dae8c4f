#include "graph_documents.hpp"

#include <habari/core/graph_builder.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace habari {
namespace {

using test::DocumentMaker;

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

struct Raid {
  std::string article;
  bool in_swahili = false;
  std::string dead = "31";
  std::string town = "place/goma";
  Factuality standing = Factuality::actual;
};

/// The same story in other words: who did what is said by senses and glosses.
Document raid(const Raid& told) {
  const std::string text =
      told.in_swahili
          ? "Majambazi waliua wakulima " + told.dead + " Goma, alisema Kamanda Amani. Wachimbaji waliandamana."
          : "Robbers murdered " + told.dead + " farmers in Goma, commander Amani said. Miners marched.";
  DocumentMaker maker(told.article, told.in_swahili ? "sw" : "en", "2024-03-05", text);
  maker
      .event(told.in_swahili ? "waliua" : "murdered", told.in_swahili ? "ua" : "murder",
             told.in_swahili ? "kill" : "murder", EventType::assault, told.standing)
      .sense("kill")
      .with(Role::agent, told.in_swahili ? "Majambazi" : "Robbers")
      .gloss("robber")
      .with(Role::patient, told.in_swahili ? "wakulima" : "farmers")
      .gloss("farmer")
      .quantity(told.dead, std::stod(told.dead))
      .with(Role::place, "Goma", told.town)
      .source("Amani", "person/joseph-amani");
  maker
      .event(told.in_swahili ? "waliandamana" : "marched", told.in_swahili ? "andamana" : "march", "march",
             EventType::protest)
      .sense("oppose.protest")
      .with(Role::agent, told.in_swahili ? "Wachimbaji" : "Miners")
      .gloss("miner");
  return maker.make();
}

/// Events of that sense, and links between them.
struct Found {
  std::size_t events = 0;
  std::size_t links = 0;
};
Found killings(const Graph& graph) {
  Found found;
  for (Vertex v = graph.entity_count(); v < graph.vertex_count(); ++v) found.events += graph.event(v).sense == "kill";
  for (const EventMatch& match : graph.rows().event_matches) found.links += graph.event(match.first).sense == "kill";
  return found;
}

TEST(StoryIdentity, JoinsWordsOfOneSenseInTwoLanguages) {
  const Graph graph = graph_of({raid({.article = "a"}), raid({.article = "b", .in_swahili = true})});
  const Found found = killings(graph);
  EXPECT_TRUE(found.events == 1 || found.links == 1) << found.events << " events, " << found.links << " links";
}

TEST(StoryIdentity, LinksAccountsThatDifferInANumber) {
  const Graph graph = graph_of({raid({.article = "a"}), raid({.article = "b", .in_swahili = true, .dead = "34"})});
  EXPECT_EQ(killings(graph).events, 2u);
}

TEST(StoryIdentity, KeepsApartWhatHappenedElsewhereOrDidNotHappen) {
  for (const Raid& other : {Raid{.article = "b", .in_swahili = true, .town = "place/bukavu"},
                            Raid{.article = "b", .in_swahili = true, .standing = Factuality::possible}}) {
    const Found found = killings(graph_of({raid({.article = "a"}), raid(other)}));
    EXPECT_EQ(found.events, 2u);
    EXPECT_EQ(found.links, 0u);
  }
}

TEST(StoryIdentity, IsTheSameInAnyOrder) {
  std::vector<Document> documents;
  for (int i = 0; i < 6; ++i) {
    documents.push_back(raid({.article = std::string(1, static_cast<char>('a' + i)), .in_swahili = i % 2 == 0}));
  }
  const Graph graph = graph_of(documents);
  std::reverse(documents.begin(), documents.end());
  EXPECT_EQ(graph.rows(), graph_of(documents).rows());
}

}  // namespace
}  // namespace habari
