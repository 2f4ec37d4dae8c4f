#include "frame_rows.hpp"

#include <gtest/gtest.h>

namespace habari {
namespace {

/// `subject / relation / object`, joined by `; `.
std::string relations(const Document& document) {
  std::string out;
  for (const StandingRelation& relation : document.relations) {
    if (!out.empty()) out += "; ";
    const auto words = [&](Span span) { return std::string(slice(document.article.text, span)); };
    out += words(relation.subject) + " / " + words(relation.relation) + " / " + words(relation.object);
  }
  return out;
}

TEST(MendedTrees, GiveAPossessiveItsWholeName) {
  const Document document = frames_of(
      "The the DET _ 2 det\n"
      "Bank Bank PROPN _ 7 nsubj\n"
      "of of ADP _ 6 case\n"
      "Tanga Tanga PROPN _ 6 nmod:poss\n"
      "'s 's PART _ 4 case\n"
      "report report NOUN Number=Sing 2 nmod\n"
      "angered anger VERB Tense=Past|VerbForm=Fin 0 root\n"
      "farmers farmer NOUN Number=Plur 7 obj\n",
      {{"Bank of Tanga", EntityKind::organization}}, english());
  EXPECT_EQ(shown(document), "anger/OTHER/actual(agent:report patient:farmers)");
}

TEST(MendedTrees, JoinAPhraseToTheOneWithItsPreposition) {
  const Document document = frames_of(
      "Letters letter NOUN Number=Plur 2 nsubj\n"
      "came come VERB Tense=Past|VerbForm=Fin 0 root\n"
      "from from ADP _ 4 case\n"
      "towns town NOUN Number=Plur 2 obl\n"
      "and and CCONJ _ 7 cc\n"
      "from from ADP _ 7 case\n"
      "villages village NOUN Number=Plur 2 conj\n",
      {}, english());
  EXPECT_EQ(shown(document), "come/MOVE/actual(agent:Letters origin:towns origin:villages)");
}

TEST(MendedTrees, DateTheVerbBetweenItAndItsSubject) {
  const Document document = frames_of(
      "The the DET _ 2 det\n"
      "council council NOUN Number=Sing 5 nsubj\n"
      "on on ADP _ 4 case\n"
      "Friday Friday PROPN _ 2 nmod\n"
      "closed close VERB Tense=Past|VerbForm=Fin 0 root\n"
      "schools school NOUN Number=Plur 5 obj\n",
      {{"Friday", EntityKind::time}}, english());
  EXPECT_EQ(shown(document), "close/COERCE/actual(agent:council patient:schools time:Friday)");
}

TEST(MendedTrees, DateTheVerbByATimeBehindItsObject) {
  const Document document = frames_of(
      "Guards guard NOUN Number=Plur 2 nsubj\n"
      "freed free VERB Tense=Past|VerbForm=Fin 0 root\n"
      "farmers farmer NOUN Number=Plur 2 obj\n"
      "Friday Friday PROPN _ 3 nmod:unmarked\n",
      {{"Friday", EntityKind::time}}, english());
  EXPECT_EQ(shown(document), "free/CONCEDE/actual(agent:Guards patient:farmers time:Friday)");
}

TEST(MendedTrees, PutATitleReadAsASubjectBeforeItsName) {
  const Document document = frames_of(
      "Party party NOUN _ 2 compound\n"
      "chairman chairman NOUN Number=Sing 5 nsubj\n"
      "Neema Neema PROPN _ 5 nsubj\n"
      "Mushi Mushi PROPN _ 3 flat\n"
      "resigned resign VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Neema Mushi", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "resign/RETREAT/actual(agent:Neema Mushi)");
}

TEST(MendedTrees, KeepAWordOfPeopleThatIsNoTitle) {
  // A determiner begins a phrase of its own.
  const Document document = frames_of(
      "The the DET _ 2 det\n"
      "chairman chairman NOUN Number=Sing 4 nsubj\n"
      "Neema Neema PROPN _ 4 nsubj\n"
      "resigned resign VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Neema", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "resign/RETREAT/actual(agent:chairman agent:Neema)");
}

TEST(MendedTrees, TakeNoTimeWithAPrepositionForASubject) {
  const Document document = frames_of(
      "Farmers farmer NOUN Number=Plur 2 nsubj\n"
      "marched march VERB Tense=Past|VerbForm=Fin 0 root\n"
      "on on ADP _ 4 case\n"
      "Friday Friday PROPN _ 5 nsubj:pass\n"
      "angered anger VERB Tense=Past|VerbForm=Part|Voice=Pass 2 advcl\n"
      "by by ADP _ 7 case\n"
      "taxes tax NOUN Number=Plur 5 obl:agent\n",
      {{"Friday", EntityKind::time}}, english());
  EXPECT_EQ(shown(document),
            "march/PROTEST/actual(agent:Farmers time:Friday) anger/OTHER/actual(patient:Farmers agent:taxes)");
}

TEST(MendedTrees, DateTheSayingByWhatFollowsIt) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "said say VERB Tense=Past|VerbForm=Fin 0 root\n"
      "on on ADP _ 4 case\n"
      "Friday Friday PROPN _ 6 obl\n"
      "rebels rebel NOUN Number=Plur 6 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 2 ccomp\n",
      {{"Asha", EntityKind::person}, {"Friday", EntityKind::time}}, english());
  EXPECT_EQ(shown(document),
            "say/STATEMENT/actual(agent:Asha time:Friday content:fled) flee/MOVE/actual(agent:rebels)<Asha");
}

