#include "recognition.hpp"

#include "times/time_reading.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

using entity_tests::recognize;

struct TimeCase {
  const char* text;
  const char* expected;             ///< `expression=value`, joined by `; `
  const char* date = "2023-09-13";  // a Wednesday
};

std::string times(const std::string& language, const TimeCase& test) {
  std::string found;
  for (const Mention& mention : recognize(language, test.text, test.date)) {
    if (mention.kind != EntityKind::time) continue;
    if (!found.empty()) found += "; ";
    found += std::string(slice(std::string_view(test.text), mention.span)) + "=" + mention.value;
  }
  return found;
}

void expect_times(const std::string& language, std::span<const TimeCase> cases) {
  for (const TimeCase& test : cases) EXPECT_EQ(times(language, test), test.expected) << test.text;
}

constexpr TimeCase swahili_cases[] = {
    {"Walikutana Jumatano.", "Jumatano=2023-09-13"},
    {"Walikutana siku ya Jumanne.", "Jumanne=2023-09-12"},
    {"Alifika Jumanne jioni.", "Jumanne jioni=2023-09-12"},
    {"Alifika alhamisi usiku.", "alhamisi usiku=2023-09-07"},
    {"Mvua ilinyesha usiku wa Jumapili.", "usiku wa Jumapili=2023-09-10"},
    {"Mkutano wa Jumatano hii umeahirishwa.", "Jumatano hii=2023-09-13"},
    {"Mkutano wa Ijumaa hii umeahirishwa.", "Ijumaa hii=2023-09-15"},
    {"Jumatano iliyopita walikubaliana.", "Jumatano iliyopita=2023-09-06"},
    {"Kikao kitakuwa Jumatano ijayo.", "Jumatano ijayo=2023-09-20"},
    {"Kikao kitakuwa Jumatatu wiki ijayo.", "Jumatatu wiki ijayo=2023-09-18"},
    {"Kikao kilikuwa Jumatatu ya wiki iliyopita.", "Jumatatu ya wiki iliyopita=2023-09-04"},
    {"Leo bei imepanda.", "Leo=2023-09-13"},
    {"Jana usiku moto ulizuka.", "Jana usiku=2023-09-12"},
    {"Juzi walifika.", "Juzi=2023-09-11"},
    {"Watasafiri kesho asubuhi.", "kesho asubuhi=2023-09-14"},
    {"Watasafiri kesho kutwa.", "kesho kutwa=2023-09-15"},
    {"Hayo yamesemwa leo Jumatano, mjini Dodoma.", "leo Jumatano=2023-09-13"},
    {"Leo, maelfu wameandamana.", "Leo=2023-09-13"},
    {"Wiki iliyopita walikubaliana.", "Wiki iliyopita=2023-09-04/2023-09-10"},
    {"Wiki hii wanajadili.", "Wiki hii=2023-09-11/2023-09-17"},
    {"Wiki ijayo watajadili.", "Wiki ijayo=2023-09-18/2023-09-24"},
    {"Mechi za wikendi hii zimeahirishwa.", "wikendi hii=2023-09-16/2023-09-17"},
    {"Mvua ilinyesha mwishoni mwa wiki iliyopita.", "mwishoni mwa wiki iliyopita=2023-09-09/2023-09-10"},
    {"Mwezi uliopita walihama.", "Mwezi uliopita=2023-08"},
    {"Mwezi huu watahama.", "Mwezi huu=2023-09"},
    {"Mwezi ujao watahama.", "Mwezi ujao=2023-10"},
    {"Mwezi uliopita walihama.", "Mwezi uliopita=2022-12", "2023-01-20"},
    {"Mwaka jana walihama.", "Mwaka jana=2022"},
    {"Mwaka juzi walihama.", "Mwaka juzi=2021"},
    {"Mwaka huu watahama.", "Mwaka huu=2023"},
    {"Mwaka ujao watahama.", "Mwaka ujao=2024"},
    {"Siku tatu zilizopita walihama.", "Siku tatu zilizopita=2023-09-10"},
    {"Wiki mbili zilizopita walihama.", "Wiki mbili zilizopita=2023-08-28/2023-09-03"},
    {"Miezi sita iliyopita walihama.", "Miezi sita iliyopita=2023-03"},
    {"Miaka 21 iliyopita walihama.", "Miaka 21 iliyopita=2002"},
    {"Miaka ishirini na tano iliyopita walihama.", "Miaka ishirini na tano iliyopita=1998"},
    {"Katika wiki mbili zilizopita watu 10 wamekufa.", "wiki mbili zilizopita=2023-08-30/2023-09-13"},
    {"Katika kipindi cha miaka miwili iliyopita bei imepanda.", "miaka miwili iliyopita=2021/2023"},
    {"Uchaguzi ulifanyika mwaka wa 2019.", "2019=2019"},
    {"Uchaguzi ulifanyika mwaka 2019 na 2020.", "2019=2019"},
    {"Vita vilianza mwa 2018.", "2018=2018"},
    {"Katiba ya 2010 ilipitishwa.", "2010=2010"},
    {"Kufikia mwishoni mwa 2021 ilikamilika.", "2021=2021"},
    {"Zaidi ya 2000 walihama.", ""},
    {"Watu 2000 walihama.", ""},
    {"Bei ni shilingi 2,000 tu.", ""},
    {"Muziki wa miaka ya 1990 unapendwa.", "miaka ya 1990=1990/1999"},
    {"Muziki wa miaka ya 90 unapendwa.", "miaka ya 90=1990/1999"},
    {"Walihama mwezi Machi.", "Machi=2023-03"},
    {"Walihama mwezi Novemba.", "Novemba=2022-11"},
    {"Walihama mwezi Septemba.", "Septemba=2023-09"},
    {"Walihama Disemba iliyopita.", "Disemba iliyopita=2022-12"},
    {"Watahama Januari ijayo.", "Januari ijayo=2024-01"},
    {"Walihama Julai mwaka huu.", "Julai mwaka huu=2023-07"},
    {"Walihama Oktoba mwaka jana.", "Oktoba mwaka jana=2022-10"},
    {"Walihama Machi mwaka wa 2017.", "Machi mwaka wa 2017=2017-03"},
    {"Walihama Juni 2018.", "Juni 2018=2018-06"},
    {"Walihama Machi, mwaka 2021.", "Machi, mwaka 2021=2021-03"},
    {"Lusaka, Agosti 24, 2021: Meya alifika.", "Agosti 24, 2021=2021-08-24"},
    {"Alifika 13 Septemba 2023 saa tano.", "13 Septemba 2023=2023-09-13"},
    {"Alifika tarehe 13 Septemba.", "13 Septemba=2023-09-13"},
    {"Alizaliwa tarehe 9 Machi mwaka wa 1968 huko Tanga.", "9 Machi mwaka wa 1968=1968-03-09"},
    {"Alifika tarehe mbili Januari.", "mbili Januari=2023-01-02"},
    {"Alifika tarehe ishirini na tano Mei.", "ishirini na tano Mei=2023-05-25"},
    {"Sheria inaanza Machi Mosi.", "Machi Mosi=2023-03-01"},
    {"Alifika Novemba 24.", "Novemba 24=2022-11-24"},
    {"Mkutano ni Jumanne Machi 2, 2021.", "Jumanne Machi 2, 2021=2021-03-02"},
    {"Mkutano ulikuwa Jumatano tarehe 13 Septemba 2023.", "Jumatano tarehe 13 Septemba 2023=2023-09-13"},
    {"Juni tarehe 4 mwaka jana walihama.", "Juni tarehe 4 mwaka jana=2022-06-04"},
    {"Walihama tarehe 5 mwezi uliopita.", "5 mwezi uliopita=2023-08-05"},
    {"Imesasishwa 13/09/2023 mchana.", "13/09/2023=2023-09-13"},
    {"Imesasishwa 2023-09-13 mchana.", "2023-09-13=2023-09-13"},
    {"Ilikuwa vita kati ya 2010 na 2015.", "kati ya 2010 na 2015=2010/2015"},
    {"Ilikuwa vita kati ya mwaka 1987 na 1992.", "kati ya mwaka 1987 na 1992=1987/1992"},
    {"Mvua itanyesha kuanzia Januari hadi Machi.", "Januari hadi Machi=2023-01/2023-03"},
    {"Mvua ilinyesha kuanzia Novemba hadi Februari 2021.", "Novemba hadi Februari 2021=2020-11/2021-02"},
    {"Alihudumu kuanzia Februari 2011 hadi Aprili 2014.", "Februari 2011 hadi Aprili 2014=2011-02/2014-04"},
    {"Maonyesho ni kuanzia Juni 5 hadi 12, 2021.", "Juni 5 hadi 12, 2021=2021-06-05/2021-06-12"},
    {"Bajeti ya mwaka 2014/15 ilipitishwa.", "2014/15=2014/2015"},
    {"Walihamisha kikao kutoka Jumatatu hadi Jumanne.", "Jumatatu=2023-09-11; Jumanne=2023-09-12"},
    {"Krismasi iliadhimishwa.", "Krismasi=2022-12-25"},
    {"Yalivuja katika saa za mwisho.", "saa za mwisho="},
    {"Walikutana kesho yake.", "kesho yake="},
    {"Walikutana siku iliyofuata.", "siku iliyofuata="},
    {"Siku hizi watu wanahama.", ""},
    {"Tarehe 31 Aprili 2021 haipo.", "31 Aprili 2021="},
    {"Walihama wiki iliyopita mwaka 2020.", "wiki iliyopita=; 2020=2020", ""},
    {"Walihama Jumanne, Juni 2018.", "Jumanne=; Juni 2018=2018-06", ""},
    {"Walihama jana na Machi.", "jana=; Machi=", "2023-09"},
    {"Basi liliondoka saa tatu asubuhi Jumatano.", "saa tatu asubuhi Jumatano=2023-09-13"},
    {"Ajali ilitokea jana saa 11:30 jioni.", "jana saa 11:30 jioni=2023-09-12"},
    {"Walivamia nyumba saa nane usiku wa kuamkia Jumapili.", "saa nane usiku wa kuamkia Jumapili=2023-09-10"},
    {"Alifariki usiku wa kuamkia leo Mei Mosi, 2023.", "usiku wa kuamkia leo Mei Mosi, 2023=2023-05-01"},
    {"Walisubiri kwa saa nne.", ""},
    {"Walikutana tarehe 20 na 21 Mei.", "20=2023-05-20; 21 Mei=2023-05-21"},
    {"Walikutana tarehe 20, 21 na 22 Mei.", "20=2023-05-20; 21=2023-05-21; 22 Mei=2023-05-22"},
    {"Kutoka Aprili 25 hadi 26, 2014 walifungwa.", "Aprili 25 hadi 26, 2014=2014-04-25/2014-04-26"},
    {"Mji ulianguka mwaka 975.", "975=0975"},
    {"Alifika 12 Sept. 2022 mjini.", "12 Sept. 2022=2022-09-12"},
};

