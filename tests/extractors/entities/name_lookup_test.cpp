#include "recognition.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

using entity_tests::expect_names;
using entity_tests::NameCase;

TEST(NameLookup, GivesNamesTheirEntries) {
  constexpr NameCase swahili[] = {
      {"Rais wa {Urusi:country} {Vladimir Putin:person} aliwasili {Beijing:place}.",
       "Urusi=country/russia; Vladimir Putin=person/vladimir-putin; Beijing=place/beijing"},
      {"Vita nchini {Ukreni:country} na {Ukraine:country} vinaendelea.",
       "Ukreni=country/ukraine; Ukraine=country/ukraine"},
      {"Rais wa {Komori:country} aliwasili.", "Komori=country/comoros"},
      {"Ripoti ya {Unicef:organization} na {UNICEF:organization} imetoka.",
       "Unicef=organization/unicef; UNICEF=organization/unicef"},
      {"Timu ya {Côte d’Ivoire:country} na ya {Cote d'Ivoire:country}.",
       "Côte d’Ivoire=country/ivory-coast; Cote d'Ivoire=country/ivory-coast"},
      {"Alihama {Dar-es-Salaam:place} kwenda {Dar es Salaam:place}.",
       "Dar-es-Salaam=place/dar-es-salaam; Dar es Salaam=place/dar-es-salaam"},
      {"{Zuwena Katale:person} alikanusha.", "Zuwena Katale=person/zuwena-katale"},
  };
  expect_names("sw", swahili);
}

TEST(NameLookup, TakesTheEntryOfTheNamesKind) {
  constexpr NameCase cases[] = {
      {"Rais {Masisi:person} alizuru mji wa {Masisi:place}.", "Masisi=person/mokgweetsi-masisi; Masisi=place/masisi"},
      {"Alisoma {Uhuru:work}.", "Uhuru=work/uhuru"},
  };
  expect_names("sw", cases);
}

TEST(NameLookup, CorrectsAKindByTheOnlyEntry) {
  constexpr NameCase cases[] = {
      {"Alijiunga na {Chadema:place}.", "Chadema=organization/chadema"},
      {"Alihama {Goma:person}.", "Goma=place/goma"},
      {"Kulikuwa na {Wareno:person} wawili.", "Wareno=country/portugal"},
  };
  expect_names("sw", cases);
}

TEST(NameLookup, LeavesAPersonWhoIsCalledLikeAPlaceAPerson) {
  constexpr NameCase cases[] = {
      {"{Asha Goma:person} aliimba. {Goma:person} alicheka.", "Asha Goma=person/asha-goma; Goma=person/asha-goma"},
      {"{Jordan:person} alicheka.", "Jordan=person/0fd907747b3655d8-jordan"},  // a given name
      {"{Juma T. Karisa:person} aliimba. {Juma Karisa:place} alicheka.",
       "Juma T. Karisa=person/juma-t-karisa; Juma Karisa=person/juma-t-karisa"},
  };
  expect_names("sw", cases);
}

TEST(NameLookup, LeavesTitlesOutOfPersonsNames) {
  constexpr NameCase cases[] = {
      {"{Makamu wa Rais Zuwena Katale:person} alifika.", "Zuwena Katale=person/zuwena-katale"},
      {"{Prof. Katale:person} na {Marehemu Dk. Mushi:person}.", "Katale=person/katale; Mushi=person/mushi"},
      {"Alimwona {Papa wa Roma:person}.", "Papa wa Roma=person/papa-wa-roma"},
  };
  expect_names("sw", cases);
}

TEST(NameLookup, LetsTheFirstOrLastWordSayTheKind) {
  constexpr NameCase swahili[] = {
      {"Alilazwa {Hospitali ya Chitandale:organization}.", "Hospitali ya Chitandale=facility/hospitali-ya-chitandale"},
      {"Walivuka {Mto Chitandale:person}.", "Mto Chitandale=place/mto-chitandale"},
      {"Walisaini {Mkataba wa Chitandale:organization}.", "Mkataba wa Chitandale=work/mkataba-wa-chitandale"},
      {"Klabu ya {Bandari FC:organization} ilishinda.", "Bandari FC=organization/bandari-fc"},
      {"Alisoma {Mto Chitandale:work}.", "Mto Chitandale=work/mto-chitandale"},
  };
  constexpr NameCase english[] = {
      {"They met on {Chitandale Square:organization} during the {Chitandale War:organization}.",
       "Chitandale Square=facility/chitandale-square; Chitandale War=event/chitandale-war"},
      {"He left {Freedom House:organization}.", "Freedom House=organization/freedom-house"},
  };
  expect_names("sw", swahili);
  expect_names("en", english);
}