TEST(MendedTrees, LeaveATimeToTheRelativeClauseBeforeTheComma) {
  const Document document = frames_of(
      "Guards guard NOUN Number=Plur 8 nsubj\n"
      ", , PUNCT _ 4 punct\n"
      "who who PRON PronType=Rel 4 nsubj\n"
      "sing sing VERB Tense=Pres|VerbForm=Fin 1 acl:relcl\n"
      "every every DET _ 6 det\n"
      "week week NOUN Number=Sing 8 obl:unmarked\n"
      ", , PUNCT _ 1 punct\n"
      "left leave VERB Tense=Past|VerbForm=Fin 0 root\n",
      {}, english());
  EXPECT_EQ(shown(document), "sing/OTHER/actual(agent:Guards time:week) leave/MOVE/actual(agent:Guards)");
}

TEST(MendedTrees, LiftADateWithItsAdverbToTheVerb) {
  const Document document = frames_of(
      "Farmers farmer NOUN Number=Plur 2 nsubj\n"
      "sold sell VERB Tense=Past|VerbForm=Fin 0 root\n"
      "land land NOUN Number=Sing 2 obj\n"
      "early early ADV _ 3 advmod\n"
      "in in ADP _ 6 case\n"
      "2016 2016 NUM _ 4 obl\n",
      {{"2016", EntityKind::time}}, english());
  EXPECT_EQ(shown(document), "sell/OTHER/actual(agent:Farmers patient:land time:2016)");
}

TEST(MendedTrees, DateByWhatIsCountedBeforeAnAdverb) {
  const Document document = frames_of(
      "Minutes minute NOUN Number=Plur 2 obl:unmarked\n"
      "later later ADV _ 4 advmod\n"
      "Asha Asha PROPN _ 4 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "flee/MOVE/actual(agent:Asha time:Minutes)");
}

TEST(MendedTrees, JoinWhatIsSaidTwice) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "said say VERB Tense=Past|VerbForm=Fin 0 root\n"
      "that that SCONJ _ 5 mark\n"
      "schools school NOUN Number=Plur 5 nsubj\n"
      "opened open VERB Tense=Past|VerbForm=Fin 2 ccomp\n"
      "and and CCONJ _ 9 cc\n"
      "that that SCONJ _ 9 mark\n"
      "rebels rebel NOUN Number=Plur 9 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 2 conj\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document),
            "say/STATEMENT/actual(agent:Asha content:opened content:fled) open/OTHER/actual(agent:schools)<Asha "
            "flee/MOVE/actual(agent:rebels)<Asha");
}

