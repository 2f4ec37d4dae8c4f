#include "graph_documents.hpp"

#include <habari/core/graph_builder.hpp>
#include <habari/core/query.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace habari {
namespace {

/// A graph whose entities have these names; their identifiers are `person/` and the name.
Graph graph_of_names(const std::vector<std::string>& names) {
  GraphBuilder builder;
  for (const std::string& name : names) {
    builder.add(test::DocumentMaker(name, "en", "", name + " came.")
                    .entity(name, EntityKind::person, "person/" + name, name)
                    .event("came", "come", "come", EventType::move)
                    .with(Role::agent, name, "person/" + name)
                    .make());
  }
  return builder.freeze();
}

class EntityNames : public testing::Test {
 protected:
  Graph graph = graph_of_names({"Jonas Gahr Støre", "Lech Wałęsa", "Mwai Ng’ang’a", "Nelson Chamisa", "Ibrahim Traoré",
                                "Владимир Зеленский", "Amina Traore Diallo", "Samia Suluhu Hassan", "Hassan Joho"});
  QueryIndex index{graph};

  std::vector<std::string> labels(const std::vector<Vertex>& vertices) const {
    std::vector<std::string> found;
    for (const Vertex v : vertices) found.emplace_back(graph.label(v));
    return found;
  }
};

using L = std::vector<std::string>;

TEST_F(EntityNames, MatchWithoutCaseAndAccents) {
  EXPECT_EQ(labels(index.named("jonas gahr store")), L{"Jonas Gahr Støre"});
  EXPECT_EQ(labels(index.named("WALESA")), L{"Lech Wałęsa"});
  EXPECT_EQ(labels(index.named("Wałęsa")), L{"Lech Wałęsa"});
  EXPECT_EQ(labels(index.named("Mwai Ng'ang'a")), L{"Mwai Ng’ang’a"});
  EXPECT_EQ(labels(index.named("ЗЕЛЕНСКИЙ")), L{"Владимир Зеленский"});
  EXPECT_EQ(labels(index.named("Traore\xCC\x81")), (L{"Amina Traore Diallo", "Ibrahim Traoré"}));
  EXPECT_EQ(labels(index.named("samia\xE2\x80\x8B suluhu")), L{"Samia Suluhu Hassan"});
}

TEST_F(EntityNames, GoOnWhereOnlyOneDoes) {
  EXPECT_EQ(labels(index.named("Cham")), L{"Nelson Chamisa"});
  EXPECT_EQ(labels(index.named("nelson ch")), L{"Nelson Chamisa"});
  EXPECT_EQ(labels(index.named("Samia Sul")), L{"Samia Suluhu Hassan"});
  EXPECT_EQ(labels(index.named("Trao")), L{}) << "two entities go on like this";
  EXPECT_EQ(labels(index.named("amisa")), L{}) << "no word begins like this";
  EXPECT_EQ(labels(index.named("Hassan")), (L{"Hassan Joho", "Samia Suluhu Hassan"})) << "a whole word may be several";
}

TEST_F(EntityNames, AreFoundNearMisspeltOnes) {
  EXPECT_EQ(labels(index.similar("Chamissa")), L{"Nelson Chamisa"});
  EXPECT_EQ(labels(index.similar("Nelsno Chamisa")), L{"Nelson Chamisa"});
  EXPECT_EQ(labels(index.similar("Trao")), (L{"Amina Traore Diallo", "Ibrahim Traoré"}));
  EXPECT_EQ(labels(index.similar("Hasan", 1)).size(), 1u);
  EXPECT_EQ(labels(index.similar("Samia Sululu Hasan")).front(), "Samia Suluhu Hassan");
  EXPECT_EQ(labels(index.similar("Зеленски")), L{"Владимир Зеленский"});
  EXPECT_EQ(labels(index.similar("Xi")), L{});
  EXPECT_EQ(labels(index.similar("")), L{});
  EXPECT_EQ(labels(index.similar("Chamisa", 0)), L{});
}

}  // namespace
}  // namespace habari
