#include "graph_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/triples.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace habari {
namespace {

using test::DocumentMaker;
using Lines = std::vector<std::string>;

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

Lines lines_of(const Document& document) {
  const Graph graph = graph_of({document});
  Lines lines;
  for (const TripleView& triple : triples_in_reading_order(graph)) lines.push_back(describe(triple));
  return lines;
}

DocumentMaker article(std::string text) { return {"a", "en", "2024-01-01", std::move(text)}; }

TEST(Triples, AreAsSureAsTheirLeastSurePart) {
  Document document = article("Asha praised Juma in Lusaka.")
                          .event("praised", "praise", "praise", EventType::statement)
                          .with(Role::agent, "Asha", "person/asha")
                          .with(Role::patient, "Juma", "person/juma")
                          .with(Role::place, "Lusaka", "place/lusaka")
                          .make();
  auto& args = document.events[0].args;
  args[0].confidence = 0.5;
  args[1].confidence = 0.75;
  args[2].confidence = 0.25;
  Graph graph = graph_of({document});
  EXPECT_FLOAT_EQ(triples_in_reading_order(graph).at(0).confidence(), 0.5F);
  args[0].confidence = 1;
  args[1].confidence = 1;
  graph = graph_of({document});
  EXPECT_FLOAT_EQ(triples_in_reading_order(graph).at(0).confidence(), 0.9F);
}

TEST(GraphRoles, AreToldOnceAtAPlaceByTheSurest) {
  Document document = article("Asha spoke.")
                          .event("spoke", "speak", "speak", EventType::statement)
                          .with(Role::agent, "Asha", "person/asha")
                          .make();
  auto& args = document.events[0].args;
  args.push_back(args[0]);
  args[0].confidence = 0.5;
  args[1].confidence = 0.75;
  const Graph graph = graph_of({document});
  ASSERT_EQ(graph.role_count(), 1u);
  const RoleView role = *graph.participants(graph.entity_count()).begin();
  EXPECT_EQ(role.mentions.size(), 1u);
  EXPECT_FLOAT_EQ(role.confidence(), 0.75F);
}

TEST(Triples, CountMentionsAndArticles) {
  const Graph graph = graph_of({test::swahili_meeting(), test::english_meeting()});
  const Lines expected = {
      "Vladimir Putin – president – Urusi [actual; 2 mentions in 2 articles]",
      "Vladimir Putin – meet – Kim Jong Un [place Vostochny Cosmodrome; time 2023-09-13; actual; source Kremlin; "
      "2 mentions in 2 articles]",
      "Kremlin – say – (Vladimir Putin – meet – Kim Jong Un) [actual]",
      "Urusi – help – Korea Kaskazini [topic setilaiti; planned; source Vladimir Putin]",
      "Vladimir Putin – say – (Urusi – help – Korea Kaskazini) [actual]",
  };
  Lines lines;
  for (const TripleView& triple : triples_in_reading_order(graph)) lines.push_back(describe(triple));
  std::sort(lines.begin(), lines.end());
  Lines sorted = expected;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(lines, sorted);
}

TEST(Triples, FollowTheOrderOfTheText) {
  const Lines expected = {
      "Vladimir Putin – president – Urusi [actual]",
      "Vladimir Putin – meet – Kim Jong Un [place Vostochny; time 2023-09-13; actual]",
      "Vladimir Putin – say – (Urusi – help – Korea Kaskazini) [actual]",
      "Urusi – help – Korea Kaskazini [topic setilaiti; planned; source Vladimir Putin]",
  };
  EXPECT_EQ(lines_of(test::swahili_meeting()), expected);
}

TEST(Triples, OfAPassiveWithoutAgentHaveNoSubject) {
  const Lines expected = {"? – arrest – Several students [place Nairobi; actual]", "The students – protest [actual]"};
  EXPECT_EQ(lines_of(test::english_protest()), expected);
}

TEST(Triples, PairEachAgentWithEachPatient) {
  const Lines lines = lines_of(article("Ana and Ben sold rice and maize to Cem .")
                                   .event("sold", "sell", "sell", EventType::cooperate)
                                   .with(Role::agent, "Ana", "person/ana")
                                   .with(Role::agent, "Ben", "person/ben")
                                   .with(Role::patient, "rice")
                                   .with(Role::patient, "maize")
                                   .with(Role::recipient, "Cem", "person/cem")
                                   .make());
  const Lines expected = {"Ana – sell – maize [recipient Cem; actual]", "Ana – sell – rice [recipient Cem; actual]",
                          "Ben – sell – maize [recipient Cem; actual]", "Ben – sell – rice [recipient Cem; actual]"};
  EXPECT_EQ(lines, expected);
}

TEST(Triples, OfSeveralAgentsOfAMutualEventPairTheAgents) {
  const Lines lines = lines_of(article("Ana , Ben and Cem talked about rice .")
                                   .event("talked", "talk", "talk", EventType::consult)
                                   .with(Role::agent, "Ana", "person/ana")
                                   .with(Role::agent, "Ben", "person/ben")
                                   .with(Role::agent, "Cem", "person/cem")
                                   .with(Role::topic, "rice")
                                   .make());
  const Lines expected = {"Ana – talk – Ben [topic rice; actual]", "Ana – talk – Cem [topic rice; actual]",
                          "Ben – talk – Cem [topic rice; actual]"};
  EXPECT_EQ(lines, expected);
}

TEST(Triples, LeaveNobodyMeetingThemselvesWhereArticlesTurnTheEventRound) {
  GraphBuilder builder;
  builder.add(DocumentMaker("a", "en", "2024-01-01", "Ana Juma met Ben Sefu today .")
                  .event("met", "meet", "meet", EventType::consult)
                  .with(Role::agent, "Ana Juma", "person/ana-juma")
                  .with(Role::patient, "Ben Sefu", "person/ben-sefu")
                  .time("today", "2024-01-01")
                  .make());
  builder.add(DocumentMaker("b", "sw", "2024-01-01", "Ben Sefu na Ana Juma walikutana leo .")
                  .event("walikutana", "kutana", "meet", EventType::consult)
                  .with(Role::agent, "Ben Sefu", "person/ben-sefu")
                  .with(Role::agent, "Ana Juma", "person/ana-juma")
                  .time("leo", "2024-01-01")
                  .make());
  const Graph graph = builder.freeze();
  ASSERT_EQ(graph.event_count(), 1u);
  const auto found = triples_of(graph, graph.entity_count());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(graph.id(found[0].subject().value()), "person/ana-juma");
  EXPECT_EQ(graph.id(found[0].object().value()), "person/ben-sefu");
}

TEST(Triples, KeepWhatSomebodyDoesToThemselves) {
  const Lines lines = lines_of(article("Ana and Ben praised Ana .")
                                   .event("praised", "praise", "praise", EventType::support)
                                   .with(Role::agent, "Ana", "person/ana")
                                   .with(Role::agent, "Ben", "person/ben")
                                   .with(Role::patient, "Ana", "person/ana")
                                   .make());
  const Lines expected = {"Ana – praise – Ana [actual]", "Ben – praise – Ana [actual]"};
  EXPECT_EQ(lines, expected);
}

TEST(Triples, OfSeveralAgentsOfAnotherEventKeepThemApart) {
  const Lines lines = lines_of(article("Ana and Ben died .")
                                   .event("died", "die", "die", EventType::other)
                                   .with(Role::agent, "Ana", "person/ana")
                                   .with(Role::agent, "Ben", "person/ben")
                                   .make());
  const Lines expected = {"Ana – die [actual]", "Ben – die [actual]"};
  EXPECT_EQ(lines, expected);
}

struct ObjectCase {
  std::vector<Role> roles;
  Role object;
};

class ObjectOfATriple : public testing::TestWithParam<ObjectCase> {};

TEST_P(ObjectOfATriple, IsTheFirstRoleInTheTable) {
  DocumentMaker maker = article("Ana went ; Ben Cem Dan .");
  maker.event("went", "go", "go", EventType::move).with(Role::agent, "Ana", "person/ana");
  const std::vector<std::string> names = {"Ben", "Cem", "Dan"};
  for (std::size_t i = 0; i < GetParam().roles.size(); ++i) {
    maker.with(GetParam().roles[i], names[i], "person/" + names[i]);
  }
  const Graph graph = graph_of({maker.make()});
  const auto all = triples_of(graph, graph.entity_count());
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].object_role(), GetParam().object);
  EXPECT_EQ(all[0].qualifiers().size(), GetParam().roles.size() - 1);
}