TEST(MendedTrees, HangAClauseThatARelativeOpensOnTheNounBeforeTheComma) {
  const Document document = frames_of(
      "Farmers farmer NOUN Number=Plur 2 nsubj\n"
      "praised praise VERB Tense=Past|VerbForm=Fin 0 root\n"
      "Kenya Kenya PROPN _ 2 obj\n"
      ", , PUNCT _ 6 punct\n"
      "who who PRON PronType=Rel 6 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 2 ccomp\n",
      {{"Kenya", EntityKind::country}}, english());
  EXPECT_EQ(shown(document), "praise/SUPPORT/actual(agent:Farmers patient:Kenya) flee/MOVE/actual(agent:Kenya)");
}

TEST(MendedTrees, TakeACauseForNothingThatIsSaid) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "argued argue VERB Tense=Past|VerbForm=Fin 0 root\n"
      "because because SCONJ _ 5 mark\n"
      "users user NOUN Number=Plur 5 nsubj\n"
      "pay pay VERB Tense=Pres|VerbForm=Fin 2 ccomp\n"
      ", , PUNCT _ 5 punct\n"
      "schools school NOUN Number=Plur 8 nsubj\n"
      "opened open VERB Tense=Past|VerbForm=Fin 2 ccomp\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document),
            "argue/STATEMENT/actual(agent:Asha content:opened) pay/OTHER/actual(agent:users)<Asha "
            "open/OTHER/actual(agent:schools)<Asha");
}

TEST(MendedTrees, LeaveTheSubjectBeforeAnInsertedSayingToWhatIsSaid) {
  const Document document = frames_of(
      "Rebels rebel NOUN Number=Plur 4 nsubj\n"
      ", , PUNCT _ 4 punct\n"
      "Asha Asha PROPN _ 4 nsubj\n"
      "says say VERB Tense=Pres|VerbForm=Fin 0 root\n"
      ", , PUNCT _ 4 punct\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 4 ccomp\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "say/STATEMENT/actual(agent:Asha content:fled) flee/MOVE/actual(agent:Rebels)<Asha");
}

TEST(MendedTrees, TakeAClauseBeforeASayingForWhatIsSaid) {
  const Document document = frames_of(
      "“ “ PUNCT _ 3 punct\n"
      "Rebels rebel NOUN Number=Plur 3 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 7 advcl\n"
      ", , PUNCT _ 3 punct\n"
      "” ” PUNCT _ 3 punct\n"
      "Asha Asha PROPN _ 7 nsubj\n"
      "added add VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "flee/MOVE/actual(agent:Rebels)<Asha add/STATEMENT/actual(agent:Asha content:fled)");
}

TEST(MendedTrees, GiveAGerundBehindAPrepositionItsSubject) {
  const Document document = frames_of(
      "Matches match NOUN Number=Plur 2 nsubj\n"
      "ended end VERB Tense=Past|VerbForm=Fin 0 root\n"
      "with with ADP _ 4 case\n"
      "Tanga Tanga PROPN _ 2 obl\n"
      "winning win VERB Tense=Pres|VerbForm=Part 2 advcl\n"
      "cups cup NOUN Number=Plur 5 obj\n",
      {{"Tanga", EntityKind::organization}}, english());
  EXPECT_EQ(shown(document), "end/OTHER/actual(agent:Matches) win/OTHER/actual(agent:Tanga patient:cups)");
}

TEST(MendedTrees, ReadAPrepositionOfTheVerbAsPartOfIt) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "left leave VERB Tense=Past|VerbForm=Fin 0 root\n"
      "behind behind ADP _ 4 case\n"
      "letters letter NOUN Number=Plur 2 obl\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "leave behind/OTHER/actual(agent:Asha patient:letters)");
}

TEST(MendedTrees, ShareAnObjectBehindTwoVerbs) {
  const Document document = frames_of(
      "Police police NOUN Number=Plur 2 nsubj\n"
      "arrested arrest VERB Tense=Past|VerbForm=Fin 0 root\n"
      "and and CCONJ _ 4 cc\n"
      "jailed jail VERB Tense=Past|VerbForm=Fin 2 conj\n"
      "rebels rebel NOUN Number=Plur 4 obj\n",
      {}, english());
  EXPECT_EQ(shown(document),
            "arrest/COERCE/actual(agent:Police patient:rebels) jail/COERCE/actual(agent:Police patient:rebels)");
}

TEST(MendedTrees, ShareAnObjectOfTheFirstVerbBehindTheSecond) {
  const Document document = frames_of(
      "Laws law NOUN Number=Plur 2 nsubj\n"
      "prevent prevent VERB Tense=Pres|VerbForm=Fin 0 root\n"
      "or or CCONJ _ 4 cc\n"
      "disrupt disrupt VERB Tense=Pres|VerbForm=Fin 2 conj\n"
      "strikes strike NOUN Number=Plur 2 obj\n",
      {}, english());
  EXPECT_EQ(shown(document),
            "prevent/COERCE/actual(agent:Laws patient:strikes) disrupt/OTHER/actual(agent:Laws patient:strikes)");
}

TEST(MendedTrees, TakeNobodyFromInsideAName) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 7 nsubj\n"
      "of of ADP _ 3 case\n"
      "Bread Bread PROPN _ 1 nmod\n"
      "and and CCONJ _ 5 cc\n"
      "Salt Salt PROPN _ 1 conj\n"
      "has have AUX _ 7 aux\n"
      "resigned resign VERB Tense=Past|VerbForm=Part 0 root\n",
      {{"Asha", EntityKind::person}, {"Bread and Salt", EntityKind::organization}}, english());
  EXPECT_EQ(shown(document), "resign/RETREAT/actual(agent:Asha)");
}

