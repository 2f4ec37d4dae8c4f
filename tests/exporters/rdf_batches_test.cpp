#include <habari/core/error.hpp>
#include <habari/exporters/rdf_batches.hpp>
#include <habari/exporters/writable_iri.hpp>

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace habari {
namespace {

std::vector<RdfBatch> cut(std::string_view text, RdfSyntax syntax, const RdfBatchOptions& options = {},
                          std::size_t piece = 1) {
  std::vector<RdfBatch> batches;
  RdfBatches reader(syntax, "in", options, [&](RdfBatch&& batch) { batches.push_back(std::move(batch)); });
  for (std::size_t at = 0; at < text.size(); at += piece) reader.parse(text.substr(at, piece));
  reader.finish();
  return batches;
}

std::string failure(std::string_view text, RdfSyntax syntax = RdfSyntax::n_quads) {
  try {
    cut(text, syntax);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

constexpr std::string_view quads =
    "<urn:a> <urn:p> <urn:b> <urn:g> .\n"
    "<urn:a> <urn:p> \"mvua \\\"kubwa\\\"\\nleo\"@sw <urn:g> .\n"
    "<urn:c> <urn:p> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer> <urn:h> .\n";

TEST(RdfBatches, AreAGraphEach) {
  const auto batches = cut(quads, RdfSyntax::n_quads);
  ASSERT_EQ(batches.size(), 2U);
  EXPECT_EQ(batches[0].graph, "urn:g");
  EXPECT_EQ(batches[0].count, 2U);
  EXPECT_EQ(batches[0].line, 1U);
  EXPECT_EQ(batches[0].statements, "<urn:a> <urn:p> <urn:b> .\n<urn:a> <urn:p> \"mvua \\\"kubwa\\\"\\nleo\"@sw .\n");
  EXPECT_EQ(batches[1].graph, "urn:h");
  EXPECT_EQ(batches[1].line, 3U);
  EXPECT_EQ(batches[1].statements, "<urn:c> <urn:p> \"5\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
  EXPECT_TRUE(batches[0].begins_graph && batches[0].ends_graph && batches[1].begins_graph && batches[1].ends_graph);
}

TEST(RdfBatches, AreTheGraphsOfTriG) {
  const auto batches =
      cut("@prefix : <urn:> .\n:g { :a :p :b . :a :p \"mvua \\\"kubwa\\\"\\nleo\"@sw . }\n:h { :c :p 5 . }\n",
          RdfSyntax::trig);
  const auto expected = cut(quads, RdfSyntax::n_quads);
  ASSERT_EQ(batches.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(batches[i].graph, expected[i].graph);
    EXPECT_EQ(batches[i].statements, expected[i].statements);
  }
}

TEST(RdfBatches, DoNotDependOnThePiecesTheInputComesIn) {
  for (const std::size_t piece : {2U, 7U, 1000U}) {
    const auto batches = cut(quads, RdfSyntax::n_quads, {}, piece);
    ASSERT_EQ(batches.size(), 2U);
    EXPECT_EQ(batches[0].statements, cut(quads, RdfSyntax::n_quads)[0].statements);
  }
}

TEST(RdfBatches, CutAGraphThatIsTooLarge) {
  std::string text;
  for (int i = 0; i < 10; ++i) text += "<urn:a> <urn:p> <urn:b" + std::to_string(i) + "> <urn:g> .\n";
  const auto batches = cut(text, RdfSyntax::n_quads, {.bytes = 60, .graph = {}});
  ASSERT_EQ(batches.size(), 5U);
  std::size_t count = 0;
  for (std::size_t i = 0; i < batches.size(); ++i) {
    EXPECT_EQ(batches[i].graph, "urn:g");
    EXPECT_LE(batches[i].statements.size(), 60U);
    EXPECT_EQ(batches[i].begins_graph, i == 0);
    EXPECT_EQ(batches[i].ends_graph, i == 4);
    count += batches[i].count;
  }
  EXPECT_EQ(count, 10U);
}

TEST(RdfBatches, PutTurtleIntoTheGraphThatIsGiven) {
  constexpr std::string_view turtle = "@prefix : <urn:> .\n:a :p :b , \"x\\u0022y\"@EN .\n";
  const auto batches = cut(turtle, RdfSyntax::turtle, {.bytes = 1000, .graph = "urn:here"});
  ASSERT_EQ(batches.size(), 1U);
  EXPECT_EQ(batches[0].graph, "urn:here");
  // SPARQL would take \u0022 for a bare quotation mark.
  EXPECT_EQ(batches[0].statements.find("\\u0022"), std::string::npos);
  EXPECT_NE(batches[0].statements.find(R"("x\"y")"), std::string::npos);
  EXPECT_EQ(cut(turtle, RdfSyntax::turtle, {.bytes = 1000, .graph = ""})[0].graph, "");
  EXPECT_EQ(failure(turtle, RdfSyntax::turtle), "in:2: a statement in no graph");
}

TEST(RdfBatches, RefuseWhatSparqlCouldNotHold) {
  EXPECT_NE(failure("<urn:a> <urn:p> <urn:b> <urn:g> .\n_:x <urn:p> <urn:b> <urn:g> .\n").find("in:2: blank node"),
            std::string::npos);
  EXPECT_EQ(failure("<urn:a> <urn:p> <urn:b{}> <urn:g> .\n"), "in:1: <urn:b{}> is no absolute IRI");
  EXPECT_EQ(failure("<urn:a> <urn:p> <urn:b> <urn:g{}> .\n"), "in:1: <urn:g{}> is no absolute IRI");
  EXPECT_EQ(failure("<urn:a> <urn:p> <urn:b\\u003E\\u007D> <urn:g> .\n").substr(0, 5), "in:1:");
}

TEST(RdfBatches, TellTheLineOfACutFile) {
  const std::string cut_off(quads.substr(0, quads.size() - 20));
  EXPECT_EQ(failure(cut_off).substr(0, 5), "in:3:");
}

TEST(RdfBatches, HandOnWholeGraphsOfACutFile) {
  const std::size_t second = quads.rfind("<urn:c>");
  for (std::size_t size = 2; size + 2 < quads.size(); ++size) {
    if (quads[size - 1] == '\n' || quads.substr(size - 2, 2) == " .") continue;  // Nothing tells that it went on.
    std::vector<std::string> graphs;
    RdfBatches reader(RdfSyntax::n_quads, "in", {}, [&](RdfBatch&& batch) { graphs.push_back(batch.graph); });
    EXPECT_THROW(
        {
          reader.parse(quads.substr(0, size));
          reader.finish();
        },
        Error)
        << size;
    EXPECT_TRUE(graphs.empty() || size > second) << size;
  }
}

TEST(RdfBatches, EndWithACommentOrWithoutALineFeed) {
  EXPECT_EQ(cut("<urn:a> <urn:p> <urn:b> <urn:g> .", RdfSyntax::n_quads).size(), 1U);
  EXPECT_EQ(cut("<urn:a> <urn:p> <urn:b> <urn:g> .\n# end", RdfSyntax::n_quads).size(), 1U);
}

TEST(RdfBatches, LetThroughWhatTheTakerThrows) {
  RdfBatches reader(RdfSyntax::n_quads, "in", {}, [](RdfBatch&&) { throw std::out_of_range("mine"); });
  EXPECT_THROW(
      {
        reader.parse(quads);
        reader.finish();
      },
      std::out_of_range);
}

TEST(RdfBatches, AcceptAbsoluteIrisOnly) {
  EXPECT_TRUE(is_writable_iri("https://w3id.org/habari/id/article/1"));
  EXPECT_TRUE(is_writable_iri("urn:ñ"));
  for (const char* wrong : {"", "article/1", ":x", "urn:a b", "urn:a>", "urn:a\nb", "1urn:a", "urn:\xff"}) {
    EXPECT_FALSE(is_writable_iri(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace habari