TEST(NameLookup, LeavesOutWordsThatAreNoNames) {
  constexpr NameCase cases[] = {
      {"Aliandikia {Waziri wa Fedha:organization} na {Meya wa Goma:organization}.", "Goma=place/goma"},
      {"Walinunua {nyumba:place} mpya.", ""},
      {"{Upinzani:group} na {madukani:group}.", ""},
      {"{Papa:person} alifika. Walimwona {Papa:place}.", ""},
      {"{Serikali:organization} ilikanusha.", ""},
      {"{Baraka:person} alikutana na {Neema:person}.",
       "Baraka=person/0fd907747b3655d8-baraka; Neema=person/0fd907747b3655d8-neema"},
      {"Alisoma {Habari:work}.", "Habari=work/habari"},
  };
  expect_names("sw", cases);
}

TEST(NameLookup, LetsTheOnlyEntrySayWhatKindOfPlaceItIs) {
  constexpr NameCase cases[] = {
      {"Ndege ilitua {Tanzania:place}.", "Tanzania=country/tanzania"},
      {"Ndege ilitua {Goma:country}.", "Goma=place/goma"},
      {"Watu walizama katika mto wa {Niger:place}.", "Niger=place/niger"},
      {"Wabunge wa {Niger:place} walikutana.", "Niger=country/niger"},
  };
  expect_names("sw", cases);
}

TEST(NameLookup, KnowsNamesWithTheWordsBeforeThem) {
  constexpr NameCase cases[] = {
      {"Papa {Francis:person} alisali.", "Francis=person/pope-francis"},
      {"Watu walizama katika mto {Niger:place}.", "Niger=place/niger-river"},
      {"Aliandikia gazeti la {The Citizen:organization}.", "The Citizen=organization/the-citizen-tanzania"},
  };
  expect_names("sw", cases);
}

TEST(NameLookup, KnowsAPersonInsideALongerName) {
  constexpr NameCase cases[] = {
      {"{Vladimir Putin Mkubwa:person} aliwasili.", "Vladimir Putin Mkubwa=person/vladimir-putin"}};
  expect_names("sw", cases);
}

TEST(NameLookup, KnowsWhatEachCountryHasOneOf) {
  constexpr NameCase swahili[] = {
      {"Aliondoka katika {Mahakama Kuu ya Tanzania:organization}.",
       "Mahakama Kuu ya Tanzania=organization/high-court-of-tanzania"},
      {"Aliandikia {Tume ya Uchaguzi ya Malawi:organization}.",
       "Tume ya Uchaguzi ya Malawi=organization/electoral-commission-of-malawi"},
      {"Msemaji wa {Wizara ya Afya ya Uganda:organization} alithibitisha.",
       "Wizara ya Afya ya Uganda=organization/ministry-of-health-of-uganda"},
  };
  constexpr NameCase english[] = {
      {"He left the {Tanzania High Court:organization}.", "Tanzania High Court=organization/high-court-of-tanzania"},
      {"He wrote to the {Supreme Court of Kenya:organization}.",
       "Supreme Court of Kenya=organization/kenya-supreme-court"},
  };
  expect_names("sw", swahili);
  expect_names("en", english);
}

TEST(NameLookup, GivesPeopleOfNationsTheirCountry) {
  constexpr NameCase swahili[] = {
      {"{Warusi:group} wawili, {Mkenya:group} na {Wakristo:group} waliokolewa na meli ya {Kirusi:group}.",
       "Warusi=country/russia; Mkenya=country/kenya; Wakristo=group/christians; Kirusi=country/russia"},
      {"{Wa-Tanzania:group} na {Wamakondeni:group} waliimba.",
       "Wa-Tanzania=country/tanzania; Wamakondeni=group/wamakondeni"},
      {"Meli ya {Kirusi:country} ilizama.", "Kirusi=country/russia"},
      {"Wapiganaji wa {Pashtun:group} walifika.", "Pashtun=group/pashtuns"},  // as English has it
  };
  constexpr NameCase english[] = {
      {"{Russian:group} and {North Korean:group} soldiers met {Christians:group}.",
       "Russian=country/russia; North Korean=country/north-korea; Christians=group/christians"},
  };
  expect_names("sw", swahili);
  expect_names("en", english);
  for (const Mention& mention : entity_tests::recognize("sw", "{Warusi:group} na meli ya {Kirusi:country}.")) {
    EXPECT_EQ(mention.kind, EntityKind::group);
  }
}

TEST(NameLookup, TakesNoLanguageForACountry) {
  constexpr NameCase swahili[] = {{"Anaongea {Kiingereza:language} na {Kifaransa:language}.",
                                   "Kiingereza=language/english; Kifaransa=language/french"}};
  constexpr NameCase english[] = {{"She speaks {French:language}.", "French=language/french"}};
  expect_names("sw", swahili);
  expect_names("en", english);
}

}  // namespace
}  // namespace habari