TEST(MendedTrees, TakeAGoverningVerbOverACopulaForNoEvent) {
  const Document document = frames_of(
      "It it PRON Person=3|PronType=Prs 2 nsubj\n"
      "seems seem VERB Tense=Pres|VerbForm=Fin 0 root\n"
      "to to PART _ 6 mark\n"
      "be be AUX VerbForm=Inf 6 cop\n"
      "a a DET _ 6 det\n"
      "mistake mistake NOUN Number=Sing 2 xcomp\n",
      {}, english());
  EXPECT_EQ(shown(document), "");
}

TEST(MendedTrees, TakeAParticipleInACompoundForNoEvent) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "opened open VERB Tense=Past|VerbForm=Fin 0 root\n"
      "waiting wait VERB VerbForm=Ger 4 compound\n"
      "houses house NOUN Number=Plur 2 obj\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "open/OTHER/actual(agent:Asha patient:houses)");
}

TEST(MendedTrees, TakeAnAdjectiveForItsNounWhereItIsTheSubject) {
  const Document document = frames_of(
      "Doctors doctor NOUN Number=Plur 2 nsubj\n"
      "fear fear VERB Tense=Pres|VerbForm=Fin 0 root\n"
      "many many ADJ Degree=Pos 4 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 2 ccomp\n",
      {}, english());
  EXPECT_EQ(shown(document),
            "fear/STATEMENT/actual(agent:Doctors content:fled) flee/MOVE/possible(agent:many)<Doctors");
}

TEST(MendedTrees, ShareTheSubjectOfAPredicateThatIsNoVerb) {
  const Document document = frames_of(
      "Salt salt NOUN Number=Sing 4 nsubj\n"
      "was be AUX VerbForm=Fin 4 cop\n"
      "a a DET _ 4 det\n"
      "treasure treasure NOUN Number=Sing 0 root\n"
      "but but CCONJ _ 6 cc\n"
      "vanished vanish VERB Tense=Past|VerbForm=Fin 4 conj\n",
      {}, english());
  EXPECT_EQ(shown(document), "vanish/OTHER/actual(agent:Salt)");
}

