#include "../core/graph_documents.hpp"

#include <habari/core/error.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/term_mapping.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace habari {
namespace {

TermMapping mapping_of(const std::string& rows) {
  std::istringstream in("what\tterm\tcode\n" + rows);
  TermMapping mapping;
  mapping.add(in, "codes.tsv");
  return mapping;
}

std::string error_of(const std::string& rows) {
  try {
    mapping_of(rows);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(TermMapping, GivesAnEventItsRelationsCodesElseItsTypes) {
  const TermMapping mapping = mapping_of("type\tCONSULT\tCAMEO:04\nrelation\tmeet\tCAMEO:043\nrelation\tmeet\tX:1\n");
  ASSERT_EQ(mapping.of_event("meet", EventType::consult).size(), 2u);
  EXPECT_EQ(mapping.of_event("meet", EventType::consult)[0].text, "CAMEO:043");
  EXPECT_EQ(mapping.of_event("visit", EventType::consult)[0].text, "CAMEO:04");
  EXPECT_TRUE(mapping.of_event("visit", EventType::move).empty());
}

TEST(TermMapping, SaysWhichRowIsWrong) {
  EXPECT_EQ(
      error_of("type\tMEET\tCAMEO:04\n"),
      "codes.tsv:2: \"type\" \"MEET\", expected relation and a label, type and an event type, or role and a role");
  EXPECT_EQ(error_of("# none\nrole\tagent\thttp://a b\n"), "codes.tsv:3: <http://a b> is no IRI");
  std::istringstream in("what\tterm\n");
  EXPECT_THROW(TermMapping().add(in, "codes.tsv"), Error);
}

TEST(TermMapping, StandsInTheVocabulary) {
  GraphBuilder builder;
  builder.add(test::swahili_meeting());
  const TermMapping mapping =
      mapping_of("type\tCONSULT\tCAMEO:04\nrole\tagent\thttp://example.org/doer\nrelation\tfly\tX:9\n");
  std::ostringstream out;
  write_n_quads(builder.freeze(), out, {.mapping = &mapping});
  const std::string graph = " <" + std::string(vocabulary_graph) + "> .\n";
  const std::string hb = "<https://w3id.org/habari/ontology#";
  EXPECT_NE(out.str().find(hb + "CONSULT> " + hb + "code> \"CAMEO:04\"" + graph), std::string::npos);
  EXPECT_NE(
      out.str().find(hb + "agent> <http://www.w3.org/2004/02/skos/core#closeMatch> <http://example.org/doer>" + graph),
      std::string::npos);
  EXPECT_EQ(out.str().find("X:9"), std::string::npos);
}

}  // namespace
}  // namespace habari
