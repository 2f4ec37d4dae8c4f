#include "hostile_documents.hpp"
#include "rdf/reading/statement_parser.hpp"

#include <habari/core/error.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/core/triples.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

namespace habari {
namespace {

constexpr RdfSyntax syntaxes[] = {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::rdf_xml,
                                  RdfSyntax::trig};

Graph graph_of(const std::vector<Document>& documents, bool texts = true) {
  GraphBuilder builder({.keep_texts = texts});
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

/// In full, so that all comes back.
std::string written(const Graph& graph, RdfSyntax syntax, RdfOptions options = {}) {
  options.size = RdfSize::full;
  std::ostringstream out;
  write_rdf(graph, syntax, out, options);
  return out.str();
}

Graph reread(const std::string& text, RdfSyntax syntax) {
  std::istringstream in(text);
  GraphBuilder builder;
  add_rdf(builder, in, syntax, "file");
  return builder.freeze();
}

std::string error_of(const std::string& text, RdfSyntax syntax) {
  try {
    reread(text, syntax);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

std::vector<Document> meeting() { return {test::swahili_meeting(), test::english_meeting(), test::english_protest()}; }

TEST(RdfReader, GivesTheGraphThatWasWritten) {
  for (const bool texts : {true, false}) {
    const Graph graph = graph_of(meeting(), texts);
    for (const RdfSyntax syntax : syntaxes) {
      const std::string text = written(graph, syntax);
      const Graph again = reread(text, syntax);
      EXPECT_EQ(again, graph);
      EXPECT_EQ(written(again, syntax), text);
    }
  }
}

TEST(RdfReader, TakesAnyBase) {
  const Graph graph = graph_of(meeting());
  for (const char* base : {"http://example.org/article/", "urn:news:", "https://example.org/a#"}) {
    EXPECT_EQ(reread(written(graph, RdfSyntax::turtle, {.base = base}), RdfSyntax::turtle), graph) << base;
  }
}

TEST(RdfReader, DoesNotMindTheOrderOfStatements) {
  const Graph graph = graph_of(meeting());
  std::istringstream lines(written(graph, RdfSyntax::n_quads));
  std::vector<std::string> order;
  for (std::string line; std::getline(lines, line);) order.push_back(line + "\n");
  std::string reversed;
  for (auto line = order.rbegin(); line != order.rend(); ++line) reversed += *line;
  EXPECT_EQ(reread(reversed, RdfSyntax::n_quads), graph);
}

TEST(RdfReader, FilesOfDifferentArticlesReadAsOneAreTheirUnion) {
  const std::string all = written(graph_of({test::swahili_meeting()}), RdfSyntax::n_quads) +
                          written(graph_of({test::english_meeting()}), RdfSyntax::n_quads);
  EXPECT_EQ(reread(all, RdfSyntax::n_quads), graph_of({test::swahili_meeting(), test::english_meeting()}));
}

TEST(RdfReader, BringsHostileNamesBack) {
  const Graph graph = graph_of({test::hostile_document()});
  for (const RdfSyntax syntax : syntaxes) {
    const Graph again = reread(written(graph, syntax), syntax);
    ASSERT_EQ(again.entity_count(), graph.entity_count());
    for (Vertex v = 0; v < graph.vertex_count(); ++v) EXPECT_EQ(again.id(v), graph.id(v));
    EXPECT_EQ(again.edge_count(), graph.edge_count());
    EXPECT_EQ(again.article(0).id, graph.article(0).id);
    // Labels are in identifiers of events and in properties.
    for (Vertex v = graph.entity_count(); v < graph.vertex_count(); ++v) {
      EXPECT_EQ(again.event(v).label, graph.event(v).label);
    }
  }
}

TEST(RdfReader, TellsApartWhatSharesAPieceOfText) {
  // "Asha" is two people to this article, of whom one takes part; "Monday" is two days to two events.
  test::DocumentMaker maker("a", "en", "2024-03-06", "Asha arrived and spoke on Monday.");
  maker.entity("Asha", EntityKind::person, "person/asha-one", "Asha One");
  maker.entity("Asha", EntityKind::person, "person/asha-two", "Asha Two");
  maker.event("arrived", "arrive", "arrive", EventType::move).with(Role::agent, "Asha", "person/asha-two");
  maker.time("Monday", "2024-03-04");
  maker.event("spoke", "speak", "speak", EventType::statement).with(Role::agent, "Asha", "person/asha-one");
  maker.time("Monday", "2024-02-26");
  const Graph graph = graph_of({maker.make()});
  const std::string text = written(graph, RdfSyntax::turtle);
  EXPECT_NE(text.find("a hb:Participation"), std::string::npos);
  EXPECT_NE(text.find("a hb:EntityMention"), std::string::npos);
  EXPECT_EQ(reread(text, RdfSyntax::turtle), graph);
  // Where nothing is shared, the pieces of text tell it all.
  EXPECT_EQ(written(graph_of(meeting()), RdfSyntax::turtle).find("a hb:Participation"), std::string::npos);
}

TEST(RdfReader, KeepsHowSureItIsThatSomebodyTakesPart) {
  std::vector<Document> documents = meeting();
  documents[0].events.at(0).args.at(0).confidence = 0.75;
  const Graph graph = graph_of(documents);
  const std::string text = written(graph, RdfSyntax::turtle);
  const std::size_t at = text.find("a hb:Participation");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(text.find("a hb:Participation", at + 1), std::string::npos);
  EXPECT_NE(text.find("hb:confidence \"0.75\"^^xsd:decimal", at), std::string::npos);
  EXPECT_EQ(reread(text, RdfSyntax::turtle), graph);
}

TEST(RdfReader, SaysWhichEventsAreProbablyOneAndHowSure) {
  std::vector<Document> reports;
  for (const char* day : {"2024-03-04", "2024-03-05"}) {
    test::DocumentMaker maker(day, "en", day, "Mbali met Otieno at Goma.");
    maker.event("met", "meet", "meet", EventType::consult)
        .with(Role::agent, "Mbali", "person/jane-mbali")
        .with(Role::patient, "Otieno", "person/peter-otieno")
        .with(Role::place, "Goma", "place/goma");
    reports.push_back(maker.make());
  }
  const Graph graph = graph_of(reports);
  ASSERT_EQ(graph.rows().event_matches.size(), 1u);
  const std::string text = written(graph, RdfSyntax::turtle);
  EXPECT_NE(text.find("skos:closeMatch event:"), std::string::npos);
  EXPECT_NE(text.find("a hb:EventMatch"), std::string::npos);
  EXPECT_EQ(reread(text, RdfSyntax::turtle), graph);

  // One of the events leaves with its article.
  std::istringstream in(text);
  GraphBuilder builder;
  add_rdf(builder, in, RdfSyntax::turtle, "file");
  builder.remove("2024-03-04");
  EXPECT_TRUE(builder.freeze().rows().event_matches.empty());
}

TEST(RdfReader, BringsBackItemsOfWikidata) {
  std::vector<Document> documents = meeting();
  documents[0].entities.push_back({{0, 4}, EntityKind::country, test::russia, "Urusi", "", {"wikidata:Q159"}});
  const Graph graph = graph_of(documents);
  for (const RdfSyntax syntax : syntaxes) {
    const std::string text = written(graph, syntax);
    EXPECT_NE(text.find("Q159"), std::string::npos);
    EXPECT_EQ(reread(text, syntax), graph);
  }
}

TEST(RdfReader, ReadsWhatWasWrittenWithTheTimeOfExtraction) {
  const Graph graph = graph_of(meeting());
  const std::string time = "2024-05-13T09:30:00Z";
  const std::string text = written(graph, RdfSyntax::turtle, {.extraction_time = time});
  EXPECT_NE(text.find("prov:endedAtTime \"" + time + "\"^^xsd:dateTime"), std::string::npos);
  EXPECT_EQ(written(graph, RdfSyntax::turtle).find("prov:endedAtTime"), std::string::npos);
  EXPECT_EQ(reread(text, RdfSyntax::turtle), graph);
  EXPECT_THROW(written(graph, RdfSyntax::turtle, {.extraction_time = "yesterday"}), Error);
}

TEST(RdfReader, ReadsRdfJsonOfOtherPrograms) {
  const std::string article = R"("http://example.org/article/a": {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": [{"type": "uri", "value": "https://schema.org/NewsArticle"}],
    "http://purl.org/dc/terms/identifier": [{"type": "literal", "value": "a"}]})";
  const Graph graph = reread("{" + article + "}", RdfSyntax::rdf_json);
  ASSERT_EQ(graph.article_count(), 1u);
  EXPECT_EQ(graph.article(0).id, "a");
  EXPECT_NE(error_of("{" + article, RdfSyntax::rdf_json), "");
}

TEST(RdfReader, DoesNotReadJsonLd) {
  EXPECT_EQ(error_of("{}", RdfSyntax::json_ld),
            "file: JSON-LD is written and not read, expected Turtle, TriG, N-Triples, N-Quads, RDF/XML or RDF/JSON");
}

TEST(RdfReader, TellsTheLineOfASyntaxError) {
  const std::string text = written(graph_of(meeting()), RdfSyntax::n_triples);
  const std::size_t third = text.find('\n', text.find('\n') + 1) + 1;
  for (const RdfSyntax syntax : {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads}) {
    EXPECT_EQ(
        error_of(text.substr(0, third) + "<http://a> <http://b> oops .\n" + text.substr(third), syntax).substr(0, 7),
        "file:3:");
  }
}

TEST(RdfReader, RefusesWhatHoldsNoGraph) {
  EXPECT_EQ(error_of("", RdfSyntax::turtle), "file: holds no article of a Habari graph");
  EXPECT_EQ(error_of("<http://a> <http://b> <http://c> .\n", RdfSyntax::n_triples),
            "file: holds no article of a Habari graph");
}

TEST(RdfReader, RefusesAFileCutAtAnyByte) {
  const Graph graph = graph_of({test::english_meeting()});
  for (const RdfSyntax syntax : syntaxes) {
    const std::string text = written(graph, syntax);
    // Without the last line's end nothing is missing.
    EXPECT_EQ(reread(text.substr(0, text.size() - 1), syntax), graph);
    for (std::size_t size = 0; size + 1 < text.size(); ++size) {
      // All would take a minute: both ends, the places between two statements, and some in between.
      const bool is_near_an_end = size < 300 || size + 300 > text.size();
      if (!is_near_an_end && size % 61 != 0 && text[size] != '\n' && text[size - 1] != '\n') continue;
      const std::string error = error_of(text.substr(0, size), syntax);
      ASSERT_EQ(error.substr(0, 5), "file:") << "syntax " << static_cast<int>(syntax) << ", byte " << size;
    }
  }
}

TEST(RdfReader, TellsWhereAFileWasCutBetweenStatements) {
  const std::string text = written(graph_of({test::english_meeting()}), RdfSyntax::n_quads);
  std::size_t size = 0;
  for (int line = 0; line < 7; ++line) size = text.find('\n', size) + 1;
  EXPECT_EQ(error_of(text.substr(0, size), RdfSyntax::n_quads),
            "file:8: the file was cut: its last line should be \"# end of habari/graph/1\"; without its first line it "
            "is read as it is (the file ends at byte " +
                std::to_string(size) + ")");
}

TEST(RdfReader, NoticesACutFileAmongWholeOnes) {
  const std::string first = written(graph_of({test::swahili_meeting()}), RdfSyntax::n_quads);
  const std::string second = written(graph_of({test::english_meeting()}), RdfSyntax::n_quads);
  const std::string cut = second.substr(0, second.rfind('\n', second.size() - 40) + 1);
  EXPECT_NE(error_of(first + cut, RdfSyntax::n_quads), "");
  EXPECT_EQ(error_of(first + second, RdfSyntax::n_quads), "");
}

TEST(RdfReader, ReadsFilesOfOtherProgramsWithoutMarks) {
  const Graph graph = graph_of(meeting());
  for (const RdfSyntax syntax : {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::trig}) {
    std::istringstream lines(written(graph, syntax));
    std::string text;
    for (std::string line; std::getline(lines, line);) {
      if (line[0] != '#') text += line + "\n";
    }
    EXPECT_EQ(reread(text, syntax), graph);
  }
}

constexpr const char* xml_root = R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>)";

TEST(RdfReader, RefusesDocumentTypesOfRdfXmlAndSoTheirEntities) {
  const std::string refused = ": a document type declaration (<!DOCTYPE), expected RDF/XML without one";
  const std::string connects = "<!DOCTYPE r [<!ENTITY % d SYSTEM \"http://127.0.0.1:1/d.dtd\"> %d;]>";
  const auto error = [&](const std::string& prolog) { return error_of(prolog + xml_root, RdfSyntax::rdf_xml); };
  EXPECT_EQ(error("<?xml version=\"1.0\"?>\n" + connects), "file:2" + refused);
  EXPECT_EQ(error("\xEF\xBB\xBF<!-- <a -- >\n-->\n<?x <b?>\n" + connects), "file:4" + refused);
  EXPECT_EQ(error("<!DOCTYPE r [<!ENTITY a \"aaaa\">]>"), "file:1" + refused);
  EXPECT_EQ(error("<!DOCTYPE r SYSTEM \"file:///etc/hostname\">"), "file:1" + refused);
  EXPECT_EQ(error("x" + connects), "file:1: is no RDF/XML, expected <");
}

TEST(RdfReader, RefusesEncodingsThatADocumentTypeCouldHideIn) {
  EXPECT_EQ(error_of(std::string("<\0?\0x\0m\0l\0", 10), RdfSyntax::rdf_xml),
            "file:1: a NUL byte, expected RDF/XML in UTF-8");
  EXPECT_EQ(error_of("<?xml version='1.0' encoding = 'UTF-7'?>+ADw-", RdfSyntax::rdf_xml),
            "file:1: the encoding is UTF-7, expected UTF-8");
  EXPECT_EQ(error_of("<?xml" + std::string(5000, ' ') + "encoding='UTF-7'?>", RdfSyntax::rdf_xml),
            "file:1: more than 4096 bytes from <? to ?>");
}

TEST(RdfReader, ReadsRdfXmlBehindDeclarationsAndComments) {
  std::string text = written(graph_of(meeting()), RdfSyntax::rdf_xml);
  text.insert(text.find("<rdf:RDF"), "<!-- <!ELEMENT a> -- \n>-->\n<?other?>\n<!---->");
  EXPECT_NE(error_of(text, RdfSyntax::rdf_xml), "");  // Two hyphens inside a comment are an error of XML.
  text.replace(text.find(" -- \n>"), 6, " - \n>");
  EXPECT_EQ(reread("\xEF\xBB\xBF" + text, RdfSyntax::rdf_xml), graph_of(meeting()));
}

TEST(RdfReader, RefusesRdfXmlOfTooManyElementsInsideEachOther) {
  const auto nested = [](std::size_t depth) {
    std::string text = R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:t="http://x/">)";
    text += "<!-- <t:a> --><rdf:Description rdf:about='http://x/a>'><t:a/><t:a/></rdf:Description>\n";
    for (std::size_t i = 1; i < depth; i += 2) text += "<rdf:Description><t:a>";
    for (std::size_t i = 1; i < depth; i += 2) text += "</t:a></rdf:Description>";
    return text + "</rdf:RDF>";
  };
  EXPECT_EQ(error_of(nested(999), RdfSyntax::rdf_xml), "file: holds no article of a Habari graph");
  EXPECT_EQ(error_of(nested(1001), RdfSyntax::rdf_xml), "file:2: more than 1000 elements inside each other");
}

TEST(RdfReader, RefusesRdfXmlOfTooManyAttributes) {
  const auto element = [](std::size_t count) {
    std::string text = R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:t="http://x/">)";
    text += "\n<rdf:Description";
    for (std::size_t i = 0; i < count; ++i) text += " t:a" + std::to_string(i) + "='\"'";
    return text + "/></rdf:RDF>";
  };
  EXPECT_EQ(error_of(element(1000), RdfSyntax::rdf_xml), "file: holds no article of a Habari graph");
  EXPECT_EQ(error_of(element(1001), RdfSyntax::rdf_xml), "file:2: more than 1000 attributes of an element");
}

