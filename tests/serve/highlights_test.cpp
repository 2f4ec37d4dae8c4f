#include "highlights.hpp"

#include <gtest/gtest.h>

namespace habari::serve {
namespace {

using Words = std::vector<std::string_view>;

TEST(Highlights, CutASentenceWhereTheyBeginAndEnd) {
  const std::vector<Piece> pieces = cut({10, 30}, {{{12, 15}, "agent"}, {{15, 20}, "trigger"}});
  ASSERT_EQ(pieces.size(), 4U);
  EXPECT_EQ(pieces[0].span, (CharSpan{10, 12}));
  EXPECT_EQ(pieces[1].as, Words{"agent"});
  EXPECT_EQ(pieces[2].as, Words{"trigger"});
  EXPECT_EQ(pieces[3].span, (CharSpan{20, 30}));
  EXPECT_TRUE(pieces[3].as.empty());
}

TEST(Highlights, ThatOverlapAreBothThere) {
  const std::vector<Piece> pieces = cut({0, 10}, {{{0, 6}, "agent"}, {{4, 10}, "source"}, {{4, 6}, "agent"}});
  ASSERT_EQ(pieces.size(), 3U);
  EXPECT_EQ(pieces[1].as, (Words{"agent", "source"}));
}

TEST(Highlights, OutsideTheSentenceArePassedOver) {
  const std::vector<Piece> pieces = cut({10, 20}, {{{0, 5}, "agent"}, {{18, 25}, "place"}, {{3, 3}, "time"}});
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[1].span, (CharSpan{18, 20}));
  EXPECT_EQ(pieces[1].as, Words{"place"});
}

TEST(Highlights, AreNoneInAnEmptySentence) { EXPECT_TRUE(cut({5, 5}, {{{0, 9}, "agent"}}).empty()); }

}  // namespace
}  // namespace habari::serve