constexpr TimeCase english_cases[] = {
    {"They met on Wednesday.", "Wednesday=2023-09-13"},
    {"They met on Tuesday evening.", "Tuesday evening=2023-09-12"},
    {"They met early Thursday.", "Thursday=2023-09-07"},
    {"They meet next Tuesday.", "next Tuesday=2023-09-19"},
    {"They met last Wednesday.", "last Wednesday=2023-09-06"},
    {"They met yesterday morning.", "yesterday morning=2023-09-12"},
    {"They met the day before yesterday.", "the day before yesterday=2023-09-11"},
    {"They met last week.", "last week=2023-09-04/2023-09-10"},
    {"They met last month.", "last month=2023-08"},
    {"They met earlier this year.", "earlier this year=2023"},
    {"They met two days ago.", "two days ago=2023-09-11"},
    {"They met a week ago.", "a week ago=2023-09-04/2023-09-10"},
    {"They met two days later.", "two days later="},
    {"They met the next day.", "next day="},
    {"They meet next week.", "next week=2023-09-18/2023-09-24"},
    {"It fell over the past two weeks.", "past two weeks=2023-08-30/2023-09-13"},
    {"They met on 13 Sept. in Goma.", "13 Sept=2023-09-13"},
    {"They met on Sept. 13, 2022, in Goma.", "Sept. 13, 2022=2022-09-13"},
    {"They met on September 13th.", "September 13th=2023-09-13"},
    {"They met on the evening of October 9, again.", "October 9=2022-10-09"},
    {"They met on 24 September, 2013.", "24 September, 2013=2013-09-24"},
    {"They met in September 2019.", "September 2019=2019-09"},
    {"They met in May.", "May=2023-05"},
    {"They met in mid-March.", "March=2023-03"},
    {"They may march again.", ""},
    {"They met in 2019 and early 2020.", "2019=2019; 2020=2020"},
    {"Music of the 1990s is loved.", "1990s=1990/1999"},
    {"She served from 1994 to 2001.", "1994 to 2001=1994/2001"},
    {"She served between June 2018 and May 2019.", "June 2018 and May 2019=2018-06/2019-05"},
    {"The war of 1914-1918 ended.", "1914-1918=1914/1918"},
    {"It happened on 25/12/2022.", "25/12/2022=2022-12-25"},
    {"It happened on 03/04/2021.", "03/04/2021="},
    {"Some 2000 people fled.", ""},
    {"They met on Christmas Day.", "Christmas Day=2022-12-25"},
    {"They met at 3 pm on Friday.", "3 pm on Friday=2023-09-08"},
    {"They left at 6:45 am yesterday.", "6:45 am yesterday=2023-09-12"},
    {"They left at 6:45 am from Goma.", "6:45 am="},
    {"They met on the 23rd of last month.", "the 23rd of last month=2023-08-23"},
    {"They met on the 2nd of this month.", "the 2nd of this month=2023-09-02"},
    {"She died last April 21.", "last April 21=2023-04-21"},
    {"It sank on 9-Apr-23.", "9-Apr-23=2023-04-09"},
    {"It sank on 09-April-2023 again.", "09-April-2023=2023-04-09"},
    {"They met on 2023/05/08.", "2023/05/08=2023-05-08"},
    {"It fell in the year 975.", "975=0975"},
    {"They met on 20 and 21 May.", "20=2023-05-20; 21 May=2023-05-21"},
    {"They met on Monday 15, Tuesday 16 and Wednesday 17 May.",
     "Monday 15=2023-05-15; Tuesday 16=2023-05-16; Wednesday 17 May=2023-05-17"},
    {"They met on May 6 and 7.", "May 6=2023-05-06; 7=2023-05-07"},
    {"They met on May 6 and 7, 2021.", "May 6=2021-05-06; 7, 2021=2021-05-07"},
    {"From April 25 to 26, 2014, nine fled.", "April 25 to 26, 2014=2014-04-25/2014-04-26"},
};