INSTANTIATE_TEST_SUITE_P(Precedence, ObjectOfATriple,
                         testing::Values(ObjectCase{{Role::recipient, Role::patient}, Role::patient},
                                         ObjectCase{{Role::companion, Role::recipient, Role::place}, Role::recipient},
                                         ObjectCase{{Role::topic, Role::companion}, Role::companion},
                                         ObjectCase{{Role::destination, Role::topic, Role::origin}, Role::topic},
                                         ObjectCase{{Role::origin, Role::destination}, Role::destination},
                                         ObjectCase{{Role::place, Role::origin}, Role::origin}));

TEST(Triples, OfEntitiesPassOverWhatIsSaid) {
  const Graph graph = graph_of({article("Ana told Ben that Cem died .")
                                    .event("died", "die", "die", EventType::other)
                                    .with(Role::agent, "Cem", "person/cem")
                                    .event("told", "tell", "tell", EventType::statement)
                                    .with(Role::agent, "Ana", "person/ana")
                                    .with(Role::recipient, "Ben", "person/ben")
                                    .content(0)
                                    .make()});
  Lines all;
  Lines entities;
  for (const TripleView& triple : triples(graph)) all.push_back(describe(triple));
  for (const TripleView& triple : triples(graph, Objects::entities)) entities.push_back(describe(triple));
  std::sort(all.begin(), all.end());
  std::sort(entities.begin(), entities.end());
  EXPECT_EQ(all, (Lines{"Ana – tell – (Cem – die) [recipient Ben; actual]", "Cem – die [actual]"}));
  EXPECT_EQ(entities, (Lines{"Ana – tell – Ben [content (Cem – die); actual]", "Cem – die [actual]"}));
}

