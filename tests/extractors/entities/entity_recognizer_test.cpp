#include "recognition.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

namespace habari {
namespace {

using entity_tests::bare_sentences;
using entity_tests::expect_names;
using entity_tests::NameCase;
using entity_tests::read_marked;
using entity_tests::recognize;
using entity_tests::recognizer;

TEST(EntityRecognizer, TakesNamesAsTheSentencesMarkThem) {
  constexpr NameCase cases[] = {
      {"{Taarifa za \"Kesho\":work} zilichapishwa na {Nuruza Ltd.:organization} kwa {Kiswahili:language}.",
       "Taarifa za \"Kesho\"=work/taarifa-za-kesho; Nuruza Ltd.=organization/nuruza-ltd; Kiswahili=language/swahili"},
      {"Alipofika {Chitandale:place}, Zuwena Katale alilala.", "Chitandale=place/chitandale"},
      {"{Isidori NDAYIZEYE:person} alimwona {Elizabeth Nyambura Van der Merwe:person}.",
       "Isidori NDAYIZEYE=person/isidori-ndayizeye; "
       "Elizabeth Nyambura Van der Merwe=person/elizabeth-nyambura-van-der-merwe"},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, LeavesThePossessiveOutOfAName) {
  constexpr NameCase cases[] = {
      {"{Kenyaʼs:country} minister met {Uganda´s:country} governor.", "Kenya=country/kenya; Uganda=country/uganda"},
      {"{Kenya:country}'s minister met {Uganda:country}’s governor.", "Kenya=country/kenya; Uganda=country/uganda"},
  };
  expect_names("en", cases);
}

TEST(EntityRecognizer, TakesANicknameForNoNameOfItsOwn) {
  constexpr NameCase cases[] = {
      {"Police held {Chanda \"Bongo\" Katale:person}.", "Chanda \"Bongo\" Katale=person/chanda-bongo-katale"},
  };
  expect_names("en", cases);
}

TEST(EntityRecognizer, TakesWhatIsMarkedInPartsForOneName) {
  constexpr NameCase cases[] = {
      {"The {Chita:person}{Ndale:country} sent ships.", "ChitaNdale=person/chitandale"},
      {"He left the {University of:organization} {Chitandale:place}.",
       "University of Chitandale=organization/university-of-chitandale"},
      {"She joined the {Council of Ministers:organization} of {Chitandale:place} and left {CHB:organization} of "
       "{Goma:place}.",
       "Council of Ministers of Chitandale=organization/council-of-ministers-of-chitandale; CHB=organization/chb; "
       "Goma=place/goma"},
      {"{Asha Katale:person} {Mushi:person} wrote to the {Chitandale Bank:organization} {CHB:organization}.",
       "Asha Katale Mushi=person/asha-katale-mushi; Chitandale Bank=organization/chitandale-bank; "
       "CHB=organization/chb"},
      {"She met {Asha:person} {KATALE:person}.", "Asha KATALE=person/asha-katale"},
      {"He praised {Tanzania:country} {Asha Mushi:person}, {Neema Katale:person} and the {Bank of:organization}.",
       "Tanzania=country/tanzania; Asha Mushi=person/asha-mushi; Neema Katale=person/neema-katale; "
       "Bank=organization/bank"},
  };
  expect_names("en", cases);
}

TEST(EntityRecognizer, LeavesOutWhatIsTaggedAsNoNameAtASentencesBeginning) {
  Article article;
  article.text = "Hapo Katale aliimba.";
  auto sentences = bare_sentences(article.text);
  sentences[0].names = {{0, 2, EntityKind::person}};
  const auto span = [&](Upos upos) {
    sentences[0].tokens[0].upos = upos;
    return recognizer("sw").recognize(article, sentences).back().span;
  };
  EXPECT_EQ(span(Upos::adv), (Span{5, 11}));
  EXPECT_EQ(span(Upos::propn), (Span{0, 11}));
  sentences[0].names = {{0, 1, EntityKind::person}};
  sentences[0].tokens[0].upos = Upos::verb;
  EXPECT_TRUE(recognizer("sw").recognize(article, sentences).empty());
}

TEST(EntityRecognizer, TakesNoMoreThanItsWordsOfAMultiwordToken) {
  Article article;
  article.language = "en";
  article.text = "Kenya's law";
  Sentence sentence;
  sentence.span = {0, 11};
  sentence.tokens.resize(3);
  const std::pair<const char*, Span> words[] = {{"Kenya", {0, 7}}, {"'s", {0, 7}}, {"law", {8, 11}}};
  for (std::size_t i = 0; i < 3; ++i) {
    sentence.tokens[i].form = words[i].first;
    sentence.tokens[i].span = words[i].second;
  }
  sentence.names = {{0, 1, EntityKind::country}};
  const auto mentions = recognizer("en").recognize(article, {&sentence, 1});
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].span, (Span{0, 5}));
}

TEST(EntityRecognizer, TakesNoNameForATime) {
  constexpr NameCase cases[] = {
      {"{Juma:person} alikutana na {Neema:person}.",
       "Juma=person/0fd907747b3655d8-juma; Neema=person/0fd907747b3655d8-neema"},
      {"{Aprili Otieno:person} alifika mwezi Aprili.", "Aprili Otieno=person/aprili-otieno; Aprili=2023-04"},
      {"{Uchaguzi Mkuu wa 2017:event} ulirudiwa.", "Uchaguzi Mkuu wa 2017=event/uchaguzi-mkuu-wa-2017"},
      {"Alifika Jumanne {Juma:person} alipoondoka.", "Jumanne=2023-09-12; Juma=person/0fd907747b3655d8-juma"},
  };
  expect_names("sw", cases);
}

TEST(EntityRecognizer, TakesAHolidayForATime) {
  constexpr NameCase cases[] = {
      {"Walikutana {Krismasi:event} mjini {Goma:place}.", "Krismasi=2022-12-25; Goma=place/goma"}};
  expect_names("sw", cases);
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
  sentences.back().names = {{0, 3, EntityKind::person}, {4, 7, EntityKind::person}};
  const std::vector<Mention> mentions = recognizer("en").recognize(article, sentences);
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(mentions[0].name, "Mpho Ng’andwe");
  EXPECT_EQ(mentions[1].name, "John O'Neill");
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

/// Marks stretches of words as names, whatever they are.
void mark_at_random(Sentence& sentence, std::mt19937& random) {
  const auto size = static_cast<std::uint32_t>(sentence.tokens.size());
  const auto draw = [&] { return static_cast<std::uint32_t>(random() % 8); };
  for (std::uint32_t first = draw(); first < size; first += 1 + draw()) {
    const std::uint32_t end = std::min(size, first + 1 + static_cast<std::uint32_t>(random() % 4));
    sentence.names.push_back({first, end, entity_kinds()[random() % entity_kinds().size()].value});
    first = end;
  }
}

TEST(EntityRecognizer, GivesAscendingSpansOfWholeCharacters) {
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random);
    Article article;
    article.text = text;
    article.date = Date(2023, 9, 13);
    auto sentences = bare_sentences(text);
    for (Sentence& sentence : sentences) mark_at_random(sentence, random);
    for (const char* language : {"sw", "en"}) {
      const NameSource source = random() % 2 == 0 ? NameSource::reader : NameSource::gazetteer;
      std::uint32_t end = 0;
      for (const Mention& mention : recognizer(language).recognize(article, sentences, source)) {
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
  const auto marked =
      read_marked("{Kim Jong-un:person} na {J. K. Mwita:person} walikutana {Dar-es-Salaam:place}, Jumanne.");
  Article article;
  article.text = marked.text;
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
  // Kim Jong - un | na J . K . Mwita walikutana Dar - es - Salaam
  characters.names = {{0, 4, EntityKind::person}, {5, 10, EntityKind::person}, {11, 16, EntityKind::place}};
  const auto bare = recognizer("sw").recognize(article, marked.sentences);
  EXPECT_EQ(recognizer("sw").recognize(article, {&characters, 1}), bare);
  EXPECT_EQ(bare.size(), 4U);
}

TEST(EntityRecognizer, GivesTheSameOnEveryThread) {
  const std::string text =
      "Rais wa {Urusi:country} {Vladimir Putin:person} alikutana na {Asha Mkandala:person} Jumanne. {Mkandala:person} "
      "alisema.";
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
  for (int i = 0; i < 20000; ++i) text += "{Asha Mkandala:person} na {Mkandala:person} walimwona {Mwita:person}. ";
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

}  // namespace
}  // namespace habari
