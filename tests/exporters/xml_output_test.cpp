#include "xml/xml_output.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace habari {
namespace {

std::string escaped(std::string_view text) {
  std::ostringstream out;
  XmlOutput xml(out);
  xml.escaped(text);
  xml.flush();
  return std::move(out).str();
}

TEST(XmlOutput, EscapesWhatXmlGivesAMeaning) {
  EXPECT_EQ(escaped("a<b>&\"c'"), "a&lt;b&gt;&amp;&quot;c'");
  EXPECT_EQ(escaped("&"), "&amp;");
  EXPECT_EQ(escaped(""), "");
}

TEST(XmlOutput, WritesWhiteSpaceSoThatNoParserNormalisesIt) {
  EXPECT_EQ(escaped("\t\n\r "), "&#9;&#10;&#13; ");
  EXPECT_EQ(escaped("a\xC2\x85"
                    "b\xE2\x80\xA8"
                    "c\xE2\x80\xA9\xC2\xA0"),
            "a&#x85;b&#x2028;c\xE2\x80\xA9\xC2\xA0");
}

TEST(XmlOutput, ReplacesWhatXmlForbids) {
  const std::string replacement = "\xEF\xBF\xBD";
  EXPECT_EQ(escaped(std::string("a\0b", 3)), "a" + replacement + "b");
  EXPECT_EQ(escaped("\x1B[31m\n"), replacement + "[31m&#10;");
  EXPECT_EQ(escaped("\xEF\xBF\xBE<\xEF\xBF\xBF"), replacement + "&lt;" + replacement);
  EXPECT_EQ(escaped("\xED\xA0\x80"), replacement + replacement + replacement);
  EXPECT_EQ(escaped("\xC3"), replacement);
}

TEST(XmlOutput, KeepsEveryOtherCharacter) {
  const std::string text = "Ng'ombe \xC3\x89thiopie \xF0\x9F\x98\x80 \xE2\x80\x8F \xC2\xA0 \x7F \xEF\xBF\xBD";
  EXPECT_EQ(escaped(text), text);
}

TEST(XmlOutput, CutsAnAttributeThatReadersWouldRefuse) {
  const auto attribute = [](const std::string& text) {
    std::ostringstream out;
    XmlOutput xml(out);
    xml.attribute("a", text);
    xml.flush();
    return std::move(out).str();
  };
  const std::string longest(XmlOutput::longest_attribute, 'x');
  EXPECT_EQ(attribute(longest), " a=\"" + longest + "\"");
  EXPECT_EQ(attribute(longest + "yz"), " a=\"" + longest + "\xE2\x80\xA6\"");
  const std::string shorter = longest.substr(1);
  EXPECT_EQ(attribute(shorter + "\xC3\x89" + "yz"), " a=\"" + shorter + "\xE2\x80\xA6\"");
}

TEST(XmlOutput, WritesNumbersWithAllTheirDigits) {
  std::ostringstream out;
  XmlOutput xml(out);
  xml.number(std::int64_t{-9007199254740993});
  xml.markup(" ");
  xml.number(0.1F);
  xml.markup(" ");
  xml.number(16777216.0F);
  xml.flush();
  EXPECT_EQ(out.str(), "-9007199254740993 0.1 16777216");
}

}  // namespace
}  // namespace habari
