#include "../core/graph_documents.hpp"
#include "views/names_graph.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace habari {
namespace {

using views::Bond;
using views::NamesGraph;

Graph news() {
  GraphBuilder builder;
  builder.add(
      test::DocumentMaker("a", "en", "2024-05-13",
                          "Amina met Baraka in Kisumu. Amina and Chausiku left. Daudi said Amina left the town, "
                          "and Elimu is far. Fumo slept.")
          .entity("Amina", EntityKind::person, "person/amina")
          .entity("Baraka", EntityKind::person, "person/baraka")
          .entity("Kisumu", EntityKind::place, "place/kisumu")
          .entity("Chausiku", EntityKind::person, "person/chausiku")
          .entity("Daudi", EntityKind::person, "person/daudi")
          .entity("Elimu", EntityKind::organization, "organization/elimu")
          .entity("Fumo", EntityKind::person, "person/fumo")
          .event("met", "meet", "meet", EventType::consult)
          .with(Role::agent, "Amina", "person/amina")
          .with(Role::patient, "Baraka", "person/baraka")
          .with(Role::place, "Kisumu", "place/kisumu")
          .event("left", "leave", "leave", EventType::move)
          .with(Role::agent, "Amina", "person/amina")
          .with(Role::agent, "Chausiku", "person/chausiku")
          .with(Role::patient, "the town")
          .event("said", "say", "say", EventType::statement)
          .with(Role::agent, "Daudi", "person/daudi")
          .content(1)
          .make());
  return builder.freeze();
}

/// `amina meet baraka`, by identifiers without their kinds.
std::vector<std::string> edges(const Graph& graph, const ViewOptions& options, Bond bond) {
  std::vector<std::string> told;
  const auto name = [&](Vertex v) { return graph.id(v).substr(graph.id(v).find('/') + 1); };
  const NamesGraph names(graph, options);
  for (const views::NamesEdge& edge : names.edges()) {
    if (edge.bond == bond) told.push_back(name(edge.source) + " " + edge.label + " " + name(edge.target));
  }
  return told;
}

TEST(NamesView, JoinsThoseWhoTakeDifferentPartsInAnEvent) {
  EXPECT_EQ(edges(news(), {}, Bond::event),
            std::vector<std::string>({"amina meet baraka", "amina meet kisumu", "baraka meet kisumu", "daudi say amina",
                                      "daudi say chausiku"}));
}

TEST(NamesView, TellsThoseWhoAreOnlyListedApart) {
  EXPECT_EQ(edges(news(), {}, Bond::together), std::vector<std::string>({"amina leave chausiku"}));
}

TEST(NamesView, JoinsWhatOnlySharesASentenceUnlessToldNotTo) {
  // Each event's sentence is the whole text here.
  EXPECT_FALSE(edges(news(), {}, Bond::sentence).empty());
  EXPECT_TRUE(edges(news(), {.sentences = false}, Bond::sentence).empty());
  for (const std::string& edge : edges(news(), {}, Bond::sentence)) {
    EXPECT_EQ(edge.find("amina same sentence baraka"), std::string::npos);
  }
}

TEST(NamesView, LeavesIsolatedEntitiesOutUnlessToldNotTo) {
  const Graph graph = news();
  const auto has = [&](const ViewOptions& options, const char* id) {
    const NamesGraph names(graph, options);
    return std::ranges::any_of(names.nodes(), [&](const auto& node) { return graph.id(node.vertex) == id; });
  };
  EXPECT_FALSE(has({.sentences = false}, "person/fumo"));
  EXPECT_TRUE(has({.sentences = false, .isolated = true}, "person/fumo"));
  EXPECT_TRUE(has({.sentences = false}, "place/kisumu"));
}

TEST(NamesView, PutsKeyPlayersFirst) {
  const Graph graph = news();
  const NamesGraph names(graph, {.sentences = false});
  ASSERT_FALSE(names.nodes().empty());
  EXPECT_EQ(graph.id(names.nodes().front().vertex), "person/amina");
  EXPECT_EQ(names.nodes().front().degree, 4u);
}

TEST(NamesView, HasOneEdgeAPairOnRequest) {
  const Graph graph = news();
  const NamesGraph names(graph, {.sentences = false, .one_edge_a_pair = true});
  std::set<std::pair<Vertex, Vertex>> pairs;
  for (const views::NamesEdge& edge : names.edges()) {
    EXPECT_TRUE(pairs.insert(std::minmax(edge.source, edge.target)).second);
    EXPECT_NE(edge.source, edge.target);
    EXPECT_GT(edge.weight, 0);
  }
  // Amina and Chausiku left, and are what Daudi says.
  EXPECT_EQ(pairs.size(), 6u);
}

TEST(NamesView, IsDrawnBySizeAndColour) {
  std::ostringstream gexf;
  write_gexf(news(), gexf, {.view = GraphView::names});
  EXPECT_NE(gexf.str().find("<viz:size value=\"36\"/><viz:color r=\"0\" g=\"114\" b=\"178\"/>"), std::string::npos);
  std::ostringstream graphml;
  write_graphml(news(), graphml, {.view = GraphView::names});
  EXPECT_NE(graphml.str().find("<data key=\"n_size\">36</data><data key=\"n_r\">0</data>"), std::string::npos);
  EXPECT_EQ(graphml.str().find("attr.name=\"source\""), std::string::npos);
}

}  // namespace
}  // namespace habari
