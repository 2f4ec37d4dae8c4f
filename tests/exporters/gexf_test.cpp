#include "../core/graph_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/gexf.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace habari {
namespace {

constexpr std::string_view ana = "person/ana";
constexpr std::string_view ben = "person/ben";

/// A document in which Ana does `label` to Ben at `time`; at no time where that is empty.
Document deed(const std::string& id, const std::string& label, const std::string& time,
              Factuality factuality = Factuality::actual) {
  test::DocumentMaker maker(id, "en", "2024-01-01", "Ana " + label + " Ben " + time);
  maker.entity("Ana", EntityKind::person, std::string(ana), "Ana")
      .entity("Ben", EntityKind::person, std::string(ben), "Ben")
      .event(label, label, label, EventType::other, factuality)
      .with(Role::agent, "Ana", std::string(ana))
      .with(Role::patient, "Ben", std::string(ben));
  if (!time.empty()) maker.time(time, time);
  return maker.make();
}

/// The lines of the nodes and edges.
std::string lines(const std::vector<Document>& documents, std::string_view begin, GraphView view) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  std::ostringstream out;
  write_gexf(builder.freeze(), out, {view});
  std::istringstream in(std::move(out).str());
  std::string found;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(begin)) found += line + "\n";
  }
  return found;
}

TEST(Gexf, GivesAnEdgeTheDaysOfItsEvent) {
  EXPECT_NE(lines({deed("a", "visit", "2024-02")}, "<edge ", GraphView::entities)
                .find("kind=\"visit\" label=\"visit\" weight=\"1\" start=\"2024-02-01\" end=\"2024-02-29\">"),
            std::string::npos);
}

TEST(Gexf, GivesAnUndatedEventNoDays) {
  for (const GraphView view : {GraphView::entities, GraphView::events}) {
    const std::string written =
        lines({deed("a", "visit", "")}, "<node ", view) + lines({deed("a", "visit", "")}, "<edge ", view);
    EXPECT_NE(written.find("visit"), std::string::npos);
    EXPECT_EQ(written.find("start="), std::string::npos) << written;
    EXPECT_EQ(written.find("<spell"), std::string::npos);
  }
}

TEST(Gexf, GivesAnEntityTheDaysOfAllItsEvents) {
  const std::string nodes = lines({deed("a", "visit", "2024-02-03"), deed("b", "phone", "2024-02-04"),
                                   deed("c", "thank", "2025"), deed("d", "greet", "")},
                                  "<node id=\"entity/person/ana\"", GraphView::entities);
  EXPECT_NE(nodes.find("<spells><spell start=\"2024-02-03\" end=\"2024-02-04\"/>"
                       "<spell start=\"2025-01-01\" end=\"2025-12-31\"/></spells><attvalues>"),
            std::string::npos)
      << nodes;
}

TEST(Gexf, GivesAnEventAndItsRolesTheEventsDays) {
  const std::vector<Document> documents = {deed("a", "visit", "2024-02-03")};
  const std::string days = "start=\"2024-02-03\" end=\"2024-02-03\">";
  EXPECT_NE(lines(documents, "<node id=\"event/", GraphView::events).find(days), std::string::npos);
  const std::string roles = lines(documents, "<edge ", GraphView::events);
  EXPECT_NE(roles.find("kind=\"agent\" label=\"agent\" weight=\"1\" " + days), std::string::npos) << roles;
}

TEST(Gexf, TellsWhatDidNotHappenByTheLabel) {
  const std::string edges = lines({deed("a", "visit", "2024-02"), deed("b", "visit", "2024-02", Factuality::planned)},
                                  "<edge ", GraphView::entities);
  EXPECT_NE(edges.find("kind=\"visit\" label=\"visit\""), std::string::npos);
  EXPECT_NE(edges.find("kind=\"visit (planned)\" label=\"visit (planned)\""), std::string::npos) << edges;
}

TEST(Gexf, QuotesTheItemsOfAList) {
  Document document = deed("a", "visit", "2024-02");
  document.article.id = "a \"b\", c\\d|e";
  EXPECT_NE(
      lines({document}, "<edge ", GraphView::entities).find("value=\"[&quot;a \\&quot;b\\&quot;, c\\\\d|e&quot;]\""),
      std::string::npos);
}

TEST(Gexf, WritesNoValueThatGephiRefuses) {
  std::vector<Document> documents = {deed("a", "visit", "2024-02")};
  for (const int number : {1, 2, 3}) {
    documents.push_back(documents.front());
    documents.back().article.id = std::to_string(number) + std::string(240'000, 'x');
  }
  const std::string edges = lines(documents, "<edge ", GraphView::entities);
  // Two of the three long ones fit beside the short one.
  const std::size_t articles = edges.find("for=\"articles\"");
  const std::size_t size = edges.find("]\"/>", articles) - articles;
  EXPECT_GT(size, 480'000U);
  EXPECT_LT(size, 500'100U);
  EXPECT_NE(edges.find("for=\"article_count\" value=\"4\""), std::string::npos);
}

}  // namespace
}  // namespace habari
