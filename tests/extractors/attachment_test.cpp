#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

TEST(Attachments, GiveAPassiveTheAgentThatAParserHungFromANumber) {
  const Document document = frames_of(
      "Kilimo Kilimo PROPN _ 3 nsubj:pass\n"
      "was be AUX _ 3 aux:pass\n"
      "fined fine VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n"
      "ten ten NUM _ 5 nummod\n"
      "euros euro NOUN Number=Plur 3 obj\n"
      "by by ADP _ 8 case\n"
      "the the DET _ 8 det\n"
      "regulator regulator NOUN _ 5 nmod\n"
      "for for SCONJ _ 10 mark\n"
      "dumping dump VERB VerbForm=Ger 8 acl\n"
      "waste waste NOUN _ 10 obj\n",
      {{"Kilimo", EntityKind::organization}}, english());
  EXPECT_EQ(
      shown(document),
      "fine/COERCE/actual(patient:Kilimo topic:euros agent:regulator) dump/OTHER/actual(agent:Kilimo patient:waste)");
}

TEST(Attachments, TakeWhatSomeoneIsAccusedOfFromTheVerb) {
  const Document document = frames_of(
      "Kenya Kenya PROPN _ 2 nsubj\n"
      "accused accuse VERB Tense=Past|VerbForm=Fin 0 root\n"
      "the the DET _ 4 det\n"
      "rebels rebel NOUN Number=Plur 2 obj\n"
      "of of SCONJ _ 6 mark\n"
      "looting loot VERB VerbForm=Ger 4 acl\n"
      "shops shop NOUN Number=Plur 6 obj\n",
      {{"Kenya", EntityKind::country}}, english());
  EXPECT_EQ(shown(document),
            "accuse/ACCUSE/actual(agent:Kenya patient:rebels content:looting) "
            "loot/COERCE/possible(agent:rebels patient:shops)<Kenya");
}

