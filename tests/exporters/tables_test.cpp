#include "../core/graph_documents.hpp"

#include <habari/core/error.hpp>
#include <habari/core/graph_builder.hpp>
#include <habari/exporters/tables.hpp>

#include <gtest/gtest.h>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace habari {
namespace {

namespace fs = std::filesystem;

class Tables : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("habari-tables-" + std::to_string(::getpid()));
    GraphBuilder builder;
    builder.add(test::swahili_meeting());
    write_tables(builder.freeze(), folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string read(const std::string& name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder_;
};

TEST_F(Tables, AreFiveInTwoForms) {
  for (const char* name : {"events", "participants", "entities", "statements", "mentions"}) {
    EXPECT_FALSE(read(std::string(name) + ".csv").empty()) << name;
    EXPECT_FALSE(read(std::string(name) + ".jsonl").empty()) << name;
  }
}

TEST_F(Tables, HaveDaysThatAreWhole) {
  const std::string events = read("events.csv");
  EXPECT_TRUE(events.starts_with("event,label,type,codes,factuality,time,begin,end,confidence,")) << events;
  EXPECT_NE(events.find(",meet,CONSULT,,actual,2023-09-13,2023-09-13,2023-09-13,0.9,"), std::string::npos) << events;
  EXPECT_NE(events.find(",help,AID,,planned,,,,"), std::string::npos) << events;
}

TEST_F(Tables, PointAtTheTextAndQuoteCommas) {
  const std::string mentions = read("mentions.jsonl");
  EXPECT_NE(mentions.find("\"words\":\"alikutana\",\"sentence\":\"Rais wa Urusi Vladimir Putin alikutana"),
            std::string::npos);
  EXPECT_NE(mentions.find("\"source\":\"person/vladimir-putin\""), std::string::npos);
  EXPECT_NE(read("statements.csv").find(",president,"), std::string::npos);
}

TEST(TablesFolder, IsNamedWhereItCannotBeMade) { EXPECT_THROW(write_tables(Graph(), "/dev/null/tables"), Error); }

}  // namespace
}  // namespace habari
