#include "graph_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/triples.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

namespace habari {
namespace {

using test::DocumentMaker;

Graph graph_of(const std::vector<Document>& documents) {
  GraphBuilder builder;
  for (const Document& document : documents) builder.add(document);
  return builder.freeze();
}

Vertex event_named(const Graph& graph, std::string_view label) {
  for (Vertex v = graph.entity_count(); v < graph.vertex_count(); ++v) {
    if (graph.label(v) == label) return v;
  }
  throw std::logic_error("no such event: " + std::string(label));
}

TEST(GraphBuilder, GivesTheSameGraphForEveryOrderOfDocuments) {
  const std::vector<Document> documents = {test::swahili_meeting(), test::english_meeting(), test::english_protest()};
  const Graph expected = graph_of(documents);
  std::vector<std::size_t> order(documents.size());
  std::iota(order.begin(), order.end(), 0U);
  do {
    GraphBuilder builder;
    for (const std::size_t i : order) builder.add(documents[i]);
    EXPECT_EQ(builder.freeze(), expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(GraphBuilder, CountsADocumentGivenTwiceOnce) {
  EXPECT_EQ(graph_of({test::swahili_meeting(), test::english_meeting(), test::swahili_meeting()}),
            graph_of({test::swahili_meeting(), test::english_meeting()}));
}

TEST(GraphBuilder, KeepsTheLaterOfTwoContentsOfOneArticle) {
  Document earlier = test::english_meeting();
  earlier.article.id = "sw-1";
  const Graph expected = graph_of({test::swahili_meeting()});
  EXPECT_EQ(graph_of({test::swahili_meeting(), earlier}), expected);
  EXPECT_EQ(graph_of({earlier, test::swahili_meeting()}), expected);
}

TEST(GraphBuilder, ChoosesBetweenContentsOfOneDateWithoutRegardToOrder) {
  Document other = test::swahili_meeting();
  other.events.pop_back();
  EXPECT_EQ(graph_of({test::swahili_meeting(), other}), graph_of({other, test::swahili_meeting()}));
}

TEST(GraphBuilder, JoinsADatedEventToldInTwoLanguages) {
  const Graph graph = graph_of({test::swahili_meeting(), test::english_meeting()});
  const EventView meeting = graph.event(event_named(graph, "meet"));
  ASSERT_EQ(meeting.mentions.size(), 2u);
  EXPECT_EQ(graph.text(meeting.mentions[0].lemma), "meet");
  EXPECT_EQ(graph.text(meeting.mentions[1].lemma), "kutana");
  EXPECT_EQ(meeting.time->iso(), "2023-09-13");
  EXPECT_EQ(meeting.sources(), std::vector<Vertex>{graph.find("organization/kremlin").value()});
  EXPECT_FLOAT_EQ(meeting.confidence(), 0.9F);
}

TEST(GraphBuilder, PrefersTheNameMostMentionsGiveAndOfSeveralTheLongest) {
  const auto article = [](std::string id, std::string name) {
    const std::string text = name + " spoke";
    return DocumentMaker(std::move(id), "en", "2024-01-01", text)
        .entity(name, EntityKind::person, test::kim, name)
        .make();
  };
  const Graph even = graph_of({article("a", "Kim"), article("b", "Kim Jong Un")});
  EXPECT_EQ(even.label(0), "Kim Jong Un");
  const Graph uneven = graph_of({article("a", "Kim"), article("b", "Kim Jong Un"), article("c", "Kim")});
  EXPECT_EQ(uneven.label(0), "Kim");
  ASSERT_EQ(uneven.entity(0).names.size(), 2u);
  EXPECT_TRUE(uneven.entity(0).names[0].preferred);
  EXPECT_FALSE(uneven.entity(0).names[1].preferred);
}

TEST(GraphBuilder, KeepsUndatedEventsOfTwoArticlesApart) {
  const auto article = [](std::string id) {
    return DocumentMaker(std::move(id), "en", "2024-01-01", "Kim met Putin.")
        .event("met", "meet", "meet", EventType::consult)
        .with(Role::agent, "Kim", test::kim)
        .with(Role::patient, "Putin", test::putin)
        .make();
  };
  EXPECT_EQ(graph_of({article("a"), article("b")}).event_count(), 2u);
}

TEST(GraphBuilder, KeepsEventsApartThatDifferInPolarityRoleOrPrecisionOfTime) {
  const auto article = [](Factuality factuality, Role role, std::string time) {
    return DocumentMaker(std::string(name(factuality)) + std::string(name(role)) + time, "en", "2024-01-01",
                         "Kim hit Putin on Monday.")
        .event("hit", "hit", "hit", EventType::assault, factuality)
        .with(Role::agent, "Kim", test::kim)
        .with(role, "Putin", test::putin)
        .time("Monday", std::move(time))
        .make();
  };
  const Graph graph = graph_of({article(Factuality::actual, Role::patient, "2024-01-01"),
                                article(Factuality::negated, Role::patient, "2024-01-01"),
                                article(Factuality::actual, Role::companion, "2024-01-01"),
                                article(Factuality::actual, Role::patient, "2024-01")});
  EXPECT_EQ(graph.event_count(), 4u);
}

TEST(GraphBuilder, KeepsEventsWithoutParticipantsApart) {
  const Document document = DocumentMaker("a", "en", "2024-01-01", "It rained on Monday and it poured on Monday.")
                                .event("rained", "rain", "rain", EventType::other)
                                .time("Monday", "2024-01-01")
                                .event("poured", "rain", "rain", EventType::other)
                                .time("Monday", "2024-01-01")
                                .make();
  EXPECT_EQ(graph_of({document}).event_count(), 2u);
}

TEST(GraphBuilder, TakesParticipantsWithoutNamesAsTheirArticlesOwn) {
  const auto article = [](std::string id) {
    return DocumentMaker(std::move(id), "en", "2024-01-01", "Police arrested two students on Monday.")
        .event("arrested", "arrest", "arrest", EventType::coerce)
        .with(Role::agent, "Police", {})
        .with(Role::patient, "students", {}, "two students")
        .time("Monday", "2024-01-01")
        .make();
  };
  const Graph graph = graph_of({article("a"), article("b")});
  EXPECT_EQ(graph.entity_count(), 4u);
  EXPECT_EQ(graph.event_count(), 2u);
  const Vertex students = graph.find(local_entity_id("a", "two students")).value();
  EXPECT_EQ(graph.label(students), "two students");
}

TEST(GraphBuilder, CallsAParticipantWithoutANameByItsPhraseUnlessThatIsLong) {
  const std::string long_phrase = "students who had come a long way from all the counties of the west";
  const Document document = DocumentMaker("a", "en", "2024-01-01", "21\n people died ; " + long_phrase + " marched")
                                .event("died", "die", "die", EventType::other)
                                .with(Role::agent, "people", {}, "21\n people")
                                .event("marched", "march", "march", EventType::protest)
                                .with(Role::agent, "students", {}, long_phrase)
                                .make();
  const Graph graph = graph_of({document});
  EXPECT_EQ(graph.label(graph.find(local_entity_id("a", "21 people")).value()), "21 people");
  EXPECT_EQ(graph.label(graph.find(local_entity_id("a", long_phrase)).value()), "students");
}

TEST(GraphBuilder, GivesOneCoreOneEntityWhateverPhraseAnEventHasForIt) {
  const Document document = DocumentMaker("a", "en", "2024-01-01", "The angry students marched and shouted.")
                                .event("marched", "march", "march", EventType::protest)
                                .with(Role::agent, "students", {}, "The angry students")
                                .event("shouted", "shout", "shout", EventType::statement)
                                .with(Role::agent, "students", {}, "students")
                                .make();
  EXPECT_EQ(graph_of({document}).entity_count(), 1u);
}

TEST(GraphBuilder, TakesTheMostPreciseTimeAndKeepsTheOthersAsText) {
  const Document document = DocumentMaker("a", "en", "2024-01-01", "In 2023 , on 5 May , at dawn , Kim fell .")
                                .event("fell", "fall", "fall", EventType::other)
                                .with(Role::agent, "Kim", test::kim)
                                .time("2023", "2023")
                                .time("5 May", "2023-05-05")
                                .time("at dawn", "")
                                .make();
  const Graph graph = graph_of({document});
  EXPECT_EQ(graph.event(event_named(graph, "fall")).time->iso(), "2023-05-05");
  ASSERT_EQ(graph.times(0).size(), 3u);
  EXPECT_EQ(graph.text(graph.times(0)[2].text), "at dawn");
}

TEST(GraphBuilder, EndsWhereEventsSayEachOther) {
  Document document = DocumentMaker("a", "en", "2024-01-01", "Kim says what Putin claims.")
                          .event("says", "say", "say", EventType::statement)
                          .with(Role::agent, "Kim", test::kim)
                          .event("claims", "claim", "claim", EventType::statement)
                          .with(Role::agent, "Putin", test::putin)
                          .content(0)
                          .make();
  const Span claims = document.events[1].trigger;
  document.events[0].args.push_back({Role::content, claims, claims, {}, {}, 1});
  const Graph graph = graph_of({document});
  EXPECT_EQ(graph.event_count(), 2u);
  EXPECT_EQ(graph.role_count(), 4u);
}

TEST(GraphBuilder, FollowsALongChainOfContent) {
  Document document =
      DocumentMaker("a", "en", "2024-01-01", "say").event("say", "say", "say", EventType::statement).make();
  for (std::uint32_t i = 1; i < 100'000; ++i) {
    Event event = document.events.front();
    event.args.push_back({Role::content, event.trigger, event.trigger, {}, {}, i});
    document.events[i - 1].args = event.args;
    document.events.push_back(document.events.front());
    document.events.back().args.clear();
  }
  EXPECT_EQ(graph_of({document}).event_count(), 100'000u);
}

TEST(GraphBuilder, CountsCodePointsNotBytes) {
  const Document document = DocumentMaker("a", "fr", "2024-01-01", "À Genève 😀 Kim parla.")
                                .event("parla", "parler", "talk", EventType::consult)
                                .with(Role::agent, "Kim", test::kim)
                                .make();
  const Graph graph = graph_of({document});
  EXPECT_EQ(graph.event_mention(0).trigger, (CharSpan{15, 20}));
}

TEST(GraphBuilder, RefusesSpansThatCutTheTextWrong) {
  GraphBuilder builder;
  Document document = test::english_protest();
  document.events[0].trigger.end = 5000;
  EXPECT_THROW(builder.add(document), std::invalid_argument);
  document = DocumentMaker("a", "fr", "", "à").event("à", "x", "x", EventType::other).make();
  document.events[0].trigger.end = 1;
  EXPECT_THROW(builder.add(document), std::invalid_argument);
  document = test::english_meeting();
  document.events[1].args.back().event = 2;
  EXPECT_THROW(builder.add(document), std::invalid_argument);
  EXPECT_EQ(builder.freeze(), Graph());
}

TEST(GraphBuilder, RefusesConfidencesOutsideZeroToOne) {
  for (const double confidence : {-1.0, 1.5, 1e300, std::nan("")}) {
    GraphBuilder builder;
    Document document = test::english_protest();
    document.events[0].confidence = confidence;
    EXPECT_THROW(builder.add(document), std::invalid_argument) << confidence;
    document = test::english_protest();
    document.events[0].args[0].confidence = confidence;
    EXPECT_THROW(builder.add(document), std::invalid_argument) << confidence;
    EXPECT_EQ(builder.freeze(), Graph());
  }
}

TEST(GraphBuilder, CanBeUsedAgainAfterFreezing) {
  GraphBuilder builder;
  builder.add(test::swahili_meeting());
  builder.freeze();
  builder.add(test::english_meeting());
  EXPECT_EQ(builder.freeze(), graph_of({test::english_meeting()}));
}

TEST(GraphBuilder, LeavesTextsOutWhereAsked) {
  GraphBuilder builder(GraphBuilder::Options{.keep_texts = false});
  builder.add(test::swahili_meeting());
  const Graph graph = builder.freeze();
  EXPECT_EQ(graph.article(0).text, "");
  EXPECT_EQ(graph.text(graph.event_mention(0).text).empty(), false);
}

/// `person/juma wikidata:Q7`
std::vector<std::string> links_of(const Graph& graph) {
  std::vector<std::string> lines;
  for (Vertex v = 0; v < graph.entity_count(); ++v) {
    for (const EntityLink& link : graph.links(v)) {
      lines.push_back(graph.id(link.entity) + " " + std::string(graph.text(link.link)));
    }
  }
  return lines;
}

Document naming(const std::string& article, const std::string& entity, std::vector<std::string> links) {
  Document made =
      DocumentMaker(article, "en", "2024-03-04", "Juma spoke.").entity("Juma", EntityKind::person, entity).make();
  made.entities.front().links = std::move(links);
  return made;
}

TEST(GraphBuilder, KeepsWhichEntryOfACatalogueAnEntityIs) {
  const std::vector<std::string> expected = {"person/juma wikidata:Q7"};
  EXPECT_EQ(links_of(graph_of({naming("b", "person/juma", {"wikidata:Q7"}), naming("a", "person/juma", {"wikidata:Q7"}),
                               naming("c", "person/juma", {})})),
            expected);
  // Two identifiers of one item are one entity.
  EXPECT_EQ(
      links_of(graph_of({naming("a", "person/juma", {"wikidata:Q7"}), naming("b", "thing/juma", {"wikidata:Q7"})})),
      expected);
  GraphBuilder builder;
  builder.add(naming("a", "person/juma", {"wikidata:Q7"}));
  builder.add(naming("b", "person/juma", {}));
  builder.remove("a");
  EXPECT_TRUE(links_of(builder.freeze()).empty()) << "the article that knew it is gone";
}

TEST(GraphBuilder, KeepsNoLinksToOtherCatalogues) {
  for (const char* link :
       {"gazetteer:place/goma", "wikidata:Q", "wikidata:Q7> <urn:x", "wikidata:L7", "geonames:", "Q7"}) {
    EXPECT_TRUE(links_of(graph_of({naming("a", "person/juma", {link})})).empty()) << link;
  }
}

TEST(GraphBuilder, JoinsEntitiesThatShareAnEntryOfSeveral) {
  const std::vector<std::string> both = {"geonames:5", "wikidata:Q7"};
  const std::vector<std::string> expected = {"person/juma geonames:5", "person/juma wikidata:Q7"};
  EXPECT_EQ(links_of(graph_of({naming("a", "person/juma", both), naming("b", "thing/juma", {"geonames:5"})})),
            expected);
  const Graph apart = graph_of({naming("a", "person/juma", both), naming("b", "thing/juma", {"geonames:6"})});
  EXPECT_EQ(apart.entity_count(), 2u) << "one catalogue has two entries";
}

TEST(GraphBuilder, KeepsOnePositionOfAnEntityWhateverTheOrder) {
  const Document first = naming("a", "place/juma", {"geo:-1.5,36"});
  const Document second = naming("b", "place/juma", {"geo:-2,37"});
  const std::vector<std::string> expected = {"place/juma geo:-1.5,36"};
  EXPECT_EQ(links_of(graph_of({first, second})), expected);
  EXPECT_EQ(links_of(graph_of({second, first})), expected);
  EXPECT_EQ(graph_of({second, first}).position(0), (GeoPoint{-1.5, 36}));
  EXPECT_FALSE(graph_of({naming("c", "place/juma", {"geonames:5"})}).position(0));
}

TEST(GraphBuilder, CountsARelationStatedTwiceAtOnePlaceOnceWithItsSurestStatement) {
  Document document = DocumentMaker("a", "en", "2024-03-04", "President Juma of Mbali spoke.")
                          .relation("Juma", "person/juma", "President", "president", "Mbali", "country/mbali")
                          .relation("Juma", "person/juma", "President", "president", "Mbali", "country/mbali")
                          .make();
  document.relations[0].confidence = 0.75;
  document.relations[1].confidence = 0.25;
  const Graph graph = graph_of({document});
  ASSERT_EQ(graph.rows().relation_mentions.size(), 1u);
  EXPECT_EQ(graph.rows().relation_mentions[0].confidence, 0.75F);
}

TEST(Identity, FollowsTheStandardsExampleOfNameBasedIdentifiers) {
  // Checked against Python: uuid.uuid5(uuid.UUID("8b1f0a52-6d3e-5c47-9a60-4f2d7c11e0b3"), "habari").
  EXPECT_EQ(name_uuid("habari").text(), "43b4fab9-2272-56f6-8d41-6d08fa34b97f");
}

TEST(Identity, KeysOfDifferentFieldsDiffer) {
  EXPECT_NE(IdentityKey({"ab", "c"}).uuid(), IdentityKey({"a", "bc"}).uuid());
  EXPECT_NE(IdentityKey({"a,", "b"}).uuid(), IdentityKey({"a", ",b"}).uuid());
}

TEST(Identity, JoinsPhrasesThatDifferInSpaceCaseAndQuotesOnly) {
  EXPECT_EQ(local_entity_id("a", "Two  Students"), local_entity_id("a", "\"two students\""));
  EXPECT_NE(local_entity_id("a", "two students"), local_entity_id("b", "two students"));
  EXPECT_NE(local_entity_id("a", "5%"), local_entity_id("a", "5"));
  EXPECT_NE(local_entity_id("a", "?"), local_entity_id("a", "!"));
}

TEST(Identity, KeepsLongPhrasesApartAndShort) {
  const std::string stem(100'000, 'x');
  EXPECT_NE(local_entity_id("a", stem + "1"), local_entity_id("a", stem + "2"));
  EXPECT_LT(local_entity_id("a", stem).size(), 120u);
}

TEST(GraphBuilder, KeepsQuantitiesWithTheirMentions) {
  Document document = DocumentMaker("a", "en", "2024-01-01", "At least 34 people died , up 12 percent .")
                          .event("died", "die", "die", EventType::other)
                          .with(Role::agent, "people", {}, "At least 34 people")
                          .make();
  document.events[0].args[0].quantity = Quantity{34, "person", QuantityBound::at_least, {0, 18}};
  document.events[0].quantity = Quantity{12, "percent", QuantityBound::exact, {29, 39}};
  const Graph graph = graph_of({document});
  const auto quantities = graph.quantities(0);
  ASSERT_EQ(quantities.size(), 2u);
  EXPECT_EQ(quantities[0].participant, CharSpan());
  EXPECT_EQ(graph.text(quantities[0].value), "12");
  EXPECT_EQ(graph.text(quantities[1].text), "At least 34 people");
  EXPECT_EQ(graph.text(quantities[1].unit), "person");
  EXPECT_EQ(quantities[1].bound, QuantityBound::at_least);
  EXPECT_EQ(quantities[1].participant, graph.role(graph.edge(0)).mentions[0].core);
  EXPECT_NE(describe(*triples(graph).begin()).find("quantity 12 percent; actual"), std::string::npos);
}

}  // namespace
}  // namespace habari
