#include "analysis/tokenizer.hpp"

#include <gtest/gtest.h>

#include <random>

namespace habari {
namespace {

const Tokenizer& tokenizer() {
  static const Tokenizer swahili(std::filesystem::path(HABARI_DATA_DIR) / "languages" / "sw");
  return swahili;
}

/// The words of all sentences, sentences set apart by `|`.
std::string words(std::string_view text) {
  std::string out;
  for (const Sentence& sentence : tokenizer().split(text)) {
    if (!out.empty()) out += " |";
    for (const Token& token : sentence.tokens) {
      if (!out.empty()) out += ' ';
      out += token.form;
    }
  }
  return out;
}

TEST(Tokenizer, EndsSentencesAtStopsAndNewlines) {
  EXPECT_EQ(words("Mvua ilinyesha. Watu walikimbia!"), "Mvua ilinyesha . | Watu walikimbia !");
  EXPECT_EQ(words("Mvua yanyesha Tanga\nWatu walikimbia."), "Mvua yanyesha Tanga | Watu walikimbia .");
  EXPECT_EQ(words("Kwa nini? Hakuna ajuaye."), "Kwa nini ? | Hakuna ajuaye .");
  EXPECT_EQ(words(""), "");
  EXPECT_EQ(words(" \n\t \n"), "");
}

TEST(Tokenizer, KeepsNumbersWhole) {
  EXPECT_EQ(words("Watu 7,000 walihama."), "Watu 7,000 walihama .");
  EXPECT_EQ(words("Ilipanda kwa asilimia 2.5 jana."), "Ilipanda kwa asilimia 2.5 jana .");
  EXPECT_EQ(words("Saa 12:30 jioni"), "Saa 12:30 jioni");
  EXPECT_EQ(words("kifungu 39(3) cha sheria"), "kifungu 39(3) cha sheria");
  EXPECT_EQ(words("Waombaji 31. 40 walijiandikisha."), "Waombaji 31 . 40 walijiandikisha .");
  EXPECT_EQ(words("Alizaliwa 1990. Watu walifurahi."), "Alizaliwa 1990 . | Watu walifurahi .");
  EXPECT_EQ(words("asilimia 20%"), "asilimia 20 %");
}

TEST(Tokenizer, KeepsAbbreviationsAndInitialsInTheirSentence) {
  EXPECT_EQ(words("Dkt. Mollel aliteuliwa na J. Ndege."), "Dkt. Mollel aliteuliwa na J. Ndege .");
  EXPECT_EQ(words("mahindi, maharage n.k. yaliuzwa"), "mahindi , maharage n.k. yaliuzwa");
  EXPECT_EQ(words("Mhe. Rais alihutubia."), "Mhe. Rais alihutubia .");
}

TEST(Tokenizer, KeepsHyphensAndApostrophesInsideWords) {
  EXPECT_EQ(words("Kim Jong-un na ng'ombe wa Ng’ang’a"), "Kim Jong-un na ng'ombe wa Ng’ang’a");
  EXPECT_EQ(words("UVIKO-19 ulienea."), "UVIKO-19 ulienea .");
  EXPECT_EQ(words("Wolde - mariam"), "Wolde - mariam");
}

TEST(Tokenizer, SetsQuotesAndBracketsApart) {
  EXPECT_EQ(words("\"Tumeshinda,\" alisema."), "\" Tumeshinda , \" alisema .");
  EXPECT_EQ(words("“Tumeshinda” (EU) ‘sasa’"), "“ Tumeshinda ” ( EU ) ‘ sasa ’");
  EXPECT_EQ(words("«Sawa.» Aliondoka."), "« Sawa . » | Aliondoka .");
  EXPECT_EQ(words("\"Njoo.\" Aliondoka."), "\" Njoo . \" | Aliondoka .");
}

TEST(Tokenizer, KeepsADatelineWithItsSentence) {
  EXPECT_EQ(words("Goma, Mei 3, 2021: Rais aliwasili."), "Goma , Mei 3 , 2021 : Rais aliwasili .");
}

TEST(Tokenizer, KeepsAddressesWhole) {
  EXPECT_EQ(words("Soma https://example.org/a,b?c=1. Kisha #Habari @mtu"),
            "Soma https://example.org/a,b?c=1 . | Kisha #Habari @mtu");
}

TEST(Tokenizer, CutsEndlessSentences) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "mtu ";
  for (const Sentence& sentence : tokenizer().split(text)) {
    EXPECT_LE(sentence.tokens.size(), Tokenizer::longest_sentence);
  }
  EXPECT_EQ(tokenizer().split(text).size(), 4u);
}

/// Random text of letters, marks, blanks and characters of two to four bytes.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "a", "Wa", "kwa", " ", " ",        ".", ",", "\n", "-", "'", "’", "\"",      "(",  ")",   "3", "1,0",
      ":", "é",  "€",   "😀", "\xC2\xA0", "#", "@", "/",  "!", "?", "…", "http://", "\t", "مصر", "«"};
  std::string text;
  const auto length = random() % 60;
  for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
  return text;
}

TEST(Tokenizer, GivesSpansThatSliceToTheirFormsInOrder) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    std::uint32_t at = 0;
    for (const Sentence& sentence : tokenizer().split(text)) {
      ASSERT_FALSE(sentence.tokens.empty());
      EXPECT_EQ(sentence.span.begin, sentence.tokens.front().span.begin);
      EXPECT_EQ(sentence.span.end, sentence.tokens.back().span.end);
      for (const Token& token : sentence.tokens) {
        ASSERT_LT(token.span.begin, token.span.end) << text;
        ASSERT_LE(at, token.span.begin) << text;
        ASSERT_EQ(slice(text, token.span), token.form) << text;
        at = token.span.end;
      }
    }
    // Nothing but blanks lies between the words.
    std::string without;
    for (const Sentence& sentence : tokenizer().split(text)) {
      for (const Token& token : sentence.tokens) without += token.form;
    }
    std::string expected;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') continue;
      if (text.compare(i, 2, "\xC2\xA0") == 0) {
        ++i;
        continue;
      }
      expected += text[i];
    }
    ASSERT_EQ(without, expected) << text;
  }
}

}  // namespace
}  // namespace habari
