#include "segmentation.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

std::string words(std::string_view text) { return words_of(english_segmenter(), text); }

TEST(EnglishSegmentation, KeepsTitlesWithTheirNames) {
  EXPECT_EQ(words("Gov. Karisa met Lt. Col. Mwakyusa in Voi."), "Gov. Karisa met Lt. Col. Mwakyusa in Voi .");
  EXPECT_EQ(words("He met Cmdr.Otieno."), "He met Cmdr. Otieno .");
  EXPECT_EQ(words("Mchg. Karisa preached."), "Mchg. Karisa preached .");
}

TEST(EnglishSegmentation, KeepsNumbersWithTheirFigures) {
  EXPECT_EQ(words("They read bill No. 5."), "They read bill No. 5 .");
  EXPECT_EQ(words("He said no. They left."), "He said no . | They left .");
}

TEST(EnglishSegmentation, EndsASentenceInAnAcronymBeforeAnOpener) {
  EXPECT_EQ(words("Police arrested him in the U.S. He left."), "Police arrested him in the U.S. | He left .");
  EXPECT_EQ(words("It began at 5 p.m. The governor spoke."), "It began at 5 p.m. | The governor spoke .");
  EXPECT_EQ(words("The U.S. Embassy in Voi closed."), "The U.S. Embassy in Voi closed .");
}

TEST(EnglishSegmentation, BreaksWhereABlankIsMissing) {
  EXPECT_EQ(words("The minister resigned.Police arrested his aide,Mr.Salim Karisa,in Voi."),
            "The minister resigned . | Police arrested his aide , Mr. Salim Karisa , in Voi .");
}

TEST(EnglishSegmentation, CutsContractionsAndPossessives) {
  EXPECT_EQ(words("We don't know."), "We do n't know .");
  EXPECT_EQ(words("Kenya’s minister met Ugandaʼs governor and Zambia´s envoy."),
            "Kenya ’s minister met Uganda ’s governor and Zambia ’s envoy .");
}

TEST(EnglishSegmentation, GivesTheWordsOfOneTokenItsSpan) {
  const std::string text = "We don't know.";
  const std::vector<Sentence> sentences = english_segmenter().segment(text);
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(slice(text, sentences[0].tokens[1].span), "don't");
  EXPECT_EQ(sentences[0].tokens[2].span, sentences[0].tokens[1].span);
}

TEST(EnglishSegmentation, KeepsAddressesAndFiguresWhole) {
  EXPECT_EQ(words("Mail a.b@voi.example or see www.voi.example/a?b=1."),
            "Mail a.b@voi.example or see www.voi.example/a?b=1 .");
  EXPECT_EQ(words("On 13.09.2023 at 10:30 they paid 3,000."), "On 13.09.2023 at 10:30 they paid 3,000 .");
}

}  // namespace
}  // namespace habari
