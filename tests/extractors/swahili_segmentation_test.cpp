#include "segmentation.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

std::string words(std::string_view text) { return words_of(swahili_segmenter(), text); }

TEST(SwahiliSegmentation, EndsSentencesAtStopsAndNewlines) {
  EXPECT_EQ(words("Mvua ilinyesha. Watu walikimbia!"), "Mvua ilinyesha . | Watu walikimbia !");
  EXPECT_EQ(words("Mvua yanyesha Tanga\nWatu walikimbia."), "Mvua yanyesha Tanga | Watu walikimbia .");
  EXPECT_EQ(words("Kwa nini? Hakuna ajuaye."), "Kwa nini ? | Hakuna ajuaye .");
  EXPECT_EQ(words("Mvua ilinyesha...  Watu walikimbia… Kisha ikatulia"),
            "Mvua ilinyesha ... | Watu walikimbia … | Kisha ikatulia");
  EXPECT_EQ(words("Alisema... hapana."), "Alisema ... hapana .");
  EXPECT_EQ(words(""), "");
  EXPECT_EQ(words(" \n\t \n"), "");
}

TEST(SwahiliSegmentation, KeepsFiguresWhole) {
  EXPECT_EQ(words("Watu 7,000 walihama."), "Watu 7,000 walihama .");
  EXPECT_EQ(words("Ilipanda kwa asilimia 2.5 jana."), "Ilipanda kwa asilimia 2.5 jana .");
  EXPECT_EQ(words("Saa 12:30 jioni, tarehe 13.09.2023"), "Saa 12:30 jioni , tarehe 13.09.2023");
  EXPECT_EQ(words("kifungu 39(3) cha sheria (5)"), "kifungu 39(3) cha sheria ( 5 )");
  EXPECT_EQ(words("Waombaji 31. 40 walijiandikisha."), "Waombaji 31 . 40 walijiandikisha .");
  EXPECT_EQ(words("Alizaliwa 1990. Watu walifurahi."), "Alizaliwa 1990 . | Watu walifurahi .");
  EXPECT_EQ(words("1. Kwanza tulifika."), "1 . Kwanza tulifika .");
  EXPECT_EQ(words("asilimia 20%"), "asilimia 20 %");
}

TEST(SwahiliSegmentation, KeepsAbbreviationsAndInitialsInTheirSentence) {
  EXPECT_EQ(words("Dkt. Mollel aliteuliwa na J. Ndege."), "Dkt. Mollel aliteuliwa na J. Ndege .");
  EXPECT_EQ(words("mahindi, maharage n.k. yaliuzwa"), "mahindi , maharage n.k. yaliuzwa");
  EXPECT_EQ(words("Mhe. Rais alihutubia."), "Mhe. Rais alihutubia .");
  EXPECT_EQ(words("Kapt. Otieno na Brig. Gen. Karisa walifika."), "Kapt. Otieno na Brig. Gen. Karisa walifika .");
  EXPECT_EQ(words("Alilipa Sh. milioni 5."), "Alilipa Sh. milioni 5 .");
}

TEST(SwahiliSegmentation, TakesAnAbbreviationForOneOnlyBeforeWhatItAbbreviatesFor) {
  EXPECT_EQ(words("Kifungu Na. 5 cha sheria Na. 12."), "Kifungu Na. 5 cha sheria Na. 12 .");
  EXPECT_EQ(words("Umbali ni km. 5 tu."), "Umbali ni km. 5 tu .");
  EXPECT_EQ(words("Alitembea km. Watu walimwona."), "Alitembea km . | Watu walimwona .");
}

TEST(SwahiliSegmentation, TellsAbbreviationsThatNoTableHasByTheirLetters) {
  EXPECT_EQ(words("Prmd. Karisa alifika na Wktl. Otieno."), "Prmd. Karisa alifika na Wktl. Otieno .");
  EXPECT_EQ(words("Komdr. Karisa alifika."), "Komdr. Karisa alifika .");
  EXPECT_EQ(words("Walikwenda Voi. Karisa alifika."), "Walikwenda Voi . | Karisa alifika .");
  EXPECT_EQ(words("Walikwenda Iran. Karisa alifika."), "Walikwenda Iran . | Karisa alifika .");
}

TEST(SwahiliSegmentation, EndsASentenceInAnAcronymBeforeAnOrdinaryWord) {
  EXPECT_EQ(words("Ripoti ilitolewa na U.N. Wakazi wanasubiri."), "Ripoti ilitolewa na U.N. | Wakazi wanasubiri .");
  EXPECT_EQ(words("Alihojiwa na U.N. Karisa hakuwepo."), "Alihojiwa na U.N. Karisa hakuwepo .");
  EXPECT_EQ(words("Walinunua mahindi n.k. Serikali iliwalipa."), "Walinunua mahindi n.k. | Serikali iliwalipa .");
}

TEST(SwahiliSegmentation, BreaksWhereABlankIsMissing) {
  EXPECT_EQ(words("Waziri alijiuzulu.Polisi walimkamata jana,Rais alisema."),
            "Waziri alijiuzulu . | Polisi walimkamata jana , Rais alisema .");
  EXPECT_EQ(words("Alikutana na Bi.Zawadi mjini Voi.Wabunge walikataa."),
            "Alikutana na Bi. Zawadi mjini Voi . | Wabunge walikataa .");
  EXPECT_EQ(words("Ilikuwa 2019.Polisi walifika na J.K.Mollel."), "Ilikuwa 2019 . | Polisi walifika na J.K. Mollel .");
  EXPECT_EQ(words("Kweli?Hapana!Sawa"), "Kweli ? | Hapana ! | Sawa");
  EXPECT_EQ(words("Waziri alifika.polisi walimwona."), "Waziri alifika . | polisi walimwona .");
  EXPECT_EQ(words("kifungu Na.5 na Sh.500"), "kifungu Na. 5 na Sh. 500");
}

