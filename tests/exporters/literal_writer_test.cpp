#include "rdf/syntax/literal_writer.hpp"
#include "rdf/terms/iri.hpp"
#include "src/percent_encoding.hpp"
#include "src/replace_characters.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

constexpr const char* replacement = "\xEF\xBF\xBD";

std::string literal(std::string_view text) {
  std::string out;
  rdf::LiteralWriter().append_quoted(out, text);
  return out;
}

std::string percent_encoded(std::string_view text) {
  std::string out;
  append_percent_encoded(out, text);
  return out;
}

TEST(LiteralWriter, EscapesWhatTurtleAndNTriplesGiveAMeaning) {
  EXPECT_EQ(literal("plain é 😀"), "\"plain é 😀\"");
  EXPECT_EQ(literal("a\"b\\c\nd\re\tf"), R"("a\"b\\c\nd\re\tf")");
  EXPECT_EQ(literal("\x01\x7F"), R"("\u0001\u007F")");
}

TEST(LiteralWriter, ReplacesWhatNoReaderTakes) {
  EXPECT_EQ(literal("a\xEF\xBF\xBE"
                    "b"),
            std::string("\"a") + replacement + "b\"");
  EXPECT_EQ(literal(std::string_view("a\0b", 3)), std::string("\"a") + replacement + "b\"");
  EXPECT_EQ(literal("a\xFF"
                    "b\xC3"),
            std::string("\"a") + replacement + "b" + replacement + "\"");
}

TEST(Nfc, ComposesLettersAndSurvivesIllFormedText) {
  EXPECT_EQ(rdf::to_nfc("e\xCC\x81"), "\xC3\xA9");
  EXPECT_EQ(literal(rdf::to_nfc("e\xCC\x81\xFF")), std::string("\"\xC3\xA9") + replacement + "\"");
}

TEST(ReplaceCharacters, KeepsForXmlWhatXmlMayHold) {
  EXPECT_EQ(replace_characters("a\x08\t\n\r\x7F", Carrier::xml), std::string("a") + replacement + "\t\n\r\x7F");
  EXPECT_EQ(replace_characters("a\x08", Carrier::rdf), "a\x08");
}

TEST(PercentEncoding, KeepsDifferentTextsDifferentAndPathsAPath) {
  EXPECT_EQ(percent_encoded("person/ng'ombe wa é"), "person/ng%27ombe%20wa%20%C3%A9");
  EXPECT_EQ(percent_encoded("a%20b"), "a%2520b");
  EXPECT_EQ(percent_encoded("../a/./.b"), "%2E%2E/a/%2E/.b");
  EXPECT_EQ(percent_encoded(""), "");
}

TEST(LanguageTag, IsInLowerCaseOrNone) {
  EXPECT_EQ(rdf::language_tag("sw"), "sw");
  EXPECT_EQ(rdf::language_tag("sw_KE"), "sw-ke");
  EXPECT_EQ(rdf::language_tag("zh-Hant-TW"), "zh-hant-tw");
  for (const char* bad : {"", "-", "sw-", "s w", "123", "sw\"", "abcdefghi"})
    EXPECT_EQ(rdf::language_tag(bad), "") << bad;
}

}  // namespace
}  // namespace habari
