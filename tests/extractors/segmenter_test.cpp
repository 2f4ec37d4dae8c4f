#include "segmentation.hpp"

#include <gtest/gtest.h>

#include <ctime>
#include <random>
#include <vector>

namespace habari {
namespace {

using segmentation::Segmenter;

const std::vector<const Segmenter*>& segmenters() {
  static const std::vector<const Segmenter*> all = {&swahili_segmenter(), &english_segmenter()};
  return all;
}

TEST(Segmenter, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "mtu ";
  for (const Segmenter* segmenter : segmenters()) {
    const std::vector<Sentence> sentences = segmenter->segment(text);
    EXPECT_EQ(sentences.size(), 4U);
    for (const Sentence& sentence : sentences) EXPECT_LE(sentence.tokens.size(), Segmenter::longest_sentence);
  }
}

/// Text that is long in one way only.
std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

/// Of this process, however many others there are.
double seconds(const Segmenter& segmenter, const std::string& text) {
  const std::clock_t begin = std::clock();
  EXPECT_FALSE(segmenter.segment(text).empty());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

TEST(Segmenter, TakesLinearTimeOnAnyText) {
  for (const Segmenter* segmenter : segmenters()) {
    for (const char* piece :
         {"a",   "A",  "aB",   ",", ".",  "a.", "a.b", "Ab.",     "A.",   "\"", ".\"", "(1)", "1,",  "a@",   "@a",
          "@a.", "a/", "a.b/", "-", "a-", "'",  "#a",  "http://", "www.", "ʼ",  "é",   ". ",  "A. ", "Bi.A", "• "}) {
      const double small = seconds(*segmenter, repeated(piece, 1U << 12U));
      const double large = seconds(*segmenter, repeated(piece, 1U << 17U));
      // 32 times the text; quadratic time would be a thousand times as much.
      EXPECT_LT(large, 150 * small + 0.3) << piece;
    }
  }
}

/// Random text of letters, marks, blanks and characters of two to four bytes.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {"a",
                                                  "Wa",
                                                  "kwa",
                                                  " ",
                                                  " ",
                                                  ".",
                                                  ",",
                                                  "\n",
                                                  "-",
                                                  "'",
                                                  "’",
                                                  "\"",
                                                  "(",
                                                  ")",
                                                  "3",
                                                  "1,0",
                                                  ":",
                                                  "é",
                                                  "€",
                                                  "😀",
                                                  "\xC2\xA0",
                                                  "#",
                                                  "@",
                                                  "/",
                                                  "!",
                                                  "?",
                                                  "…",
                                                  "www.",
                                                  "http://",
                                                  "\t",
                                                  "مصر",
                                                  "«",
                                                  "ʼ",
                                                  "Bi.",
                                                  "U.S.",
                                                  "don't",
                                                  "wakishambu liwa",
                                                  "com",
                                                  "DCRais"};
  std::string text;
  const auto length = random() % 60;
  for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
  return text;
}

bool is_blank(std::string_view text, std::size_t at) {
  return text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text.substr(at, 2) == "\xC2\xA0" ||
         (at > 0 && text.substr(at - 1, 2) == "\xC2\xA0");
}

TEST(Segmenter, GivesSpansInOrderWithNothingButBlanksBetweenThem) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    for (const Segmenter* segmenter : segmenters()) {
      std::uint32_t at = 0;
      Span last;
      for (const Sentence& sentence : segmenter->segment(text)) {
        ASSERT_FALSE(sentence.tokens.empty());
        EXPECT_EQ(sentence.span.begin, sentence.tokens.front().span.begin);
        EXPECT_EQ(sentence.span.end, sentence.tokens.back().span.end);
        for (const Token& token : sentence.tokens) {
          ASSERT_FALSE(token.form.empty()) << text;
          if (token.span == last) continue;
          ASSERT_LT(token.span.begin, token.span.end) << text;
          ASSERT_LE(at, token.span.begin) << text;
          for (; at < token.span.begin; ++at) ASSERT_TRUE(is_blank(text, at)) << text;
          at = token.span.end;
          last = token.span;
        }
      }
      for (; at < text.size(); ++at) ASSERT_TRUE(is_blank(text, at)) << text;
    }
  }
}

TEST(Segmenter, WritesFormsAsTheyStandButForRepairs) {
  const std::string text = "Rais  wa\tKenya (Mollel) alisema: \"Ndiyo\".";
  for (const Sentence& sentence : swahili_segmenter().segment(text)) {
    for (const Token& token : sentence.tokens) EXPECT_EQ(token.form, slice(text, token.span));
  }
}

}  // namespace
}  // namespace habari