TEST(SwahiliSegmentation, DoesNotBreakAddressesFilesAndAcronyms) {
  EXPECT_EQ(words("Soma https://example.org/a,b?c=1. Kisha #Habari @mtu"),
            "Soma https://example.org/a,b?c=1 . | Kisha #Habari @mtu");
  EXPECT_EQ(words("Tovuti www.maji.example/Voi na maji.go.tz na Maji.Com."),
            "Tovuti www.maji.example/Voi na maji.go.tz na Maji.Com .");
  EXPECT_EQ(words("Barua pepe: neema.mollel@serikali.example, faili ripoti.pdf"),
            "Barua pepe : neema.mollel@serikali.example , faili ripoti.pdf");
  EXPECT_EQ(words("Soma @Habari.Njema na Global.Voices, si @neema.Kisha"),
            "Soma @Habari.Njema na Global.Voices , si @neema . | Kisha");
  EXPECT_EQ(words("Jeshi la U.S.A. na U.S lilifika."), "Jeshi la U.S.A. na U.S lilifika .");
}

TEST(SwahiliSegmentation, SetsGluedWordsApart) {
  EXPECT_EQ(words("DCRais alifika, alisemaRais."), "DC Rais alifika , alisema Rais .");
  EXPECT_EQ(words("UNICEFu na YouTube na MwanaHalisi na KiSwahili"), "UNICEFu na YouTube na MwanaHalisi na KiSwahili");
}

TEST(SwahiliSegmentation, MakesOneWordOfTwoHalves) {
  const std::string text = "Wakishambu liwa jana, walikimbia.";
  const std::vector<Sentence> sentences = swahili_segmenter().segment(text);
  ASSERT_EQ(sentences.size(), 1U);
  ASSERT_EQ(sentences[0].tokens.size(), 5U);
  EXPECT_EQ(sentences[0].tokens[0].form, "Wakishambuliwa");
  EXPECT_EQ(slice(text, sentences[0].tokens[0].span), "Wakishambu liwa");
  EXPECT_EQ(words("Watu wa Bahamba kwa wingi"), "Watu wa Bahamba kwa wingi");
  EXPECT_EQ(words("Wananchi wamesha shambuliwa walipo fika."), "Wananchi wameshashambuliwa walipofika .");
  EXPECT_EQ(words("Watu wakiwa hapa huku kukiwa na mvua"), "Watu wakiwa hapa huku kukiwa na mvua");
  EXPECT_EQ(words("Walifika hata kukutana naye"), "Walifika hata kukutana naye");
  EXPECT_EQ(words("Kisha Wamesha kimbia"), "Kisha Wamesha kimbia");
  EXPECT_EQ(words("Ana imani, wana dai, wale wanakula."), "Ana imani , wana dai , wale wanakula .");
}

TEST(SwahiliSegmentation, KeepsHyphensAndApostrophesInsideWords) {
  EXPECT_EQ(words("Kim Jong-un na ng'ombe wa Ng’ang’a"), "Kim Jong-un na ng'ombe wa Ng’ang’a");
  EXPECT_EQ(words("UVIKO-19 ulienea."), "UVIKO-19 ulienea .");
  EXPECT_EQ(words("Wolde - mariam"), "Wolde - mariam");
}

TEST(SwahiliSegmentation, WritesOddApostrophesAlike) { EXPECT_EQ(words("ngʼombe na ng´ombe"), "ng’ombe na ng’ombe"); }

TEST(SwahiliSegmentation, SetsQuotesAndBracketsApart) {
  EXPECT_EQ(words("\"Tumeshinda,\" alisema."), "\" Tumeshinda , \" alisema .");
  EXPECT_EQ(words("“Tumeshinda” (EU) ‘sasa’"), "“ Tumeshinda ” ( EU ) ‘ sasa ’");
  EXPECT_EQ(words("«Sawa.» Aliondoka."), "« Sawa . » | Aliondoka .");
  EXPECT_EQ(words("\"Njoo.\" Aliondoka."), "\" Njoo . \" | Aliondoka .");
  EXPECT_EQ(words("Ni njema. \"Njoo!\" alisema."), "Ni njema . | \" Njoo ! \" alisema .");
  EXPECT_EQ(words("(Alifika jana.) Kisha aliondoka."), "( Alifika jana . ) | Kisha aliondoka .");
  EXPECT_EQ(words("“Njoo.”, alisema."), "“ Njoo . ” , alisema .");
}

TEST(SwahiliSegmentation, EndsItemsOfAListBeforeTheNextBullet) {
  EXPECT_EQ(words("• Maji • Umeme"), "• Maji | • Umeme");
}

TEST(SwahiliSegmentation, KeepsADatelineWithItsSentence) {
  EXPECT_EQ(words("Goma, Mei 3, 2021: Rais aliwasili."), "Goma , Mei 3 , 2021 : Rais aliwasili .");
}

}  // namespace
}  // namespace habari
