#include "recognition.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

using entity_tests::expect_names;
using entity_tests::NameCase;

TEST(ListedNames, AddWhatIsHardlyAnythingElseToWhatAReaderMarks) {
  constexpr NameCase cases[] = {
      {"{Asha Mkandala:person} alihutubia umoja wa mataifa kuhusu tanzania.",
       "Asha Mkandala=person/asha-mkandala; umoja wa mataifa=organization/united-nations; tanzania=country/tanzania"},
      {"Wanajeshi wa Chadi na Waganda walifika.", "Chadi=country/chad; Waganda=country/uganda"},
      {"Mahakama Kuu ya Tanzania ilihoji CHADEMA.",
       "Mahakama Kuu ya Tanzania=organization/high-court-of-tanzania; CHADEMA=organization/chadema"},
  };
  expect_names("sw", cases);
}

TEST(ListedNames, AreWholeWhereAReaderMarksParts) {
  constexpr NameCase swahili[] = {
      {"Walihama {Afrika:place} {Kusini:place}.", "Afrika Kusini=country/south-africa"},
      {"{Tume ya Uchaguzi:organization} ya {Malawi:country} ilikutana.",
       "Tume ya Uchaguzi ya Malawi=organization/electoral-commission-of-malawi"},
      {"Walikutana na umoja wa {Mataifa:organization}.", "umoja wa Mataifa=organization/united-nations"},
      {"Rais {Putin:person} alifika.", "Putin=person/vladimir-putin"},
      {"{Chama cha Afrika Kusini:organization} kilikutana.",
       "Chama cha Afrika Kusini=organization/chama-cha-afrika-kusini"},
  };
  constexpr NameCase english[] = {
      {"{South:place} {African:group} ships left {Guinea:country}-{Bissau:place}.",
       "South African=country/south-africa; Guinea-Bissau=country/guinea-bissau"},
  };
  expect_names("sw", swahili);
  expect_names("en", english);
}

TEST(ListedNames, AddNothingElseToWhatAReaderMarks) {
  constexpr NameCase cases[] = {
      {"Makala haya yalisomwa. Mara nyingi mali iliibiwa. Wote walilia.", ""},
      {"Uhuru ni tunda. Mao yalivunwa. Citizen walisoma Goma na Vladimir Putin.", ""},
      {"Anaongea Kifaransa. Alilipa dola za US.", ""},
  };
  expect_names("sw", cases);
}

TEST(ListedNames, AreAllThereAreWhereNobodyMarksNames) {
  constexpr NameCase swahili[] = {
      {"Rais wa Urusi Vladimir Putin aliwasili mjini Beijing.",
       "Urusi=country/russia; Vladimir Putin=person/vladimir-putin; Beijing=place/beijing"},
      {"Papa Francis alisali na Zuwena Katale.", "Francis=person/pope-francis"},
      {"Marekani, Uingereza na DRC zilikubaliana.",
       "Marekani=country/united-states; Uingereza=country/united-kingdom; "
       "DRC=country/democratic-republic-of-the-congo"},
      {"Aliandikia Mahakama Kuu ya Tanzania, Unicef na UNICEF.",
       "Mahakama Kuu ya Tanzania=organization/high-court-of-tanzania; Unicef=organization/unicef; "
       "UNICEF=organization/unicef"},
      {"Warusi wawili waliokolewa na meli ya Kirusi.", "Warusi=country/russia; Kirusi=country/russia"},
      {"Wanajeshi wa Mali walifika.", "Mali=country/mali"},
  };
  constexpr NameCase english[] = {
      {"She writes for The Economist about Russian ships.", "The Economist=organization/the-economist; Russian=country/russia"},
  };
  expect_names("sw", swahili, NameSource::gazetteer);
  expect_names("en", english, NameSource::gazetteer);
}

TEST(ListedNames, NeedMoreThanACapitalAtASentencesBeginning) {
  constexpr NameCase swahili[] = {
      {"Mali ya umma iliibiwa. Mara ikarudishwa.", ""},
      {"Makala haya yalisomwa. Wote walilia. Uhuru ni tunda.", ""},
      {"Walilia katika mahakama kuu ya Tanzania.", "Tanzania=country/tanzania"},  // some court
  };
  constexpr NameCase english[] = {
      {"The economist spoke.", ""},
      {"Write to @Mandela or #Mandela about Mandela's life.", "Mandela=person/nelson-mandela"},
  };
  expect_names("sw", swahili, NameSource::gazetteer);
  expect_names("en", english, NameSource::gazetteer);
}

TEST(ListedNames, LeaveTimesAlone) {
  constexpr NameCase cases[] = {{"Walikutana Jumanne mjini Goma.", "Jumanne=2023-09-12; Goma=place/goma"}};
  expect_names("sw", cases, NameSource::gazetteer);
}

}  // namespace
}  // namespace habari
