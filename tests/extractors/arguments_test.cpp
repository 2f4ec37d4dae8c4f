#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

TEST(Arguments, ReadAPrepositionMadeWithANoun) {
  const Document document = frames_of(
      "Farmers farmer NOUN Number=Plur 2 nsubj\n"
      "suffered suffer VERB Tense=Past|VerbForm=Fin 0 root\n"
      "at at ADP _ 5 case\n"
      "the the DET _ 5 det\n"
      "hands hand NOUN Number=Plur 2 obl\n"
      "of of ADP _ 7 case\n"
      "Asha Asha PROPN _ 5 nmod\n",
      {{"Asha", EntityKind::person}}, english());
  ASSERT_EQ(document.events.size(), 1u);
  ASSERT_EQ(document.events[0].args.size(), 2u);
  EXPECT_EQ(slice(document.article.text, document.events[0].args[1].core), "Asha");
  EXPECT_EQ(document.events[0].args[1].role, Role::agent);
}

TEST(Arguments, ReadTheFirstOfTwoPrepositionsThatShareAWord) {
  const Document document = frames_of(
      "Miners miner NOUN Number=Plur 2 nsubj\n"
      "marched march VERB Tense=Past|VerbForm=Fin 0 root\n"
      "in in ADP _ 4 case\n"
      "protest protest NOUN _ 2 obl\n"
      "at at ADP _ 7 case\n"
      "the the DET _ 7 det\n"
      "hands hand NOUN _ 4 nmod\n"
      "of of ADP _ 9 case\n"
      "Asha Asha PROPN _ 7 nmod\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "march/PROTEST/actual(agent:Miners cause:hands)");
}

TEST(Arguments, LeaveModifiersOfAnOpenNounAlone) {
  const Document document = frames_of(
      "Kenya Kenya PROPN _ 2 nsubj\n"
      "accused accuse VERB Tense=Past|VerbForm=Fin 0 root\n"
      "the the DET _ 4 det\n"
      "head head NOUN _ 2 obj\n"
      "of of ADP _ 7 case\n"
      "the the DET _ 7 det\n"
      "army army NOUN _ 4 nmod\n",
      {{"Kenya", EntityKind::country}}, english());
  EXPECT_EQ(shown(document), "accuse/ACCUSE/actual(agent:Kenya patient:head)");
}

TEST(Arguments, GiveAVerbOfTransferItsRecipient) {
  const std::string rows =
      "Kenya Kenya PROPN _ 2 nsubj\n"
      "sold sell VERB Tense=Past|VerbForm=Fin 0 root\n"
      "%\n"
      "to to ADP _ 5 case\n"
      "Uganda Uganda PROPN _ 3 nmod\n";
  const auto with = [&](const std::string& object) {
    return shown(frames_of(std::string(rows).replace(rows.find('%'), 1, object),
                           {{"Kenya", EntityKind::country}, {"Uganda", EntityKind::country}}, english()));
  };
  EXPECT_EQ(with("maize maize NOUN _ 2 obj"), "sell/OTHER/actual(agent:Kenya patient:maize recipient:Uganda)");
  EXPECT_EQ(with("access access NOUN _ 2 obj"), "sell/OTHER/actual(agent:Kenya patient:access)");
}

TEST(Arguments, SayWhereItHappenedToPeopleNotKnownYet) {
  const std::string rows =
      "Police police NOUN _ 2 nsubj\n"
      "shot shoot VERB Tense=Past|VerbForm=Fin 0 root\n"
      "% 4 det\n"
      "man man NOUN _ 2 obj\n"
      "in in ADP _ 6 case\n"
      "Tanga Tanga PROPN _ 4 nmod\n";
  const auto with = [&](const std::string& determiner) {
    return shown(
        frames_of(std::string(rows).replace(rows.find('%'), 1, determiner), {{"Tanga", EntityKind::place}}, english()));
  };
  EXPECT_EQ(with("a a DET Definite=Ind|PronType=Art"), "shoot/ASSAULT/actual(agent:Police patient:man place:Tanga)");
  EXPECT_EQ(with("the the DET Definite=Def|PronType=Art"), "shoot/ASSAULT/actual(agent:Police patient:man)");
}

TEST(Arguments, DateTheDeedByADayBehindAPerson) {
  const auto met = [](const std::string& whom) {
    return shown(
        frames_of("Ana Ana PROPN _ 2 nsubj\n"
                  "met meet VERB Tense=Past|VerbForm=Fin 0 root\n" +
                      whom +
                      " 2 obj\n"
                      "on on ADP _ 5 case\n"
                      "Monday Monday PROPN _ 3 nmod\n",
                  {{"Ana", EntityKind::person}, {"Monday", EntityKind::time}}, english()));
  };
  EXPECT_EQ(met("farmers farmer NOUN Number=Plur"), "meet/CONSULT/actual(agent:Ana patient:farmers time:Monday)");
  // What happens may have a day of its own.
  EXPECT_EQ(met("strikes strike NOUN Number=Plur"), "meet/CONSULT/actual(agent:Ana patient:strikes)");
}

TEST(Arguments, DateTheDeedByATimeWithoutPreposition) {
  const Document document = frames_of(
      "Guards guard NOUN Number=Plur 2 nsubj\n"
      "freed free VERB Tense=Past|VerbForm=Fin 0 root\n"
      "farmers farmer NOUN Number=Plur 2 obj\n"
      "Friday Friday PROPN _ 3 nmod:unmarked\n",
      {{"Friday", EntityKind::time}}, english());
  EXPECT_EQ(shown(document), "free/CONCEDE/actual(agent:Guards patient:farmers time:Friday)");
}

TEST(Arguments, DateByWhatIsCountedBeforeAnAdverb) {
  const Document document = frames_of(
      "Minutes minute NOUN Number=Plur 2 obl:unmarked\n"
      "later later ADV _ 4 advmod\n"
      "Asha Asha PROPN _ 4 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "flee/MOVE/actual(agent:Asha time:Minutes)");
}

TEST(Arguments, DateByWhatAnAdverbPointsTo) {
  const Document document = frames_of(
      "Farmers farmer NOUN Number=Plur 2 nsubj\n"
      "sold sell VERB Tense=Past|VerbForm=Fin 0 root\n"
      "land land NOUN Number=Sing 2 obj\n"
      "early early ADV _ 2 advmod\n"
      "in in ADP _ 6 case\n"
      "2016 2016 NUM _ 4 obl\n",
      {{"2016", EntityKind::time}}, english());
  EXPECT_EQ(shown(document), "sell/OTHER/actual(agent:Farmers patient:land time:2016)");
}

TEST(Arguments, ReadAPrepositionOfTheVerbAsPartOfIt) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "left leave VERB Tense=Past|VerbForm=Fin 0 root\n"
      "behind behind ADP _ 4 case\n"
      "letters letter NOUN Number=Plur 2 obl\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "leave behind/OTHER/actual(agent:Asha patient:letters)");
}

TEST(Arguments, ShareAnObjectBehindTwoVerbs) {
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

TEST(Arguments, ShareAnObjectOfTheFirstVerbBehindTheSecond) {
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

TEST(Arguments, ShareAPhraseBehindTwoVerbs) {
  const auto killed = [](const std::string& subject, const std::string& head) {
    return shown(
        frames_of("Farmers farmer NOUN Number=Plur 2 nsubj:pass\n"
                  "killed kill VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n"
                  "and and CCONJ _ " +
                      head + " cc\n" + subject +
                      "injured injure VERB Tense=Past|VerbForm=Part|Voice=Pass 2 conj\n"
                      "in in ADP _ " +
                      (subject.empty() ? "6" : "7") +
                      " case\n"
                      "Tanga Tanga PROPN _ 2 obl\n",
                  {{"Tanga", EntityKind::place}}, english()));
  };
  EXPECT_EQ(killed("", "4"),
            "kill/ASSAULT/actual(patient:Farmers place:Tanga) injure/ASSAULT/actual(patient:Farmers place:Tanga)");
  EXPECT_EQ(killed("guards guard NOUN Number=Plur 5 nsubj:pass\n", "5"),
            "kill/ASSAULT/actual(patient:Farmers place:Tanga) injure/ASSAULT/actual(patient:guards)");
}

TEST(Arguments, TakeNoNameFromBeforeWhatIsNewToTheReader) {
  const auto closed = [](const std::string& article) {
    return shown(frames_of("Police police NOUN _ 2 nsubj\nclosed close VERB VerbForm=Fin 0 root\n" + article +
                               " 5 det\nTanga Tanga PROPN _ 5 compound\nbridge bridge NOUN _ 2 obj\n",
                           {{"Tanga", EntityKind::place}}, english()));
  };
  EXPECT_NE(closed("a a DET Definite=Ind|PronType=Art").find("patient:bridge"), std::string::npos);
  EXPECT_NE(closed("the the DET Definite=Def|PronType=Art").find("patient:Tanga"), std::string::npos);
}

TEST(Arguments, NameWhoIsToldWithoutSayingWhat) {
  EXPECT_EQ(shown(frames_of("Asha Asha PROPN _ 2 nsubj\n"
                            "told tell VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "campaigns campaign NOUN Number=Plur 2 iobj\n",
                            {{"Asha", EntityKind::person}}, english())),
            "tell/STATEMENT/actual(agent:Asha recipient:campaigns)");
}

TEST(Arguments, LeaveAGenitiveToItsNoun) {
  // `ask … of` lists the preposition, but this one says whose leader it is.
  EXPECT_EQ(shown(frames_of("Farmers farmer NOUN Number=Plur 2 nsubj\n"
                            "asked ask VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "leaders leader NOUN Number=Plur 2 obj\n"
                            "of of ADP _ 5 case\n"
                            "villages village NOUN Number=Plur 3 nmod\n",
                            {}, english())),
            "ask/REQUEST/actual(agent:Farmers recipient:leaders)");
}

TEST(Arguments, NameWhoIsGivenWhatThePassiveKeeps) {
  EXPECT_EQ(shown(frames_of("Farmers farmer NOUN Number=Plur 2 nsubj:pass\n"
                            "denied deny VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n"
                            "land land NOUN _ 2 obj\n",
                            {}, english())),
            "deny/STATEMENT/actual(recipient:Farmers patient:land)");
}

TEST(Arguments, LetAnAdjectiveStandForItsNoun) {
  EXPECT_EQ(shown(frames_of("Taxes tax NOUN Number=Plur 2 nsubj\n"
                            "angered anger VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "many many ADJ Degree=Pos 2 obj\n",
                            {}, english())),
            "anger/OTHER/actual(agent:Taxes patient:many)");
}

TEST(Arguments, TakeNobodyFromInsideAName) {
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

TEST(Arguments, TakeAnAdjectiveForItsNounWhereItIsTheSubject) {
  const Document document = frames_of(
      "Doctors doctor NOUN Number=Plur 2 nsubj\n"
      "fear fear VERB Tense=Pres|VerbForm=Fin 0 root\n"
      "many many ADJ Degree=Pos 4 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 2 ccomp\n",
      {}, english());
  EXPECT_EQ(shown(document),
            "fear/STATEMENT/actual(agent:Doctors content:fled) flee/MOVE/possible(agent:many)<Doctors");
}

TEST(Arguments, NameThePersonOfAnApposition) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "met meet VERB Tense=Past|VerbForm=Fin 0 root\n"
      "activists activist NOUN Number=Plur 2 obj\n"
      "from from ADP _ 6 case\n"
      "the the DET _ 6 det\n"
      "party party NOUN Number=Sing 3 nmod\n"
      ", , PUNCT _ 8 punct\n"
      "Juma Juma PROPN _ 3 appos\n",
      {{"Juma", EntityKind::person}, {"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "meet/CONSULT/actual(agent:Asha patient:Juma)");
}

TEST(Arguments, KeepTheThingBeforeTheTownItStandsIn) {
  const std::vector<Name> names{{"Mombasa", EntityKind::place}};
  EXPECT_EQ(shown(frames_of("Police police NOUN _ 2 nsubj\n"
                            "raided raid VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "a a DET Definite=Ind 4 det\n"
                            "hotel hotel NOUN _ 2 obj\n"
                            "in in ADP _ 6 case\n"
                            "Mombasa Mombasa PROPN _ 4 nmod\n",
                            names, english())),
            "raid/COERCE/actual(agent:Police patient:hotel place:Mombasa)");
}

TEST(Arguments, GiveAPassiveItsAgentBehindTheThingItIsJoinedTo) {
  EXPECT_EQ(shown(frames_of("Wakulima mkulima NOUN NounClass=Bantu2 2 nsubj:pass\n"
                            "walipewa pewa VERB NounClass=Bantu2|Voice=Act|VerbForm=Fin 0 root\n"
                            "mbegu mbegu NOUN NounClass=Bantu9 2 obj\n"
                            "na na ADP _ 5 case\n"
                            "serikali serikali NOUN NounClass=Bantu9 3 conj\n")),
            "give/OTHER/actual(recipient:Wakulima agent:serikali patient:mbegu)");
}

TEST(Factuality, DeniesWhatNeitherAndNorJoin) {
  EXPECT_EQ(shown(frames_of("Neither neither CCONJ _ 2 cc:preconj\n"
                            "Asha Asha PROPN _ 5 nsubj\n"
                            "nor nor CCONJ _ 4 cc\n"
                            "Juma Juma PROPN _ 2 conj\n"
                            "left leave VERB Tense=Past|VerbForm=Fin 0 root\n",
                            {{"Asha", EntityKind::person}, {"Juma", EntityKind::person}}, english())),
            "leave/MOVE/negated(agent:Asha agent:Juma)");
  EXPECT_EQ(shown(frames_of("Nor nor CCONJ _ 4 cc\n"
                            "did do AUX Tense=Past|VerbForm=Fin 4 aux\n"
                            "Asha Asha PROPN _ 4 nsubj\n"
                            "leave leave VERB VerbForm=Inf 0 root\n",
                            {{"Asha", EntityKind::person}}, english())),
            "leave/MOVE/negated(agent:Asha)");
}

TEST(Arguments, KeepTheNounThatAConstructionRaises) {
  EXPECT_EQ(shown(frames_of("Serikali serikali NOUN NounClass=Bantu9 2 nsubj\n"
                            "iliongeza ongeza VERB NounClass=Bantu9|VerbForm=Fin|Tense=Past 0 root\n"
                            "kodi kodi NOUN NounClass=Bantu9 2 obj\n"
                            "ya ya ADP NounClass=Bantu9 5 case\n"
                            "mafuta mafuta NOUN NounClass=Bantu6 3 nmod\n")),
            "raise/OTHER/actual(agent:Serikali patient:kodi)");
}

TEST(Factuality, DeniesNothingByNotOnly) {
  EXPECT_EQ(shown(frames_of("Police police NOUN _ 4 nsubj\n"
                            "not not PART Polarity=Neg 4 advmod\n"
                            "only only ADV _ 4 advmod\n"
                            "arrested arrest VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "Asha Asha PROPN _ 4 obj\n",
                            {{"Asha", EntityKind::person}}, english())),
            "arrest/COERCE/actual(agent:Police patient:Asha)");
}

TEST(Arguments, TakeADistanceForNoTime) {
  EXPECT_EQ(shown(frames_of("Asha Asha PROPN _ 2 nsubj\n"
                            "resigned resign VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "hours hour NOUN Number=Plur 6 obl:unmarked\n"
                            "after after SCONJ _ 6 mark\n"
                            "Juma Juma PROPN _ 6 nsubj\n"
                            "left leave VERB Tense=Past|VerbForm=Fin 2 advcl\n",
                            {{"Asha", EntityKind::person}, {"Juma", EntityKind::person}}, english())),
            "resign/RETREAT/actual(agent:Asha) leave/MOVE/actual(agent:Juma)");
}

TEST(Arguments, TakeATimeBesideAnObjectForItsLength) {
  EXPECT_EQ(
      shown(frames_of("Mahakama mahakama NOUN NounClass=Bantu9 2 nsubj\n"
                      "ilimhukumu hukumu VERB NounClass=Bantu9|ObjNounClass=Bantu1|Tense=Past|VerbForm=Fin 0 root\n"
                      "Juma Juma PROPN _ 2 obj\n"
                      "miaka mwaka NOUN NounClass=Bantu4 2 obj\n"
                      "mitatu tatu NUM NounClass=Bantu4 4 nummod\n",
                      {{"Juma", EntityKind::person}})),
      "sentence/COERCE/actual(agent:Mahakama time:miaka patient:Juma)");
}

TEST(Arguments, TakeANounBehindAParticleForTheObject) {
  EXPECT_EQ(shown(frames_of("Unions union NOUN Number=Plur 2 nsubj\n"
                            "called call VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "off off ADP _ 2 compound:prt\n"
                            "the the DET _ 5 det\n"
                            "strike strike NOUN Number=Sing 2 obl\n",
                            {}, english())),
            "call off/REJECT/actual(agent:Unions patient:strike)");
}

TEST(Arguments, TakeABareNounForTheObjectThatThePrefixNames) {
  EXPECT_EQ(
      shown(frames_of("Polisi polisi NOUN NounClass=Bantu2 2 nsubj\n"
                      "walimpiga piga VERB "
                      "NounClass=Bantu2|ObjNounClass=Bantu1|ObjNumber=Sing|ObjPerson=3|Tense=Past|VerbForm=Fin 0 root\n"
                      "risasi risasi NOUN NounClass=Bantu9 2 obj\n"
                      "Idi Idi PROPN _ 2 obl\n",
                      {{"Idi", EntityKind::person}})),
      "shoot/ASSAULT/actual(agent:Polisi patient:Idi)");
}

TEST(Arguments, TakeAClassedAdverbInSubjectsPlaceForANoun) {
  EXPECT_EQ(shown(frames_of("Voi voi ADV NounClass=Bantu9|Number=Sing 2 nsubj:pass\n"
                            "inapendwa penda VERB NounClass=Bantu9|Tense=Pres|VerbForm=Fin|Voice=Pass 0 root\n"
                            "na na ADP _ 4 case\n"
                            "watalii mtalii NOUN NounClass=Bantu2 2 obl:agent\n")),
            "like/OTHER/actual(patient:Voi agent:watalii)");
}

TEST(Arguments, GiveAnObjectPrefixTheSubjectOfWhatIsAsked) {
  const Document document = frames_of(
      "Aliwataka taka VERB ObjNounClass=Bantu2|ObjNumber=Plur|ObjPerson=3|VerbForm=Fin 0 root\n"
      "wavuvi mvuvi NOUN NounClass=Bantu2|Number=Plur 3 nsubj\n"
      "waandamane andamana VERB Mood=Sub|NounClass=Bantu2|Number=Plur|Person=3|VerbForm=Fin 1 ccomp\n");
  EXPECT_EQ(shown(document),
            "want/REQUEST/actual(recipient:wavuvi content:waandamane) demonstrate/PROTEST/possible(agent:wavuvi)");
}

TEST(Arguments, TakeWhoWasSomethingForAnObject) {
  const Document document = frames_of(
      "Mahakama mahakama NOUN NounClass=Bantu9|Number=Sing 2 nsubj\n"
      "ilimhukumu hukumu VERB NounClass=Bantu9|ObjNounClass=Bantu1|ObjPerson=3|Person=3|VerbForm=Fin 0 root\n"
      "aliyekuwa wa AUX NounClass=Bantu1|RelNounClass=Bantu1|VerbForm=Fin 4 cop\n"
      "mhasibu mhasibu NOUN NounClass=Bantu1|Number=Sing 2 ccomp\n"
      "kifungo kifungo NOUN NounClass=Bantu7|Number=Sing 2 obj\n");
  EXPECT_EQ(shown(document), "sentence/COERCE/actual(agent:Mahakama patient:mhasibu topic:kifungo)");
}

TEST(Arguments, TakeALocativeBesideAnObjectPrefixForAPlace) {
  const Document document = frames_of(
      "Polisi polisi NOUN NounClass=Bantu2|Number=Plur 2 nsubj\n"
      "walimpeleka peleka VERB NounClass=Bantu2|ObjNounClass=Bantu1|ObjPerson=3|Person=3|VerbForm=Fin 0 root\n"
      "nyumbani nyumba NOUN Case=Loc|NounClass=Bantu9|Number=Sing 2 obj\n");
  EXPECT_EQ(shown(document), "take/MOVE/actual(agent:Polisi destination:nyumbani)");
}

TEST(Arguments, LeaveOutWhatSomethingIsCalled) {
  const Document document = frames_of(
      "Kundi kundi NOUN NounClass=Bantu5|Number=Sing 5 nsubj\n"
      "linalojulikana julikana VERB NounClass=Bantu5|RelNounClass=Bantu5|Person=3|VerbForm=Fin 1 acl:relcl\n"
      "kwa kwa ADP _ 4 case\n"
      "jina jina NOUN NounClass=Bantu5|Number=Sing 2 obl\n"
      "liliondoka ondoka VERB NounClass=Bantu5|Number=Sing|Person=3|VerbForm=Fin 0 root\n");
  EXPECT_EQ(shown(document).find("jina"), std::string::npos);
}

}  // namespace
}  // namespace habari