TEST(RdfReader, ReadsLongLiteralsThatComeInPieces) {
  constexpr std::size_t size = std::size_t{1} << 24U;
  const std::string line = "<http://x/a> <http://x/b> \"" + std::string(size, 'a') + "\" .\n";
  for (const RdfSyntax syntax : {RdfSyntax::turtle, RdfSyntax::trig, RdfSyntax::n_triples}) {
    std::vector<std::size_t> sizes;
    std::istringstream in(line + line);
    rdf::parse_statements(in, syntax, "file",
                          [&](const rdf::StatementView& seen) { sizes.push_back(seen.object.text.size()); });
    EXPECT_EQ(sizes, std::vector<std::size_t>({size, size}));
  }
}

TEST(RdfReader, BringsBackNamesOfNoCharacters) {
  test::DocumentMaker maker("a", "en", "2024-03-06", "Asha  spoke.");
  maker.event("spoke", "speak", "speak", EventType::statement).with(Role::agent, " ", "", "  ");
  const Graph graph = graph_of({maker.make()});
  ASSERT_NE(written(graph, RdfSyntax::n_triples).find("ontology#name> \"\""), std::string::npos);
  for (const RdfSyntax syntax : syntaxes) EXPECT_EQ(reread(written(graph, syntax), syntax), graph);
}