TEST(TimeExpression, ReadsEverySwahiliShape) { expect_times("sw", swahili_cases); }
TEST(TimeExpression, ReadsEveryEnglishShape) { expect_times("en", english_cases); }

TEST(TimeExpression, LooksAheadInAFutureClause) {
  Article article;
  article.language = "sw";
  article.text = "Watakutana Jumanne.";
  article.date = Date(2023, 9, 13);
  auto sentences = entity_tests::bare_sentences(article.text);
  sentences[0].tokens[0].feats = "Tense=Fut";
  sentences[0].tokens[1].head = 1;
  const auto mentions = entity_tests::recognizer("sw").recognize(article, sentences);
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].value, "2023-09-19");
}

TEST(TimeExpression, LooksAheadBehindAnAuxiliaryAndUnderAPlan) {
  const auto value = [](const char* text, const std::vector<Token>& tree) {
    Article article;
    article.language = "en";
    article.text = text;
    article.date = Date(2023, 9, 13);
    auto sentences = entity_tests::bare_sentences(article.text);
    for (std::size_t i = 0; i < tree.size(); ++i) {
      Token& token = sentences[0].tokens[i];
      token.lemma = tree[i].lemma;
      token.upos = tree[i].upos;
      token.feats = tree[i].feats;
      token.head = tree[i].head;
      token.deprel = tree[i].deprel;
    }
    const auto mentions = entity_tests::recognizer("en").recognize(article, sentences);
    return mentions.size() == 1 ? mentions[0].value : "not one time";
  };
  const auto token = [](const char* lemma, Upos upos, const char* feats, std::uint32_t head, Deprel deprel) {
    Token made;
    made.lemma = lemma;
    made.upos = upos;
    made.feats = feats;
    made.head = head;
    made.deprel = deprel;
    return made;
  };
  const Token they = token("they", Upos::pron, "", 3, Deprel::nsubj);
  const Token tuesday = token("Tuesday", Upos::propn, "", 3, Deprel::obl);
  EXPECT_EQ(value("They will meet Tuesday.", {they, token("will", Upos::aux, "", 3, Deprel::aux),
                                              token("meet", Upos::verb, "VerbForm=Inf", 0, Deprel::root), tuesday}),
            "2023-09-19");
  EXPECT_EQ(value("They did meet Tuesday.", {they, token("do", Upos::aux, "", 3, Deprel::aux),
                                             token("meet", Upos::verb, "Tense=Past", 0, Deprel::root), tuesday}),
            "2023-09-12");
  EXPECT_EQ(value("Planned to meet Tuesday.", {token("plan", Upos::verb, "Tense=Past|VerbForm=Fin", 0, Deprel::root),
                                               token("to", Upos::part, "", 3, Deprel::mark),
                                               token("meet", Upos::verb, "VerbForm=Inf", 1, Deprel::xcomp), tuesday}),
            "2023-09-19");
  EXPECT_EQ(value("They may meet Tuesday.", {they, token("may", Upos::aux, "", 3, Deprel::aux),
                                             token("meet", Upos::verb, "VerbForm=Inf", 0, Deprel::root), tuesday}),
            "2023-09-19");
  EXPECT_EQ(value("Want to meet Tuesday.", {token("want", Upos::verb, "Tense=Pres|VerbForm=Fin", 0, Deprel::root),
                                            token("to", Upos::part, "", 3, Deprel::mark),
                                            token("meet", Upos::verb, "VerbForm=Inf", 1, Deprel::xcomp), tuesday}),
            "2023-09-19");
  const Token until = token("until", Upos::adp, "", 3, Deprel::case_);
  const Token until_tuesday = token("Tuesday", Upos::propn, "", 1, Deprel::obl);
  EXPECT_EQ(value("Postponed until Tuesday.",
                  {token("postpone", Upos::verb, "Tense=Past|VerbForm=Part", 0, Deprel::root), until, until_tuesday}),
            "2023-09-19");
  EXPECT_EQ(value("Slept until Tuesday.",
                  {token("sleep", Upos::verb, "Tense=Past|VerbForm=Fin", 0, Deprel::root), until, until_tuesday}),
            "2023-09-12");
  EXPECT_EQ(value("Failed to meet Tuesday.", {token("fail", Upos::verb, "Tense=Past|VerbForm=Fin", 0, Deprel::root),
                                              token("to", Upos::part, "", 3, Deprel::mark),
                                              token("meet", Upos::verb, "VerbForm=Inf", 1, Deprel::xcomp), tuesday}),
            "2023-09-12");
}

TEST(TimeReading, GivesNothingBeyondTheCalendar) {
  TimeReading reading;
  reading.unit = TimeUnit::year;
  reading.direction = -1;
  reading.count = 999;
  EXPECT_EQ(evaluate(reading, Date(500), Outlook::past), std::nullopt);
  EXPECT_EQ(evaluate(reading, Date(500, 1, 1), Outlook::past), std::nullopt);
  reading.unit = TimeUnit::week;
  EXPECT_EQ(evaluate(reading, Date(1, 1, 8), Outlook::past), std::nullopt);
}

}  // namespace
}  // namespace habari
