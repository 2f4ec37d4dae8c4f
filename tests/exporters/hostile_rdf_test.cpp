#include "hostile_documents.hpp"
#include "rdf/reading/statement_parser.hpp"

#include <habari/core/error.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/exporters/rdf.hpp>
#include <habari/exporters/rdf_reader.hpp>

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace habari {
namespace {

constexpr RdfSyntax turtle_and_lines[] = {RdfSyntax::turtle, RdfSyntax::trig, RdfSyntax::n_triples, RdfSyntax::n_quads};
const std::string start = "<http://x/a> <http://x/b> ";

/// What reading the statements of `text` fails with; empty where it does not.
std::string error_of(const std::string& text, RdfSyntax syntax,
                     std::size_t statement_bytes = rdf::StatementParser::max_statement_bytes) {
  try {
    rdf::StatementParser parser(
        syntax, "file", [](const rdf::StatementView&) {}, statement_bytes);
    parser.parse(text);
    parser.finish();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

/// A statement about a literal in the language `tag`.
std::string in_language(const std::string& tag, RdfSyntax syntax) {
  if (syntax == RdfSyntax::rdf_json) {
    return R"({"http://x/a": {"http://x/b": [{"type": "literal", "value": "x", "lang": ")" + tag + "\"}]}}";
  }
  if (syntax == RdfSyntax::rdf_xml) {
    return R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:t="http://x/">)"
           R"(<rdf:Description rdf:about="http://x/a"><t:b xml:lang = ')" +
           tag + "'>x</t:b></rdf:Description></rdf:RDF>";
  }
  return start + "\"x\"@" + tag + " .\n";
}

TEST(HostileRdf, LanguageTagsThatRaptorHasNoRoomForAreRefused) {
  const std::string refused = "file:1: a language tag of more than 255 bytes";
  for (const RdfSyntax syntax : {RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::rdf_xml, RdfSyntax::rdf_json,
                                 RdfSyntax::turtle, RdfSyntax::trig}) {
    const bool is_word = syntax == RdfSyntax::turtle || syntax == RdfSyntax::trig;
    EXPECT_EQ(error_of(in_language(std::string(255, 'a'), syntax), syntax), "");
    EXPECT_EQ(error_of(in_language(std::string(256, 'a'), syntax), syntax),
              is_word ? "file:1: a word of more than 255 bytes without a colon" : refused);
  }
  std::string escaped_key = in_language(std::string(256, 'a'), RdfSyntax::rdf_json);
  escaped_key.replace(escaped_key.find("lang"), 4, "l\\u0061ng");
  EXPECT_EQ(error_of(escaped_key, RdfSyntax::rdf_json), refused);
}

TEST(HostileRdf, NothingHidesALongLanguageTag) {
  const std::string tag = "\"@" + std::string(300, 'a') + " .\n";
  for (const std::string before : {"\"\\\\", "\"\\\"\\\\", "\"'", "\"#", "\"<"}) {
    for (const RdfSyntax syntax : turtle_and_lines) EXPECT_NE(error_of(start + before + tag, syntax), "") << before;
  }
  // Raptor goes on behind a wrong line of N-Triples.
  for (const std::string line : {"x\n", "<\n", "\"\n", "<<http://x/a>\n", "\\"}) {
    EXPECT_NE(error_of(line + start + "\"x" + tag, RdfSyntax::n_triples), "") << line;
  }
  for (const std::string before : {"'x\"'", "'''\"''\"'''", "\"\"", "\"\"\"\"\"x\"\"\""}) {
    EXPECT_EQ(error_of(start + before + tag.substr(1), RdfSyntax::turtle),
              "file:1: a word of more than 255 bytes without a colon")
        << before;
  }
}

TEST(HostileRdf, WordsWithoutAColonAreOfBoundedLength) {
  const std::string refused = "file:2: a word of more than 255 bytes without a colon";
  for (const RdfSyntax syntax : {RdfSyntax::turtle, RdfSyntax::trig}) {
    EXPECT_EQ(error_of("#\n" + std::string(1 << 20, 'a'), syntax), refused);
    EXPECT_EQ(error_of("#\n" + start + std::string(1 << 20, '9'), syntax), refused);
    // Names behind prefixes, IRIs, texts and comments may be long.
    const std::string many(1000, 'a');
    EXPECT_EQ(error_of("#" + many + "\n@prefix x: <http://x/" + many + "> .\nx:" + many + " x:\\'" + many + " '" +
                           many + "', _:" + many + ", \"\\\"" + many + "\", '''" + many + "''' .\n",
                       syntax),
              "");
  }
}

TEST(HostileRdf, EscapesAreTheCharactersThatTheyStandFor) {
  const std::pair<const char*, const char*> escapes[] = {{"\\u0001", "\x01"},
                                                         {"\\u0009", "\t"},
                                                         {"\\u000a", "\n"},
                                                         {"\\u000D", "\r"},
                                                         {"\\u0020", " "},
                                                         {"\\u0022", "\""},
                                                         {"\\u0027", "'"},
                                                         {"\\u003E", ">"},
                                                         {"\\u0041", "A"},
                                                         {"\\u005C", "\\"},
                                                         {"\\u005Cu0041", "\\u0041"},
                                                         {"\\\\u0041", "\\u0041"},
                                                         {"\\\\\\u0041", "\\A"},
                                                         {"\\u007F", "\x7F"},
                                                         {"\\U00000041", "A"},
                                                         {"\\u00e9", "\xC3\xA9"},
                                                         {"\\u0041B", "AB"},
                                                         {"\\t\\u0041", "\tA"},
                                                         {"\\U0001F600", "\xF0\x9F\x98\x80"}};
  for (const RdfSyntax syntax : turtle_and_lines) {
    for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
      std::string text = start + '"';
      std::string expected;
      for (const auto& [escape, character] : escapes) {
        text += escape;
        expected += character;
      }
      text += "\" .\n<http://x/\\u0041\\u00E9\\u0022> <http://x/b> <http://x/c> .\n";
      std::vector<std::string> seen;
      rdf::StatementParser parser(syntax, "file", [&](const rdf::StatementView& statement) {
        seen.emplace_back(statement.object.text);
        seen.emplace_back(statement.subject.text);
      });
      for (std::size_t at = 0; at < text.size(); at += piece) parser.parse(std::string_view(text).substr(at, piece));
      parser.finish();
      EXPECT_EQ(seen, (std::vector<std::string>{expected, "http://x/a", "http://x/c", "http://x/A\xC3\xA9\""}));
    }
  }
}

TEST(HostileRdf, EscapesThatAreNoneAreRefused) {
  for (const RdfSyntax syntax : {RdfSyntax::n_triples, RdfSyntax::n_quads}) {
    const std::string refused = R"(file:2: an escape \q, expected one of \t \b \n \r \f \" \\ \u \U)";
    EXPECT_EQ(error_of("# \\q\n" + start + "\"a\\q\" .\n", syntax), refused);
    EXPECT_EQ(error_of("\n<http://x/\\q> <http://x/b> \"a\" .\n", syntax), refused);
    EXPECT_EQ(error_of(start + R"("\t\b\n\r\f\"\\\u0041\U00000041" . # \q)" + "\n", syntax), "");
  }
}

TEST(HostileRdf, ManyEscapesTakeLinearTimeOrAreRefused) {
  const auto many = [](const std::string& escape, int count) {
    std::string text = start + '"';
    for (int i = 0; i < count; ++i) text += escape;
    return text + "\" .\n";
  };
  for (const RdfSyntax syntax : turtle_and_lines) {
    for (const std::string escape : {"\\u0041", "\\u00E9", "\\u0007", "\\U0001F600"}) {
      EXPECT_EQ(error_of(many(escape, 400'000), syntax), "");  // Many seconds, were it quadratic.
    }
    EXPECT_EQ(error_of(many("\\u0022", 10'000) + many("\\u000A", 10'000), syntax), "");
    const std::string refused = "file:1: more than 10000 escapes of blanks, line ends and quotes (\\u0022) in one text";
    EXPECT_EQ(error_of(many("\\u0022", 10'001), syntax), refused);
    EXPECT_EQ(error_of(many("\\uD83D", 10'001), syntax), refused);
  }
}

TEST(HostileRdf, StatementsAreOfBoundedLength) {
  const std::string refused = "file:1: more than 16384 bytes before a statement ends";
  const std::string text = start + '"' + std::string(2000, 'a') + "\" .\n";
  for (const RdfSyntax syntax : turtle_and_lines) {
    EXPECT_EQ(error_of(text, syntax, 16384), "");
    rdf::StatementParser parser(
        syntax, "file", [](const rdf::StatementView&) {}, 16384);
    // Raptor reads Turtle in steps of its own.
    const bool has_lines = syntax == RdfSyntax::n_triples || syntax == RdfSyntax::n_quads;
    for (int i = 0; i < 100 && has_lines; ++i) EXPECT_NO_THROW(parser.parse(text));
    std::string error;
    try {
      parser.parse(start + '"');
      for (int i = 0; i < 100; ++i) parser.parse(std::string(1000, 'a'));
    } catch (const Error& thrown) {
      error = thrown.what();
    }
    EXPECT_NE(error.find("more than 16384 bytes before a statement ends"), std::string::npos) << error;
    EXPECT_EQ(error_of(start + '"' + std::string(20000, 'a'), syntax, 16384), refused);
    EXPECT_EQ(error_of(std::string(20000, '\n') + std::string(20000, ' '), syntax, 16384).empty(), false);
  }
}

TEST(HostileRdf, TextsThatLookLikeIt) {
  const std::string tag(300, 'a');
  const std::string text =
      "Asha \"@" + tag + " '@" + tag + " \\\"@" + tag + " <#'''\"\"\" \"lang\": \"" + tag + " spoke.";
  test::DocumentMaker maker("a", "en", "2024-03-06", text);
  maker.event("spoke", "speak", "speak", EventType::statement).with(Role::agent, "Asha");
  GraphBuilder builder;
  builder.add(maker.make());
  const Graph graph = builder.freeze();
  for (const RdfSyntax syntax :
       {RdfSyntax::turtle, RdfSyntax::n_triples, RdfSyntax::n_quads, RdfSyntax::rdf_xml, RdfSyntax::trig}) {
    std::stringstream file;
    write_rdf(graph, syntax, file);
    GraphBuilder again;
    add_rdf(again, file, syntax, "file");
    EXPECT_EQ(again.freeze(), graph);
  }
}

}  // namespace
}  // namespace habari