TEST(MendedTrees, SayWhomAPronounMeans) {
  const Document document = frames_of(
      "Asha Asha PROPN Number=Sing 2 nsubj\n"
      "resigned resign VERB Tense=Past|VerbForm=Fin 0 root\n"
      ", , PUNCT _ 6 punct\n"
      "and and CCONJ _ 6 cc\n"
      "she she PRON Gender=Fem|Number=Sing|Person=3|PronType=Prs 6 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 2 conj\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "resign/RETREAT/actual(agent:Asha) flee/MOVE/actual(agent:Asha)");
}

TEST(MendedTrees, SayNobodyWhomAPronounCannotMean) {
  const Document document = frames_of(
      "Rebels rebel NOUN Number=Plur 2 nsubj\n"
      "resigned resign VERB Tense=Past|VerbForm=Fin 0 root\n"
      ", , PUNCT _ 6 punct\n"
      "and and CCONJ _ 6 cc\n"
      "she she PRON Gender=Fem|Number=Sing|Person=3|PronType=Prs 6 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 2 conj\n",
      {}, english());
  EXPECT_EQ(shown(document), "resign/RETREAT/actual(agent:Rebels) flee/MOVE/actual()");
}

TEST(MendedTrees, SayWhomAPronounBeforeTheMainClauseMeans) {
  const Document document = frames_of(
      "When when ADV _ 3 advmod\n"
      "they they PRON Number=Plur|Person=3|PronType=Prs 3 nsubj\n"
      "arrived arrive VERB Tense=Past|VerbForm=Fin 6 advcl\n"
      ", , PUNCT _ 3 punct\n"
      "farmers farmer NOUN Number=Plur 6 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 0 root\n",
      {}, english());
  EXPECT_EQ(shown(document), "arrive/MOVE/actual(agent:farmers) flee/MOVE/actual(agent:farmers)");
}

TEST(MendedTrees, NameThePersonOfAnApposition) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "met meet VERB Tense=Past|VerbForm=Fin 0 root\n"
      "activists activist NOUN Number=Plur 2 obj\n"
      "from from ADP _ 6 case\n"
      "the the DET _ 6 det\n"
      "party party NOUN Number=Sing 3 nmod\n"
      ", , PUNCT _ 8 punct\n"
      "Juma Juma PROPN _ 6 appos\n",
      {{"Juma", EntityKind::person}, {"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "meet/CONSULT/actual(agent:Asha patient:Juma)");
  EXPECT_EQ(relations(document), "Juma / activists / party");
}

TEST(MendedTrees, SplitATitleFromTheNameBehindItsOffice) {
  const Document document = frames_of(
      "Minister minister NOUN Number=Sing 5 nsubj\n"
      "of of ADP _ 3 case\n"
      "Education education PROPN _ 4 nmod:desc\n"
      "Asha Asha PROPN _ 1 nmod\n"
      "resigned resign VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "resign/RETREAT/actual(agent:Asha)");
  EXPECT_EQ(relations(document), "Asha / Minister / Education");
}

TEST(MendedTrees, NameASubjectTwice) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 8 nsubj:pass\n"
      ", , PUNCT _ 1 punct\n"
      "Juma Juma PROPN _ 5 nmod:poss\n"
      "'s 's PART _ 3 case\n"
      "ally ally NOUN Number=Sing 8 nsubj:pass\n"
      "has have AUX _ 8 aux\n"
      "been be AUX _ 8 aux:pass\n"
      "chosen choose VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n",
      {{"Asha", EntityKind::person}, {"Juma", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "choose/OTHER/actual(patient:Asha)");
  EXPECT_EQ(relations(document), "Asha / ally / Juma");
}

}  // namespace
}  // namespace habari
