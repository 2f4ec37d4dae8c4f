#pragma once

#include "../core/graph_documents.hpp"

#include <string>
#include <vector>

namespace habari::test {

/// Names that break careless writers. What RDF or XML cannot carry has its replacement beside it.
struct HostileName {
  std::string name;
  std::string in_rdf;
  std::string in_xml;
};

inline std::vector<HostileName> hostile_names() {
  const std::string replacement = "\xEF\xBF\xBD";
  const auto same = [](std::string name) { return HostileName{name, name, name}; };
  std::string long_name;
  while (long_name.size() < 100'000) long_name += "Ng'ombe \"wa\" <Éthiopie> ";
  return {
      same("<script>alert('x')</script>"),
      same("\"; DROP TABLE news; --"),
      same("back\\slash \\n \\u0041"),
      same("two\nlines"),
      same("carriage\rreturn"),
      same("carriage\r\nline"),
      same("tab\there"),
      same("  blanks  at  the  ends  "),
      same("percent %41 %zz 100%"),
      same("right \xE2\x80\x8F to \xE2\x80\xAE left \xE2\x81\xA6 marks"),
      same("line \xE2\x80\xA8 paragraph \xE2\x80\xA9 next \xC2\x85 end"),
      same("delete \x7F"),
      same("]]> &amp; &#13; <![CDATA["),
      same("@prefix a: <b> ."),
      same("@sw"),
      same("a.b. "),
      same("emoji \xF0\x9F\x98\x80 and \xF0\x9F\xBF\xBE"),
      same("../../etc/passwd"),
      same("Korea Kaskazini \xEB\xB6\x81\xED\x95\x9C"),
      same("NaN"),
      same("100%"),
      same("http://example.org//a/./b?c#d"),
      same("~n"),
      same("a_b c~"),
      same("1."),
      {"control \x01 \x1F", "control \x01 \x1F", "control " + replacement + " " + replacement},
      {"bell \x07 escape \x1B[31m", "bell \x07 escape \x1B[31m",
       "bell " + replacement + " escape " + replacement + "[31m"},
      {"null" + std::string(1, '\0') + "byte", "null" + replacement + "byte", "null" + replacement + "byte"},
      {"noncharacters \xEF\xBF\xBE \xEF\xBF\xBF", "noncharacters " + replacement + " " + replacement,
       "noncharacters " + replacement + " " + replacement},
      // Decomposed letters are written in normalization form C in RDF; what only form KC would change stays.
      {"de\xCC\x81"
       "compose",
       "d\xC3\xA9"
       "compose",
       "de\xCC\x81"
       "compose"},
      {"\xE2\x84\xAB \xE1\x84\x80\xE1\x85\xA1", "\xC3\x85 \xEA\xB0\x80", "\xE2\x84\xAB \xE1\x84\x80\xE1\x85\xA1"},
      same("\xEF\xAC\x81 \xEF\xBC\xA1 \xC2\xB2"),
      same(long_name),
  };
}

/// Each hostile name as an entity, its identifier, a lemma, a label, a rule, a source and a relation.
inline Document hostile_document() {
  std::string text;
  for (const HostileName& hostile : hostile_names()) text += hostile.name + "\n";
  Document document;
  document.article = {
      "id \"of\" <an> article/../%41\n", "sw", Date(2024, 2, 29), "title\r\"\\", "http://e/ \"<>\\^`{|}", text, {}};
  std::uint32_t at = 0;
  for (const HostileName& hostile : hostile_names()) {
    const Span span{at, at + static_cast<std::uint32_t>(hostile.name.size())};
    at = span.end + 1;
    const std::string id = "person/" + hostile.name;
    document.entities.push_back({span, EntityKind::person, id, hostile.name, {}});
    Event event;
    event.trigger = event.sentence = span;
    event.lemma = event.label = event.rule = hostile.name;
    event.source = Source{span, id};
    event.args.push_back({Role::agent, span, span, id, {}, std::nullopt});
    event.args.push_back({Role::patient, span, span, "organization/" + hostile.name, {}, std::nullopt});
    document.events.push_back(event);
    document.relations.push_back({span, span, span, id, "organization/" + hostile.name, hostile.name, 0.5});
  }
  return document;
}

}  // namespace habari::test