TEST(Attachments, ReadAPrepositionMadeWithANoun) {
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

TEST(Attachments, LetNoNameStandBeforeTheNumberOfAnotherNoun) {
  const Document document = frames_of(
      "Japan Japan PROPN _ 2 nsubj\n"
      "gave give VERB Tense=Past|VerbForm=Fin 0 root\n"
      "Kenya Kenya PROPN _ 5 compound\n"
      "ten ten NUM _ 5 nummod\n"
      "buses bus NOUN Number=Plur 2 obj\n",
      {{"Japan", EntityKind::country}, {"Kenya", EntityKind::country}}, english());
  EXPECT_EQ(shown(document), "give/OTHER/actual(agent:Japan recipient:Kenya patient:buses)");
}

TEST(Attachments, LeaveModifiersOfAnOpenNounAlone) {
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

TEST(Attachments, GiveAVerbOfTransferItsRecipient) {
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

TEST(Attachments, GiveDeedsTheDaysThatPersonsDoNotHave) {
  const auto with = [&](const std::string& verb, const std::string& head) {
    return shown(frames_of("Ana Ana PROPN _ 2 nsubj\n" + verb +
                               "Mary Mary PROPN _ 2 obj\n"
                               "on on ADP _ 5 case\n"
                               "Monday Monday PROPN _ " +
                               head +
                               "to to PART _ 7 mark\n"
                               "arrest arrest VERB VerbForm=Inf 2 advcl\n"
                               "Ben Ben PROPN _ 7 obj\n",
                           {{"Ana", EntityKind::person},
                            {"Mary", EntityKind::person},
                            {"Monday", EntityKind::time},
                            {"Ben", EntityKind::person}},
                           english()));
  };
  const std::string verb = "met meet VERB Tense=Past|VerbForm=Fin 0 root\n";
  const std::string expected =
      "meet/CONSULT/actual(agent:Ana patient:Mary time:Monday) arrest/COERCE/planned(agent:Ana patient:Ben)";
  EXPECT_EQ(with(verb, "2 obl\n"), expected);
  EXPECT_EQ(with(verb, "3 nmod\n"), expected);
  EXPECT_EQ(with(verb, "7 obl\n"), expected);
}

TEST(Attachments, TakeWhatHearersAreToldFromTheVerb) {
  const std::string expected =
      "tell/STATEMENT/actual(agent:Mary recipient:reporters content:arrested) "
      "arrest/COERCE/actual(agent:police patient:Ben)<Mary";
  for (const char* relation : {"2 ccomp", "3 acl:relcl"}) {
    EXPECT_EQ(shown(frames_of(std::string("Mary Mary PROPN _ 2 nsubj\n"
                                          "told tell VERB Tense=Past|VerbForm=Fin 0 root\n"
                                          "reporters reporter NOUN Number=Plur 2 iobj\n"
                                          "that that SCONJ _ 6 mark\n"
                                          "police police NOUN _ 6 nsubj\n"
                                          "arrested arrest VERB Tense=Past|VerbForm=Fin ") +
                                  relation + "\nBen Ben PROPN _ 6 obj\n",
                              {{"Mary", EntityKind::person}, {"Ben", EntityKind::person}}, english())),
              expected);
  }
}

TEST(Attachments, SayWhereItHappenedToPeopleNotKnownYet) {
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

TEST(Attachments, TakeABarePlaceFromThePeopleBeforeIt) {
  EXPECT_EQ(shown(frames_of("Dhoruba dhoruba NOUN _ 2 nsubj\n"
                            "yaua ua VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "watu mtu NOUN _ 2 obj\n"
                            "20 20 NUM _ 3 nummod\n"
                            "Chad Chad PROPN _ 3 appos\n",
                            {{"Chad", EntityKind::country}})),
            "kill/ASSAULT/actual(agent:Dhoruba patient:watu place:Chad)");
}

TEST(Attachments, HearWhoIsAskedBehindAPreposition) {
  EXPECT_EQ(shown(frames_of("Kenya Kenya PROPN _ 2 nsubj\n"
                            "called call VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "on on ADP _ 4 case\n"
                            "Chad Chad PROPN _ 2 obl\n"
                            "to to PART _ 6 mark\n"
                            "leave leave VERB VerbForm=Inf 2 advcl\n",
                            {{"Kenya", EntityKind::country}, {"Chad", EntityKind::country}}, english())),
            "call/REQUEST/actual(agent:Kenya recipient:Chad content:leave) leave/MOVE/possible(agent:Chad)");
}

TEST(Attachments, GiveATensedClauseTheSubjectBeforeIt) {
  EXPECT_EQ(shown(frames_of("Doctors doctor NOUN Number=Plur 2 nsubj\n"
                            "say say VERB Tense=Pres|VerbForm=Fin 0 root\n"
                            "fever fever NOUN _ 2 obj\n"
                            "is be AUX _ 5 aux\n"
                            "spreading spread VERB VerbForm=Ger 2 ccomp\n",
                            {}, english())),
            "say/STATEMENT/actual(agent:Doctors content:spreading) spread/OTHER/actual(agent:fever)<Doctors");
}

TEST(Attachments, DateWhatIsToldAndNotThePlaceBeforeTheDate) {
  EXPECT_EQ(shown(frames_of("Rain rain NOUN _ 2 nsubj\n"
                            "hit hit VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "Tanga Tanga PROPN _ 2 obj\n"
                            "on on ADP _ 5 case\n"
                            "Friday Friday PROPN _ 3 nmod\n",
                            {{"Tanga", EntityKind::place}, {"Friday", EntityKind::time}}, english())),
            "hit/ASSAULT/actual(agent:Rain patient:Tanga time:Friday)");
}

TEST(Attachments, CloseNoCircleWhereOnePrepositionEndsInAnother) {
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
  // The first preposition has its object; the second, whose words the first has taken in part, stays a noun.
  EXPECT_EQ(shown(document), "march/PROTEST/actual(agent:Miners cause:hands)");
}

}  // namespace
}  // namespace habari
