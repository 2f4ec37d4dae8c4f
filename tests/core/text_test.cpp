#include <habari/core/text.hpp>

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

TEST(CodePointIndex, CountsCodePointsNotBytesAcrossBlocks) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aé€😀";
  const CodePointIndexView index(text);
  EXPECT_EQ(index.code_point(0), 0u);
  EXPECT_EQ(index.code_point(1), 1u);
  EXPECT_EQ(index.code_point(3), 2u);
  EXPECT_EQ(index.code_point(static_cast<std::uint32_t>(text.size())), 400u);
  for (std::uint32_t position = 0; position <= 400; ++position) {
    EXPECT_EQ(index.code_point(index.byte(position)), position);
  }
  EXPECT_THROW(index.byte(401), std::invalid_argument);
}

TEST(Utf8, FindsTheFirstIllFormedByte) {
  EXPECT_EQ(find_invalid_utf8("habari é 😀"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("ab\xFF"), 2u);
  EXPECT_EQ(find_invalid_utf8("ab\xE2\x82"), 2u);
  EXPECT_EQ(find_invalid_utf8("\xC0\x80"), 0u);
  EXPECT_EQ(find_invalid_utf8("x\xED\xA0\x80"), 1u);
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0u);
}

}  // namespace
}  // namespace habari
