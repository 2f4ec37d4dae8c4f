#include "recognition.hpp"

#include "entities/mention_search.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

namespace habari {
namespace {

using entity_tests::bare_sentences;
using entity_tests::recognize;
using entity_tests::recognizer;
using entity_tests::summary;

struct NameCase {
  const char* text;
  const char* expected;  ///< `name=entity`, joined by `; `
};

void expect_names(const std::string& language, std::span<const NameCase> cases) {
  for (const NameCase& test : cases) EXPECT_EQ(summary(language, test.text), test.expected) << test.text;
}

TEST(EntityRecognizer, KeepsTitlesOutOfPersonsNames) {
  constexpr NameCase cases[] = {
      {"Rais wa Urusi Vladimir Putin amewasili mjini Beijing.",
       "Urusi=country/russia; Vladimir Putin=person/vladimir-putin; Beijing=place/beijing"},
      {"Waziri Mkuu Kassim Majaliwa alisema hayo.", "Kassim Majaliwa=person/kassim-majaliwa"},
      {"Waziri wa Kawi Amos Kirwa alisema hayo.", "Amos Kirwa=person/amos-kirwa"},
      {"Papa Francis alisali na Dk. Neema Mushi.", "Francis=person/pope-francis; Neema Mushi=person/neema-mushi"},
      {"Msemaji wa jeshi la Uganda Odongo Akena alikanusha.",
       "Uganda=country/uganda; Odongo Akena=person/odongo-akena"},
      {"Mpinzani wake Zuwena Katale alikanusha.", "Zuwena Katale=person/zuwena-katale"},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, TakesAnInstitutionWithItsHeadAndAPlaceWithout) {
  constexpr NameCase cases[] = {
      {"Msemaji wa Wizara ya Afya ya Uganda alithibitisha.",
       "Wizara ya Afya ya Uganda=organization/ministry-of-health-of-uganda"},
      {"Alisoma Chuo Kikuu cha Chitandale nchini Malawi.",
       "Chuo Kikuu cha Chitandale=organization/chuo-kikuu-cha-chitandale; Malawi=country/malawi"},
      {"Alizaliwa katika mji wa Chitandale.", "Chitandale=place/chitandale"},
      {"Kaunti ya Turkana ina ukame.", "Turkana=place/turkana"},
      {"Alijiunga na chama cha Nuruza.", "Nuruza=organization/nuruza"},
      {"Alijiunga na Chama cha Wafanyakazi wa Reli.",
       "Chama cha Wafanyakazi wa Reli=organization/chama-cha-wafanyakazi-wa-reli"},
      {"Shirika la habari la Reuters liliripoti.", "Reuters=organization/reuters"},
      {"Walivuka mto Chitandale usiku.", "mto Chitandale=place/mto-chitandale"},
      {"Walivamia uwanja wa ndege wa Chitandale.",
       "uwanja wa ndege wa Chitandale=facility/uwanja-wa-ndege-wa-chitandale"},
      {"Jumuiya ya IGAD ilikutana.", "IGAD=organization/igad"},
      {"Roketi ilirushwa kutoka Chitandale Cosmodrome jana.",
       "Chitandale Cosmodrome=facility/chitandale-cosmodrome; jana=2023-09-12"},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, TakesCommonWordsInCapitalsBehindAHeadForItsName) {
  constexpr NameCase cases[] = {
      {"Wakulima walilalamika, kwa mujibu wa shirika la Haki Ardhi.", "Haki Ardhi=organization/haki-ardhi"},
      {"Walizungumza kuhusu klabu ya Maji Safi.", "Maji Safi=organization/maji-safi"},
      {"Walizungumza kuhusu shirika la Afya jana.", "jana=2023-09-12"},  // one word may be a branch
      {"Walizungumza kuhusu haki ardhi.", ""},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, KnowsWhatEachCountryHasOneOf) {
  constexpr NameCase swahili[] = {
      {"Aliondoka katika Mahakama Kuu ya Tanzania.",
       "Mahakama Kuu ya Tanzania=organization/high-court-of-tanzania"},
      {"Aliandikia Tume ya Uchaguzi ya Malawi.", "Tume ya Uchaguzi ya Malawi=organization/electoral-commission-of-malawi"},
      {"Walilia katika mahakama kuu ya Tanzania.", "Tanzania=country/tanzania"},  // some court
      {"Alitoka Benki Kuu ya Kenya.", "Benki Kuu ya Kenya=organization/central-bank-of-kenya"},
  };
  constexpr NameCase english[] = {
      {"He left the High Court of Tanzania.", "High Court of Tanzania=organization/high-court-of-tanzania"},
      {"He left the Tanzania High Court.", "Tanzania High Court=organization/high-court-of-tanzania"},
      {"He wrote to the Electoral Commission of Malawi.",
       "Electoral Commission of Malawi=organization/electoral-commission-of-malawi"},
      {"He left the Central Bank of Kenya.", "Central Bank of Kenya=organization/central-bank-of-kenya"},
      {"He wrote to the Supreme Court of Kenya.", "Supreme Court of Kenya=organization/kenya-supreme-court"},
  };
  expect_names("sw", swahili);
  expect_names("en", english);
}

TEST(EntityRecognizer, TellsPlacesOfOneNameApartByTheCountryBehindThem) {
  constexpr NameCase english[] = {
      {"Rain fell in Mbale, Kenya, and schools in Mbale closed.",
       "Mbale=place/mbale-kenya; Kenya=country/kenya; Mbale=place/mbale-kenya"},
      {"Rain fell in Mbale, Uganda.", "Mbale=place/mbale; Uganda=country/uganda"},
      {"They crossed from Mbale, Uganda to Mbale, Kenya.",
       "Mbale=place/mbale; Uganda=country/uganda; Mbale=place/mbale-kenya; Kenya=country/kenya"},
      {"They saw London, Canada and Brazil.", "London=place/london; Canada=country/canada; Brazil=country/brazil"},
  };
  constexpr NameCase swahili[] = {
      {"Mvua ilinyesha mjini Mbale nchini Kenya.", "Mbale=place/mbale-kenya; Kenya=country/kenya"},
      {"Mvua ilinyesha mjini Mbale nchini Uganda.", "Mbale=place/mbale; Uganda=country/uganda"},
  };
  expect_names("en", english);
  expect_names("sw", swahili);
}

TEST(EntityRecognizer, MendsWordsThatATokenizerCutsAtTheirApostrophe) {
  const std::string text = "Mpho Ng’andwe met John O'Neill.";
  Article article;
  article.language = "en";
  article.text = text;
  std::vector<Sentence> sentences(1);
  for (const char* form : {"Mpho", "Ng’", "andwe", "met", "John", "O'", "Neill", "."}) {
    const auto at = static_cast<std::uint32_t>(text.find(form));
    Token token;
    token.form = form;
    token.span = {at, at + static_cast<std::uint32_t>(token.form.size())};
    sentences.back().tokens.push_back(token);
  }
  sentences.back().span = {0, static_cast<std::uint32_t>(text.size())};
  const std::vector<Mention> mentions = recognizer("en").recognize(article, sentences);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].name, "Mpho Ng’andwe");
  EXPECT_EQ(mentions[1].name, "John O'Neill");
}

TEST(EntityRecognizer, KnowsTheGazetteersNamesHoweverTheyAreSpelt) {
  constexpr NameCase cases[] = {
      {"Vita nchini Ukreni na Ukraine vinaendelea.", "Ukreni=country/ukraine; Ukraine=country/ukraine"},
      {"Marekani, Uingereza na DRC zilikubaliana.",
       "Marekani=country/united-states; Uingereza=country/united-kingdom; "
       "DRC=country/democratic-republic-of-the-congo"},
      {"Mkutano wa umoja wa mataifa ulifanyika tanzania.",
       "umoja wa mataifa=organization/united-nations; tanzania=country/tanzania"},
      {"Alihama Dar-es-Salaam kwenda Dar es Salaam.",
       "Dar-es-Salaam=place/dar-es-salaam; Dar es Salaam=place/dar-es-salaam"},
      {"Timu ya Côte d’Ivoire na ya Cote d'Ivoire.",
       "Côte d’Ivoire=country/ivory-coast; Cote d'Ivoire=country/ivory-coast"},
      {"Ripoti ya Unicef na UNICEF imetoka.", "Unicef=organization/unicef; UNICEF=organization/unicef"},
      {"Rais Masisi alizuru mji wa Masisi.", "Masisi=person/mokgweetsi-masisi; Masisi=place/masisi"},
      {"Mali ya umma iliibiwa. Mara ikarudishwa.", ""},
      {"Wanajeshi wa Mali walifika.", "Mali=country/mali"},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, FindsPeopleOfNationsAndFaiths) {
  EXPECT_EQ(summary("sw", "Warusi wawili, Mkenya na Wakristo waliokolewa na meli ya Kirusi."),
            "Warusi=country/russia; Mkenya=country/kenya; Wakristo=group/christians; Kirusi=country/russia");
  EXPECT_EQ(summary("en", "Russian and North Korean soldiers met Christians."),
            "Russian=country/russia; North Korean=country/north-korea; Christians=group/christians");
  for (const Mention& mention : recognize("sw", "Warusi walifika.")) EXPECT_EQ(mention.kind, EntityKind::group);
}

TEST(EntityRecognizer, NeedsMoreThanACapitalAtASentencesBeginning) {
  constexpr NameCase cases[] = {
      {"Serikali imekanusha. Watu walihama. Hata hivyo walirudi.", ""},
      {"Mara baada ya hapo walirudi.", ""},
      {"Alipofika alilala.", ""},
      {"Furaha ilitawala. Baraka zilimwagika.", ""},
      {"Tuliongea na Chikandu mjini. Chikandu alikanusha.", "Chikandu=person/chikandu; Chikandu=person/chikandu"},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, ReadsEnglishNames) {
  constexpr NameCase cases[] = {
      {"Russian President Vladimir Putin told Reuters in Vladivostok that the U.S. and us all agree.",
       "Russian=country/russia; Vladimir Putin=person/vladimir-putin; Reuters=organization/reuters; "
       "Vladivostok=place/vladivostok; U.S.=country/united-states"},
      {"The Ministry of Trade and Industry of Uganda and Kampala Airways agreed.",
       "Ministry of Trade and Industry of Uganda=organization/ministry-of-trade-and-industry-of-uganda; "
       "Kampala Airways=organization/kampala-airways"},
      {"Crown Prince Mohammed bin Salman met Ursula von der Leyen.",
       "Mohammed bin Salman=person/mohammed-bin-salman; Ursula von der Leyen=person/ursula-von-der-leyen"},
      {"Theresa May met Ethiopia-based bloggers.", "Theresa May=person/theresa-may; Ethiopia=country/ethiopia"},
      {"Write to @Mandela or #Mandela about Mandela's life.", "Mandela=person/nelson-mandela"},
  };
  expect_names("en", cases);
}

TEST(EntityRecognizer, TrustsNoCapitalThatTheSentencesBeginningGives) {
  constexpr NameCase cases[] = {
      {"The economist Mary Banda spoke.", "Mary Banda=person/mary-banda"},
      {"She writes for The Economist.", "The Economist=organization/the-economist"},
      {"The Economist wrote it.", "The Economist=organization/the-economist"},
  };
  expect_names("en", cases);
}

TEST(EntityRecognizer, JoinsShortNamesToLongOnes) {
  constexpr NameCase cases[] = {
      {"Asha Mkandala aliteuliwa. Bi. Mkandala alishukuru. Asha alisema.",
       "Asha Mkandala=person/asha-mkandala; Mkandala=person/asha-mkandala; Asha=person/asha-mkandala"},
      {"Kim Jong-un, Kim Jong Un na Kim Jong-Un.",
       "Kim Jong-un=person/kim-jong-un; Kim Jong Un=person/kim-jong-un; Kim Jong-Un=person/kim-jong-un"},
      {"Rais Putin alifika. Vladimir Putin alisema.",
       "Putin=person/vladimir-putin; Vladimir Putin=person/vladimir-putin"},
      {"Juma Mkandala na Asha Mkandala walifika. Mkandala alisema.",
       "Juma Mkandala=person/juma-mkandala; Asha Mkandala=person/asha-mkandala; Mkandala=person/asha-mkandala"},
      {"Hunter Biden alishtakiwa. Biden alikanusha.", "Hunter Biden=person/hunter-biden; Biden=person/hunter-biden"},
      {"Rais Biden alifika. Hunter Biden alishtakiwa. Biden alisema.",
       "Biden=person/joe-biden; Hunter Biden=person/hunter-biden; Biden=person/joe-biden"},
      {"Shirika la Wavuvi wa Ziwa Victoria (SWAVI) limelalamika. Viongozi wa SWAVI walisema.",
       "Shirika la Wavuvi wa Ziwa Victoria=organization/shirika-la-wavuvi-wa-ziwa-victoria; "
       "SWAVI=organization/shirika-la-wavuvi-wa-ziwa-victoria; SWAVI=organization/shirika-la-wavuvi-wa-ziwa-victoria"},
      {"Umoja wa Ulaya (EU) ulisema.", "Umoja wa Ulaya=organization/european-union; EU=organization/european-union"},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, GivesTheFullestName) {
  const auto mentions = recognize("sw", "Bi. Mkandala alishukuru. Asha Mkandala aliteuliwa.");
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].name, "Asha Mkandala");
  EXPECT_EQ(mentions[1].name, "Asha Mkandala");
  EXPECT_EQ(recognize("sw", "Alirejea nchini Urusi.")[0].name, "Urusi");
  EXPECT_EQ(recognize("en", "He returned to Russia.")[0].name, "Russia");
}

/// Texts of every odd kind, from words, punctuation, scripts and bytes that follow one another at random.
std::string random_text(std::mt19937& random) {
  static const char* const words[] = {
      "Rais",   "wa",   "Urusi",   "Vladimir", "Putin",  "alisema", "Jumanne",  "13",         "Septemba",
      "2023",   ",",    ".",       "-",        "(",      ")",       "\"",       "kati",       "ya",
      "na",     "hadi", "mwezi",   "uliopita", "Wizara", "Afya",    "mto",      "Nile",       "al",
      "bin",    "J",    "U.S.",    "’",        "'s",     "&",       "Zürich",   "Côte",       "d’Ivoire",
      "МОСКВА", "日本", "🙂",    "e\u0301",  "CCM",    "UN",      "COVID-19", "/",          "@",
      "#",      "Kim",  "Jong-un", "tarehe",   "mwaka",  "jana",    "leo",      "chama",      "cha",
      "Benki",  "Kuu",  "...",     "\n",       "St",     "31",      "00",       "99999999999"};
  std::string text;
  const int count = static_cast<int>(random() % 40);
  for (int i = 0; i < count; ++i) {
    text += words[random() % std::size(words)];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

TEST(EntityRecognizer, GivesAscendingSpansOfWholeCharacters) {
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random);
    for (const char* language : {"sw", "en"}) {
      std::uint32_t end = 0;
      for (const Mention& mention : recognize(language, text)) {
        ASSERT_LE(end, mention.span.begin) << text;
        ASSERT_LT(mention.span.begin, mention.span.end) << text;
        ASSERT_LE(mention.span.end, text.size()) << text;
        ASSERT_EQ(find_invalid_utf8(slice(text, mention.span)), std::string_view::npos) << text;
        ASSERT_EQ(mention.entity.empty(), mention.kind == EntityKind::time) << text;
        ASSERT_FALSE(mention.name.empty()) << text;
        ASSERT_TRUE(mention.value.empty() || TimeValue::parse(mention.value)) << text << ": " << mention.value;
        end = mention.span.end;
      }
    }
  }
}

TEST(EntityRecognizer, DoesNotDependOnTheTokenizer) {
  Article article;
  article.text = "Kim Jong-un na J. K. Mwita walikutana Dar-es-Salaam, Jumanne.";
  article.date = Date(2023, 9, 13);
  Sentence characters;
  characters.span = {0, static_cast<std::uint32_t>(article.text.size())};
  for (std::uint32_t at = 0; at < article.text.size();) {  // runs of letters; every other character alone
    std::uint32_t end = at + 1;
    while (std::isalpha(static_cast<unsigned char>(article.text[at])) && end < article.text.size() &&
           std::isalpha(static_cast<unsigned char>(article.text[end]))) {
      ++end;
    }
    if (article.text[at] != ' ') {
      Token token;
      token.span = {at, end};
      token.form = article.text.substr(at, end - at);
      characters.tokens.push_back(token);
    }
    at = end;
  }
  const auto bare = recognizer("sw").recognize(article, bare_sentences(article.text));
  EXPECT_EQ(recognizer("sw").recognize(article, {&characters, 1}), bare);
  EXPECT_EQ(bare.size(), 4U);
}

TEST(EntityRecognizer, GivesTheSameOnEveryThread) {
  const std::string text =
      "Rais wa Urusi Vladimir Putin alikutana na Asha Mkandala mjini Goma Jumanne. Mkandala alisema.";
  const auto expected = recognize("sw", text);
  std::vector<std::vector<Mention>> results(8);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results) threads.emplace_back([&result, &text] { result = recognize("sw", text); });
  }
  for (const auto& result : results) EXPECT_EQ(result, expected);
}

TEST(EntityRecognizer, ReadsOneLongArticleInLinearTime) {
  // Sixty thousand names: anything quadratic would take minutes.
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Asha Mkandala na Bw. Mkandala walimwona Mwita. ";
  EXPECT_EQ(recognize("sw", text).size(), 60000U);
}

TEST(EntityRecognizer, NamesTheTableThatIsWrong) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "bad_entities";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  std::filesystem::copy(HABARI_DATA_DIR, folder, std::filesystem::copy_options::recursive);
  const DataDirectory data(folder);
  const Lexicon lexicon(data.language("sw") / "lexicon");
  const auto message = [&] {
    try {
      EntityRecognizer("sw", data, lexicon);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_EQ(message(), "");
  const struct {
    const char* file;
    const char* row;
    const char* expected;
  } faults[] = {
      {"gazetteer/places.tsv", "goma\tGoma", "id is \"goma\""},
      {"gazetteer/places.tsv", "place/goma\tGoma", "a second row for place/goma"},
      {"languages/sw/names/words.tsv", "neno\tjukumu", "role is \"jukumu\""},
      {"languages/sw/times/words.tsv", "neno\tmonth\tmoja", "value is \"moja\", expected a number"},
      {"languages/sw/times/patterns.tsv", "WEEKDAY [ ya", "a group is not closed"},
      {"languages/sw/times/patterns.tsv", "MWAKA", "\"MWAKA\" is no class"},
  };
  for (const auto& fault : faults) {
    const auto file = folder / fault.file;
    const auto before = std::filesystem::file_size(file);
    std::ofstream(file, std::ios::app) << fault.row << "\n";
    const std::string found = message();
    EXPECT_NE(found.find(fault.expected), std::string::npos) << found;
    EXPECT_NE(found.find(std::filesystem::path(fault.file).filename().string() + ":"), std::string::npos) << found;
    std::filesystem::resize_file(file, before);
  }
}

TEST(MentionSearch, FindsTheMentionAWordBelongsTo) {
  const std::string text = "Rais Vladimir Putin alifika Goma.";
  const auto mentions = recognize("sw", text);
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mention_at(mentions, {0, 4}), nullptr);
  EXPECT_EQ(mention_at(mentions, {14, 19}), &mentions[0]);
  EXPECT_EQ(mention_at(mentions, {28, 32}), &mentions[1]);
  EXPECT_EQ(mentions_in(mentions, {0, 33}).size(), 2U);
  EXPECT_TRUE(mentions_in(mentions, {20, 27}).empty());
}

}  // namespace
}  // namespace habari
