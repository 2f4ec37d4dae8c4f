#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

/// `subject|relation|object`, with its factuality where that is not actual, joined by `; `.
std::string stated(const std::string& rows, const std::vector<Name>& names, const Lexicon& lexicon = swahili()) {
  const Document document = frames_of(rows, names, lexicon);
  const auto text = [&](Span span) { return std::string(slice(document.article.text, span)); };
  std::string out;
  for (const StandingRelation& relation : document.relations) {
    if (!out.empty()) out += "; ";
    out += text(relation.subject) + "|" + text(relation.relation) + "|" + text(relation.object);
    if (relation.factuality != Factuality::actual) out += "|" + std::string(name(relation.factuality));
  }
  return out;
}

TEST(StandingRelations, SayWhatACopulaSaysOfAName) {
  const std::string rows =
      "Asha Asha PROPN _ 3 nsubj\n"
      "% 3 cop\n"
      "mwanachama mwanachama NOUN NounClass=Bantu1 0 root\n"
      "wa wa ADP NounClass=Bantu1 5 case\n"
      "chama chama NOUN NounClass=Bantu7 3 nmod\n";
  const auto with = [&](const std::string& copula) {
    return stated(std::string(rows).replace(rows.find('%'), 1, copula), {{"Asha", EntityKind::person}});
  };
  EXPECT_EQ(with("ni ni AUX Polarity=Pos"), "Asha|mwanachama|chama");
  EXPECT_EQ(with("si ni AUX Polarity=Neg"), "Asha|mwanachama|chama|negated");
  EXPECT_EQ(with("atakuwa wa AUX Tense=Fut"), "Asha|mwanachama|chama|planned");
}

TEST(StandingRelations, SayWhatARelativeCopulaSaysOfTheNameAbove) {
  EXPECT_EQ(stated("Asha Asha PROPN _ 6 nsubj\n"
                   "ambaye amba PRON NounClass=Bantu1|PronType=Rel 4 nsubj\n"
                   "ni ni AUX Polarity=Pos 4 cop\n"
                   "mshauri mshauri NOUN NounClass=Bantu1 1 acl:relcl\n"
                   "nchini nchi NOUN Case=Loc 4 nmod\n"
                   "alifika fika VERB NounClass=Bantu1|VerbForm=Fin 0 root\n"
                   "Uganda Uganda PROPN _ 5 nmod\n",
                   {{"Asha", EntityKind::person}, {"Uganda", EntityKind::country}}),
            "Asha|mshauri|Uganda");
}

TEST(StandingRelations, KeepTheInstitutionBeforeItsOwner) {
  EXPECT_EQ(stated("Asha Asha PROPN _ 4 nsubj\n"
                   "is be AUX Tense=Pres 4 cop\n"
                   "the the DET _ 4 det\n"
                   "chairman chairman NOUN _ 0 root\n"
                   "of of ADP _ 8 case\n"
                   "Kenya Kenya PROPN _ 8 nmod:poss\n"
                   "'s 's PART _ 6 case\n"
                   "league league NOUN _ 4 nmod\n",
                   {{"Asha", EntityKind::person}, {"Kenya", EntityKind::country}}, english()),
            "Asha|chairman|league");
}

TEST(StandingRelations, SpreadWhatStandsBeforeCoordinatedTitles) {
  EXPECT_EQ(stated("Asha Asha PROPN _ 6 nsubj\n"
                   "Kenyan Kenyan ADJ _ 3 amod\n"
                   "journalist journalist NOUN _ 1 appos\n"
                   "and and CCONJ _ 5 cc\n"
                   "activist activist NOUN _ 3 conj\n"
                   "died die VERB Tense=Past|VerbForm=Fin 0 root\n",
                   {{"Asha", EntityKind::person}, {"Kenyan", EntityKind::group}}, english()),
            "Asha|journalist|Kenyan; Asha|activist|Kenyan");
}

TEST(StandingRelations, TakeNoAgeForAnOffice) {
  EXPECT_EQ(stated("Asha Asha PROPN _ 0 root\n"
                   "mwalimu mwalimu NOUN NounClass=Bantu1 1 appos\n"
                   "mwenye mwenye ADP NounClass=Bantu1 4 case\n"
                   "umri umri NOUN NounClass=Bantu14 2 nmod\n",
                   {{"Asha", EntityKind::person}}),
            "");
}

}  // namespace
}  // namespace habari
