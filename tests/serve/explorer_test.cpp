#include "core/graph_documents.hpp"
#include "core/random_news.hpp"

#include <habari/core/error.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/serve/explorer.hpp>

#include <gtest/gtest.h>
#include <rapidjson/document.h>

namespace habari::serve {
namespace {

/// The meeting of the test documents, with an explorer over it.
class ExplorerTest : public testing::Test {
 protected:
  ExplorerTest() {
    GraphBuilder builder;
    builder.add(test::swahili_meeting());
    graph_ = builder.freeze();
    explorer_.emplace(graph_);
  }

  rapidjson::Document ask(std::string_view question, const Parameters& parameters = {}) {
    rapidjson::Document answer;
    answer.Parse(explorer_->answer(question, parameters).value().body);
    EXPECT_FALSE(answer.HasParseError());
    return answer;
  }
  std::size_t count(const Parameters& parameters) { return ask("events", parameters)["total"].GetUint64(); }

  Graph graph_;
  std::optional<Explorer> explorer_;
};

TEST_F(ExplorerTest, ListsTheEventsThatFitAllThatIsAsked) {
  EXPECT_EQ(count({{"type", "CONSULT"}}), 1U);
  EXPECT_EQ(count({{"entity", test::putin}, {"type", "CONSULT"}}), 1U);
  EXPECT_EQ(count({{"entity", test::russia}, {"type", "CONSULT"}}), 0U);
  EXPECT_EQ(count({{"relation", "kutana"}}), 1U);
  EXPECT_EQ(count({{"place", "Vostochny"}}), 1U);
  EXPECT_EQ(count({{"factuality", "planned"}}), 1U);
  EXPECT_EQ(count({{"language", "en"}}), 0U);
  EXPECT_EQ(count({{"confidence", "0.95"}}), 0U);
}

TEST_F(ExplorerTest, ListsEventsThatShareADayWithARangeOfTime) {
  EXPECT_EQ(count({{"since", "2023-09-13"}, {"until", "2023-09-13"}}), 1U);
  EXPECT_EQ(count({{"since", "2023"}, {"until", "2023-09"}}), 1U);
  EXPECT_EQ(count({{"since", "2023-09-14"}}), 0U);
}

TEST_F(ExplorerTest, GivesAPageOfTheList) {
  const std::size_t all = count({});
  const rapidjson::Document page = ask("events", {{"from", "1"}, {"limit", "1"}});
  EXPECT_EQ(page["events"].Size(), 1U);
  EXPECT_EQ(page["total"].GetUint64(), all);
}

TEST_F(ExplorerTest, CountsWhatCouldBeAskedInsteadOfWhatIs) {
  const rapidjson::Document choices = ask("choices", {{"type", "CONSULT"}});
  EXPECT_EQ(choices["type"].Size(), ask("choices")["type"].Size());
  ASSERT_EQ(choices["relation"].Size(), 1U);
  EXPECT_STREQ(choices["relation"][0]["value"].GetString(), "meet");
}

TEST_F(ExplorerTest, QuotesTheSentenceInPieces) {
  const std::string id = ask("events", {{"type", "CONSULT"}})["events"][0]["id"].GetString();
  const rapidjson::Document event = ask("event", {{"id", id}});
  std::string sentence;
  std::string trigger;
  for (const auto& piece : event["told"][0]["sentence"].GetArray()) {
    sentence += piece["text"].GetString();
    if (piece.HasMember("as") && std::string_view(piece["as"][0].GetString()) == "trigger") {
      trigger = piece["text"].GetString();
    }
  }
  EXPECT_EQ(sentence, graph_.article(0).text);
  EXPECT_EQ(trigger, "alikutana");
}

TEST_F(ExplorerTest, AnswersNothingToWhatIsNotThere) {
  EXPECT_FALSE(explorer_->answer("secrets", {}));
  EXPECT_FALSE(explorer_->answer("entity", {{"id", "person/nobody"}}));
  EXPECT_FALSE(explorer_->answer("event", {{"id", test::putin}}));
}

TEST_F(ExplorerTest, RejectsValuesThatAreNone) {
  for (const auto& [name, value] : Parameters{{"since", "yesterday"},
                                              {"type", "meet"},
                                              {"factuality", "true"},
                                              {"confidence", "2"},
                                              {"from", "-1"},
                                              {"limit", "ten"},
                                              {"order", "name"}}) {
    EXPECT_THROW((void)explorer_->answer("events", {{name, value}}), Error) << name;
  }
  EXPECT_THROW((void)explorer_->answer("export", {{"format", "exe"}}), Error);
}

TEST_F(ExplorerTest, ExportsATableThatNoSpreadsheetTakesForFormulas) {
  GraphBuilder builder;
  builder.add(test::DocumentMaker("formula", "sw", "2024-01-01", "=1+1 alifika Goma.")
                  .entity("=1+1", EntityKind::person, "person/formula", "=1+1")
                  .event("alifika", "fika", "arrive", EventType::move)
                  .with(Role::agent, "=1+1", "person/formula")
                  .make());
  const Graph graph = builder.freeze();
  const auto file = Explorer(graph).answer("export", {{"format", "csv"}});
  ASSERT_TRUE(file);
  EXPECT_EQ(file->file_name, "habari-events.csv");
  EXPECT_NE(file->body.find(",'=1+1,"), std::string::npos) << file->body;
}

TEST(Explorer, AnswersEveryQuestionOfAnyGraphInJson) {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    GraphBuilder builder;
    for (const Document& document : test::RandomNews(seed).documents(20)) builder.add(document);
    const Graph graph = builder.freeze();
    const Explorer explorer(graph);
    for (const std::string_view question : {"graph", "search", "events", "choices", "times", "places", "neighbours"}) {
      for (const Parameters& asked :
           {Parameters{}, {{"entity", "place/goma"}, {"text", "j"}}, {{"since", "2024-03-04"}}}) {
        rapidjson::Document json;
        json.Parse(explorer.answer(question, asked).value().body);
        EXPECT_FALSE(json.HasParseError()) << question;
      }
    }
  }
}

TEST(Explorer, AnswersForAGraphOfNothing) {
  const Graph graph;
  const Explorer explorer(graph);
  for (const std::string_view question : {"graph", "search", "events", "choices", "times", "places", "neighbours"}) {
    EXPECT_TRUE(explorer.answer(question, {})) << question;
  }
}

}  // namespace
}  // namespace habari::serve
