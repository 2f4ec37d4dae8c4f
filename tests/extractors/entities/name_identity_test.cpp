#include "recognition.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

using entity_tests::expect_names;
using entity_tests::NameCase;

TEST(NameIdentity, TellsPlacesOfOneNameApartByTheCountryBehindThem) {
  constexpr NameCase english[] = {
      {"Rain fell in {Mbale:place}, {Kenya:country}, and schools in {Mbale:place} closed.",
       "Mbale=place/mbale-kenya; Kenya=country/kenya; Mbale=place/mbale-kenya"},
      {"Rain fell in {Mbale:place}, {Uganda:country}.", "Mbale=place/mbale; Uganda=country/uganda"},
      {"They crossed from {Mbale:place}, {Uganda:country} to {Mbale:place}, {Kenya:country}.",
       "Mbale=place/mbale; Uganda=country/uganda; Mbale=place/mbale-kenya; Kenya=country/kenya"},
      {"They saw {London:place}, {Canada:country} and {Brazil:country}.",
       "London=place/london; Canada=country/canada; Brazil=country/brazil"},
  };
  constexpr NameCase swahili[] = {
      {"Mvua ilinyesha mjini {Mbale:place} nchini {Kenya:country}.", "Mbale=place/mbale-kenya; Kenya=country/kenya"},
      {"Mvua ilinyesha mjini {Mbale:place} nchini {Uganda:country}.", "Mbale=place/mbale; Uganda=country/uganda"},
  };
  expect_names("en", english);
  expect_names("sw", swahili);
}

TEST(NameIdentity, JoinsShortNamesToLongOnes) {
  constexpr NameCase cases[] = {
      {"{Asha Mkandala:person} aliteuliwa. Bi. {Mkandala:person} alishukuru. {Asha:person} alisema.",
       "Asha Mkandala=person/asha-mkandala; Mkandala=person/asha-mkandala; Asha=person/asha-mkandala"},
      {"{Kim Jong-un:person}, {Kim Jong Un:person} na {Kim Jong-Un:person}.",
       "Kim Jong-un=person/kim-jong-un; Kim Jong Un=person/kim-jong-un; Kim Jong-Un=person/kim-jong-un"},
      {"Rais {Putin:person} alifika. {Vladimir Putin:person} alisema.",
       "Putin=person/vladimir-putin; Vladimir Putin=person/vladimir-putin"},
      {"{Juma Mkandala:person} na {Asha Mkandala:person} walifika. {Mkandala:person} alisema.",
       "Juma Mkandala=person/juma-mkandala; Asha Mkandala=person/asha-mkandala; Mkandala=person/mkandala"},
      {"{Hunter Biden:person} alishtakiwa. {Biden:person} alikanusha.",
       "Hunter Biden=person/hunter-biden; Biden=person/hunter-biden"},
      {"Rais {Biden:person} alifika. {Hunter Biden:person} alishtakiwa. {Biden:person} alisema.",
       "Biden=person/joe-biden; Hunter Biden=person/hunter-biden; Biden=person/joe-biden"},
  };
  expect_names("sw", cases);
}

TEST(NameIdentity, JoinsAnAcronymToTheNameBeforeItsBrackets) {
  constexpr NameCase cases[] = {
      {"{Shirika la Wavuvi wa Ziwa Victoria:organization} ({SWAVI:organization}) limelalamika. Viongozi wa "
       "{SWAVI:organization} walisema.",
       "Shirika la Wavuvi wa Ziwa Victoria=organization/shirika-la-wavuvi-wa-ziwa-victoria; "
       "SWAVI=organization/shirika-la-wavuvi-wa-ziwa-victoria; SWAVI=organization/shirika-la-wavuvi-wa-ziwa-victoria"},
      {"{Umoja wa Ulaya:organization} ({EU:organization}) ulisema.",
       "Umoja wa Ulaya=organization/european-union; EU=organization/european-union"},
  };
  expect_names("sw", cases);
}

TEST(NameIdentity, ReadsANameAsTheArticleMostlyDoes) {
  constexpr NameCase cases[] = {
      {"{Nuruza:organization} ilikua. Viongozi wa {Nuruza:organization} walisema {Nuruza:person} itakua.",
       "Nuruza=organization/nuruza; Nuruza=organization/nuruza; Nuruza=organization/nuruza"},
      {"{Goma:place} iko mbali. Watu wa {Goma:place} walihama {Goma:person}.",
       "Goma=place/goma; Goma=place/goma; Goma=place/goma"},
      {"{Nuruza:organization} ilikua. {Nuruza:person} alisema.", "Nuruza=organization/nuruza; Nuruza=person/nuruza"},
  };
  expect_names("sw", cases);
}

TEST(NameIdentity, GivesTheFullestName) {
  const auto mentions =
      entity_tests::recognize("sw", "Bi. {Mkandala:person} alishukuru. {Asha Mkandala:person} aliteuliwa.");
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].name, "Asha Mkandala");
  EXPECT_EQ(mentions[1].name, "Asha Mkandala");
  EXPECT_EQ(entity_tests::recognize("sw", "Alirejea nchini {Urusi:country}.")[0].name, "Urusi");
  EXPECT_EQ(entity_tests::recognize("en", "He returned to {Russia:country}.")[0].name, "Russia");
}

}  // namespace
}  // namespace habari