TEST(RdfReader, ReadsWhoPublishedAnArticleAndWhen) {
  Document document = test::english_meeting();
  document.article.publication = {"The Lake Post", "Asha Juma; Peter Otieno", "Politics", "2023-09-13T18:05:00+03:00",
                                  "2023-09-14"};
  const Graph graph = graph_of({document});
  EXPECT_GT(graph.article(0).words, 5u);
  for (const RdfSize size : {RdfSize::lean, RdfSize::full}) {
    std::ostringstream out;
    write_rdf(graph, RdfSyntax::turtle, out, {.size = size, .texts = false});
    EXPECT_NE(out.str().find("schema:author \"Asha Juma\" ,\n    \"Peter Otieno\""), std::string::npos);
    EXPECT_NE(out.str().find("\"2023-09-13T18:05:00+03:00\"^^xsd:dateTime"), std::string::npos);
    const Graph again = reread(out.str(), RdfSyntax::turtle);
    EXPECT_EQ(again.rows().articles, graph.rows().articles);
  }
}

TEST(RdfReader, SaysWhatLeanLacks) {
  const Graph graph = graph_of({test::english_meeting()});
  std::ostringstream out;
  write_rdf(graph, RdfSyntax::n_triples, out, {.size = RdfSize::lean});
  std::string text = out.str();
  EXPECT_EQ(error_of(text, RdfSyntax::n_triples), "");
  const std::size_t is_string = text.find("nif-core#isString");
  text.replace(is_string, 17, "nif-core#isNoText");
  EXPECT_NE(error_of(text, RdfSyntax::n_triples).find("has no nif:anchorOf, and its article no nif:isString"),
            std::string::npos);
  std::ostringstream none;
  EXPECT_THROW(write_rdf(graph, RdfSyntax::turtle, none, {.extraction_time = "2024-05-13T09:30:00Z"}), Error);
}

TEST(RdfReader, RefusesConfidencesOutsideZeroToOne) {
  std::string text = written(graph_of(meeting()), RdfSyntax::n_triples);
  const std::string key = "ontology#confidence> \"";
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + 1)) {
    text.replace(at + key.size(), text.find('"', at + key.size()) - at - key.size(), "1e9");
  }
  EXPECT_NE(error_of(text, RdfSyntax::n_triples).find("has an hb:confidence of 1e9, expected 0 to 1"),
            std::string::npos)
      << error_of(text, RdfSyntax::n_triples);
}

}  // namespace
}  // namespace habari
