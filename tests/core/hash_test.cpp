#include <habari/core/hash.hpp>

#include <gtest/gtest.h>

namespace habari {
namespace {

// Expected values: the definition of FNV-1a worked in another language's big integers.
TEST(Hash128, IsTheSameOnEveryMachine) {
  EXPECT_EQ(Hash128().hex(), "6c62272e07bb014262b821756295c58d");
  EXPECT_EQ(Hash128().add("a").hex(), "0880954550ab1be95aa0733055b751b9");
  EXPECT_EQ(Hash128().add("habari").add("ya leo").hex(), "bcde6a1bdc0554557098f7f6a47789ba");
}

TEST(Hash128, TellsApartWhereOnePieceEnds) {
  EXPECT_NE(Hash128().add("ab").add("").hex(), Hash128().add("a").add("b").hex());
}

}  // namespace
}  // namespace habari
