#include "graph_documents.hpp"

#include <habari/core/graph_builder.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>
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

/// Two states sign something.
DocumentMaker signing(const std::string& article, const std::string& phrase, const std::string& core = "agreement",
                      const std::string& language = "en") {
  DocumentMaker maker(article, language, "2024-05-14",
                      "Chad and Niger signed the " + phrase + " on Monday . It was read out .");
  maker.event("signed", "sign", "sign", EventType::agree)
      .with(Role::agent, "Chad", "country/chad")
      .with(Role::agent, "Niger", "country/niger")
      .with(Role::patient, core, {}, phrase)
      .time("Monday", "2024-05-13");
  return maker;
}

/// What the one event is about, by name.
std::vector<std::string> signed_in(const std::vector<Document>& documents) {
  const Graph graph = graph_of(documents);
  std::vector<std::string> names;
  for (const EventView& event : graph.events()) {
    if (event.label != "sign") continue;
    for (const RoleView& role : graph.participants(event.vertex)) {
      if (role.role == Role::patient) names.emplace_back(graph.label(role.participant));
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

using Names = std::vector<std::string>;

TEST(Participant, IsCalledByTheLongestPhraseOfAllReports) {
  EXPECT_EQ(signed_in({signing("a", "agreement").make(), signing("b", "gas agreement").make()}),
            Names{"gas agreement"});
  EXPECT_EQ(signed_in({signing("a", "new gas agreement").make(), signing("b", "agreement").make(),
                       signing("c", "gas agreement").make()}),
            Names{"new gas agreement"});
}

TEST(Participant, IsOneWhereTwoArticlesUseTheSameWords) {
  const Graph graph = graph_of({signing("a", "gas agreement").make(), signing("b", "gas agreement").make()});
  const auto first = graph.find(local_entity_id("a", "gas agreement"));
  const auto second = graph.find(local_entity_id("b", "gas agreement"));
  ASSERT_NE(first.has_value(), second.has_value());
  EXPECT_EQ(graph.entity(first ? *first : *second).mentions.size(), 2u);
}

TEST(Participant, KeepsEveryMentionOfTheShorter) {
  const Graph graph = graph_of({signing("a", "agreement").make(), signing("b", "gas agreement").make()});
  ASSERT_EQ(graph.event_count(), 1u);
  EXPECT_FALSE(graph.find(local_entity_id("a", "agreement")));
  const auto kept = graph.find(local_entity_id("b", "gas agreement"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(graph.entity(*kept).mentions.size(), 2u);
  for (const RoleView& role : graph.participants(graph.entity_count())) {
    if (role.role == Role::patient) {
      EXPECT_EQ(role.mentions.size(), 2u);
    }
  }
}

/// A further participant, where `words` stand last in the text.
void add_last(Document& document, std::size_t event, Role role, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(document.article.text.rfind(words));
  const Span span{begin, static_cast<std::uint32_t>(begin + words.size())};
  document.events.at(event).args.push_back({role, span, span, {}, {}, std::nullopt});
}

TEST(Participant, OfAnotherEventStaysWhatItIsElsewhereInTheArticle) {
  Document document = signing("a", "agreement").event("read out", "read", "read", EventType::statement).make();
  document.article.text += " the agreement";
  add_last(document, 1, Role::patient, "agreement");
  const Graph graph = graph_of({document, signing("b", "gas agreement").make()});
  const auto read = graph.find(local_entity_id("a", "agreement"));
  ASSERT_TRUE(read);
  EXPECT_EQ(graph.entity(*read).mentions.size(), 1u);
  EXPECT_EQ(graph.entity(graph.find(local_entity_id("b", "gas agreement")).value()).mentions.size(), 2u);
}

TEST(Participant, IsOneForAllEventsThatItStandsInAtOnePlace) {
  const Graph graph = graph_of({signing("a", "agreement")
                                    .event("read out", "read", "read", EventType::statement)
                                    .with(Role::patient, "agreement")
                                    .make(),
                                signing("b", "gas agreement").make()});
  EXPECT_FALSE(graph.find(local_entity_id("a", "agreement")));
  const auto kept = graph.find(local_entity_id("b", "gas agreement"));
  ASSERT_TRUE(kept);
  EXPECT_EQ(std::ranges::distance(graph.participations(*kept)), 2);
}

TEST(Participant, IsNoPartOfTwo) {
  Document two = signing("b", "gas agreement").make();
  two.article.text += " and the fish agreement";
  add_last(two, 0, Role::patient, "agreement");
  two.events.front().args.back().phrase.begin -= 5;
  EXPECT_EQ(signed_in({signing("a", "agreement").make(), two}),
            (Names{"agreement", "fish agreement", "gas agreement"}));
}

TEST(Participant, OfTwoEventsThatCallItDifferentlyStaysWhatItIs) {
  const auto read_out = [](const std::string& article, const std::string& phrase) {
    return signing(article, phrase)
        .event("read out", "read", "read", EventType::statement)
        .with(Role::agent, "Chad", "country/chad")
        .with(Role::agent, "Niger", "country/niger")
        .with(Role::patient, "agreement", {}, phrase)
        .time("Monday", "2024-05-13");
  };
  Document signed_only = read_out("b", "gas agreement").make();
  signed_only.events.pop_back();
  Document read_only = read_out("c", "fish agreement").make();
  read_only.events.erase(read_only.events.begin());
  const Graph graph = graph_of({read_out("a", "agreement").make(), signed_only, read_only});
  EXPECT_EQ(graph.event_count(), 2u);
  EXPECT_TRUE(graph.find(local_entity_id("a", "agreement")));
  EXPECT_TRUE(graph.find(local_entity_id("b", "gas agreement")));
  EXPECT_TRUE(graph.find(local_entity_id("c", "fish agreement")));
}

TEST(Participant, OfAnotherRoleLanguageOrCoreStaysApart) {
  Document topic = signing("a", "deal", "deal").make();
  topic.article.text += " on the agreement";
  add_last(topic, 0, Role::topic, "agreement");
  EXPECT_TRUE(graph_of({topic, signing("b", "gas agreement").make()}).find(local_entity_id("a", "agreement")));
  EXPECT_EQ(
      signed_in({signing("a", "mkataba", "mkataba", "sw").make(), signing("b", "mkataba wa gesi", "mkataba").make()}),
      (Names{"mkataba", "mkataba wa gesi"}));
  // The port is no short word for its workers.
  EXPECT_EQ(signed_in({signing("a", "port", "port").make(), signing("b", "port deal", "deal").make()}).size(), 2u);
}

TEST(Participant, StaysApartWhereAReportTellsBoth) {
  Document document = signing("a", "old gas agreement").make();
  document.article.text += " and an agreement";
  add_last(document, 0, Role::patient, "agreement");
  EXPECT_EQ(signed_in({document, signing("b", "old gas agreement").make()}), (Names{"agreement", "old gas agreement"}));
}

/// A report that names a court of whatever country, at a signing or elsewhere.
Document with_court(const std::string& article, bool at_signing) {
  Document document = signing(article, "agreement").event("read out", "read", "read", EventType::statement).make();
  document.article.text += " by the High Court";
  add_last(document, at_signing ? 0 : 1, Role::recipient, "High Court");
  const std::string local = local_entity_id(article, "High Court");
  Argument& court = document.events[at_signing ? 0 : 1].args.back();
  court.entity = "organization" + local.substr(local.find('/'));
  document.entities.push_back({court.core, EntityKind::organization, court.entity, "High Court", {}});
  return document;
}

TEST(Participant, WhoseNameIsItsArticlesOwnIsJoinedByAnEventOrAStory) {
  const auto courts = [](const Graph& graph) {
    return std::ranges::count_if(graph.entities(), [](const EntityView& entity) {
      return entity.kind == EntityKind::organization && entity.id.ends_with("-high-court");
    });
  };
  Document later = with_court("b", false);
  later.article.date = Date::parse("2031-01-01").value();
  EXPECT_EQ(courts(graph_of({with_court("a", false), later})), 2);
  EXPECT_EQ(courts(graph_of({with_court("a", true), with_court("b", true)})), 1);
}

TEST(Participant, WithANameIsNotTouched) {
  DocumentMaker named = signing("a", "gas agreement");
  Document document = named.make();
  document.events.front().args[2].entity = "thing/gas-agreement";
  EXPECT_EQ(signed_in({document, signing("b", "agreement").make()}).size(), 2u);
}

}  // namespace
}  // namespace habari