TEST(Triples, DescribeEventsThatSayEachOtherWithoutEnd) {
  Document document = article("Ana says what Ben claims .")
                          .event("says", "say", "say", EventType::statement)
                          .with(Role::agent, "Ana", "person/ana")
                          .event("claims", "claim", "claim", EventType::statement)
                          .with(Role::agent, "Ben", "person/ben")
                          .content(0)
                          .make();
  const Span claims = document.events[1].trigger;
  document.events[0].args.push_back({Role::content, claims, claims, {}, {}, 1});
  EXPECT_EQ(lines_of(document).front(),
            "Ana – say – (Ben – claim – (Ana – say – (Ben – claim – (Ana – say – (…))))) [actual]");
}

TEST(Triples, KeepANameWithControlCharactersOnOneLine) {
  const Lines lines = lines_of(article("A\n\x1B[31mna died .")
                                   .event("died", "die", "die", EventType::other)
                                   .with(Role::agent, "A\n\x1B[31mna", "person/ana")
                                   .make());
  EXPECT_EQ(lines, Lines{"A  [31mna – die [actual]"});
}

TEST(Triples, AreAForwardRange) {
  static_assert(std::forward_iterator<TripleRange::Iterator>);
  const Graph graph = graph_of({test::swahili_meeting()});
  const TripleRange range = triples(graph);
  EXPECT_EQ(std::distance(range.begin(), range.end()), 4);
  EXPECT_EQ(std::distance(range.begin(), range.end()), 4);
  const Graph empty;
  EXPECT_EQ(triples(empty).begin(), triples(empty).end());
}

}  // namespace
}  // namespace habari
