#include "../core/random_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace habari {
namespace {

constexpr RdfSyntax syntaxes[] = {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::rdf_xml,
                                  RdfSyntax::trig};

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

std::string written(const Graph& graph, RdfSyntax syntax) {
  std::ostringstream out;
  write_rdf(graph, syntax, out);
  return out.str();
}

void read_into(GraphBuilder& builder, const std::string& text, RdfSyntax syntax) {
  std::istringstream in(text);
  add_rdf(builder, in, syntax, "file");
}

Graph reread(const std::string& text, RdfSyntax syntax) {
  GraphBuilder builder;
  read_into(builder, text, syntax);
  return builder.freeze();
}

/// Documents in which entities, events and times share pieces of text in every way.
class RdfRoundTrip : public testing::TestWithParam<RdfSyntax> {};

TEST_P(RdfRoundTrip, GivesTheSameGraphAndBytes) {
  std::size_t links = 0;
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const Graph graph = graph_of(test::RandomDocuments(seed).make(3));
    const std::string text = written(graph, GetParam());
    const Graph again = reread(text, GetParam());
    ASSERT_EQ(again, graph) << "seed " << seed;
    ASSERT_EQ(written(again, GetParam()), text) << "seed " << seed;
    links += graph.rows().entity_links.size();
  }
  EXPECT_GT(links, 100u);
}

INSTANTIATE_TEST_SUITE_P(EachSyntax, RdfRoundTrip, testing::ValuesIn(syntaxes));

/// The article's quads, and the marks around them.
std::string quads_of(const std::string& all, const std::string& article) {
  const std::string graph = " <https://w3id.org/habari/id/article/" + article + "> .";
  std::istringstream lines(all);
  std::string found;
  for (std::string line; std::getline(lines, line);) {
    if (line.front() == '#' || line.ends_with(graph)) found += line + "\n";
  }
  return found;
}

TEST(RdfRoundTrip, ArticlesOfAGraphReadOneByOneAreTheGraph) {
  for (std::uint64_t seed = 200; seed < 260; ++seed) {
    const Graph graph = graph_of(test::RandomDocuments(seed).make(3));
    const std::string all = written(graph, RdfSyntax::n_quads);
    GraphBuilder builder;
    for (const char* article : {"article-2", "article-0", "article-1"}) {
      read_into(builder, quads_of(all, article), RdfSyntax::n_quads);
    }
    const Graph again = builder.freeze();
    ASSERT_EQ(again, graph) << "seed " << seed;
  }
}

}  // namespace
}  // namespace habari
