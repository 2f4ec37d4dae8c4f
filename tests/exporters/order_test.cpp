#include "all_formats.hpp"
#include "hostile_documents.hpp"

#include <habari/core/error.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/exporters/gexf.hpp>
#include <habari/exporters/graphml.hpp>
#include <habari/exporters/rdf.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

namespace habari {
namespace {

using test::all_formats;

TEST(Export, GivesTheSameBytesForEveryOrderOfDocuments) {
  const std::vector<Document> documents = {test::swahili_meeting(), test::english_meeting(), test::hostile_document()};
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), 0U);
  std::string expected;
  do {
    GraphBuilder builder;
    for (const std::size_t i : order) builder.add(documents[i]);
    const std::string written = all_formats(builder.freeze());
    if (expected.empty()) expected = written;
    ASSERT_TRUE(written == expected) << "order " << order[0] << order[1] << order[2];
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Export, OfPartsInNQuadsIsThatOfTheWhole) {
  const auto lines_of = [](const std::vector<Document>& documents) {
    GraphBuilder builder;
    for (const Document& document : documents) builder.add(document);
    std::ostringstream out;
    write_n_quads(builder.freeze(), out);
    std::vector<std::string> lines;
    std::istringstream in(std::move(out).str());
    for (std::string line; std::getline(in, line);) {
      // Each part has what its own relations are called.
      if (line[0] != '#' && line.find(vocabulary_graph) == std::string::npos) lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  };
  std::vector<std::string> parts = lines_of({test::swahili_meeting()});
  for (const std::string& line : lines_of({test::english_protest(), test::english_meeting()})) parts.push_back(line);
  std::sort(parts.begin(), parts.end());
  EXPECT_EQ(parts, lines_of({test::english_meeting(), test::swahili_meeting(), test::english_protest()}));
}

TEST(Export, FailsWhereTheStreamDoes) {
  GraphBuilder builder;
  builder.add(test::swahili_meeting());
  const Graph graph = builder.freeze();
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  for (const RdfSyntax syntax :
       {RdfSyntax::turtle, RdfSyntax::n_quads, RdfSyntax::rdf_xml, RdfSyntax::json_ld, RdfSyntax::trig}) {
    EXPECT_THROW(write_rdf(graph, syntax, out), Error);
  }
  EXPECT_THROW(write_graphml(graph, out), Error);
  EXPECT_THROW(write_gexf(graph, out), Error);
}

TEST(Export, RefusesABaseThatIsNoIri) {
  std::ostringstream out;
  for (const std::string base :
       {"", "news", "/news", "http://e/ x", "http://e/%4", "http://e/<x>", "ht tp://e/", "1:x"}) {
    EXPECT_THROW(write_turtle(Graph(), out, {.base = base}), Error) << base;
  }
  for (const std::string base : {"http://e", "urn:x:", "http://e/a#", "tag:e,2024:%41"}) {
    EXPECT_NO_THROW(write_turtle(Graph(), out, {.base = base})) << base;
  }
}

TEST(Documents, WithHostileNamesComeBackFromJson) {
  const Document document = test::hostile_document();
  const Document back = parse_document(to_json(document));
  EXPECT_EQ(back.entities, document.entities);
  EXPECT_EQ(back.events, document.events);
  EXPECT_EQ(back.relations, document.relations);
  EXPECT_EQ(back.article.text, document.article.text);
  EXPECT_EQ(back.article.id, document.article.id);
}

}  // namespace
}  // namespace habari
