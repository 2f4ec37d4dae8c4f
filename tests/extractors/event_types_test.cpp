#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace habari {
namespace {

TEST(EventTypes, FollowTheObject) {
  const auto sent = [](const std::string& object, const std::string& lemma) {
    return shown(frames_of(
        "Kings king NOUN _ 2 nsubj\nsent send VERB VerbForm=Fin 0 root\n" + object + " " + lemma + " NOUN _ 2 obj\n",
        {}, english()));
  };
  EXPECT_EQ(sent("food", "food"), "send/AID/actual(agent:Kings patient:food)");
  EXPECT_EQ(sent("tanks", "tank"), "send/MOBILIZE/actual(agent:Kings patient:tanks)");
  EXPECT_EQ(sent("flowers", "flower"), "send/OTHER/actual(agent:Kings patient:flowers)");
}

TEST(EventTypes, GiveTheVerbTheSenseThatItHasWithItsObject) {
  const std::string rows = "Kings king NOUN _ 2 nsubj\nfired fire VERB VerbForm=Fin 0 root\n";
  EXPECT_EQ(shown(frames_of(rows + "ministers minister NOUN _ 2 obj\n", {}, english())),
            "dismiss/COERCE/actual(agent:Kings patient:ministers)");
  EXPECT_EQ(shown(frames_of(rows + "guns gun NOUN _ 2 obj\n", {}, english())),
            "fire/ASSAULT/actual(agent:Kings patient:guns)");
  EXPECT_EQ(shown(frames_of("Neema Neema PROPN _ 2 nsubj\n"
                            "alichezea chezea VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "Yanga Yanga PROPN _ 2 obj\n",
                            {{"Neema", EntityKind::person}, {"Yanga", EntityKind::organization}})),
            "play/OTHER/actual(agent:Neema patient:Yanga)");
}

TEST(EventTypes, LookBehindAHeadThatSaysLittle) {
  const std::string rows =
      "Kings king NOUN _ 2 nsubj\n"
      "sent send VERB VerbForm=Fin 0 root\n"
      "tons ton NOUN Number=Plur 2 obj\n"
      "of of ADP _ 5 case\n"
      "rice rice NOUN _ 3 nmod\n";
  EXPECT_EQ(shown(frames_of(rows, {}, english())), "send/AID/actual(agent:Kings patient:rice)");
}

TEST(EventTypes, NameTheRuleThatGaveThem) {
  const Document document = frames_of(
      "Kings king NOUN _ 2 nsubj\n"
      "eased ease VERB VerbForm=Fin 0 root\n"
      "curfews curfew NOUN Number=Plur 2 obj\n",
      {}, english());
  ASSERT_EQ(document.events.size(), 1u);
  EXPECT_EQ(document.events[0].type, EventType::concede);
  EXPECT_EQ(document.events[0].rule, "verb:ease+object:COERCE");
}

std::string promise(const std::string& modal, const std::string& verb, const std::string& subject = "they") {
  const bool pronoun = subject == "they";
  return shown(frames_of("Rebels rebel NOUN Number=Plur 2 nsubj\nsaid say VERB VerbForm=Fin 0 root\n" + subject + " " +
                             (pronoun ? "they PRON Number=Plur|Person=3|PronType=Prs" : subject + " NOUN _") +
                             " 5 nsubj\n" + modal + " " + modal + " AUX VerbForm=Fin 5 aux\n" + verb + " " + verb +
                             " VERB VerbForm=Inf 2 ccomp\n",
                         {}, english()));
}

TEST(EventTypes, TakeWhatASpeakerWillDoForAPromiseOrAThreat) {
  EXPECT_EQ(promise("will", "cooperate"),
            "say/AGREE/actual(agent:Rebels content:cooperate) cooperate/COOPERATE/planned(agent:Rebels)<Rebels");
  EXPECT_EQ(promise("will", "attack"),
            "say/THREATEN/actual(agent:Rebels content:attack) attack/ASSAULT/planned(agent:Rebels)<Rebels");
}

TEST(EventTypes, SeeWhatASpeakerIsWillingToDo) {
  EXPECT_EQ(shown(frames_of("Rebels rebel NOUN Number=Plur 2 nsubj\n"
                            "said say VERB VerbForm=Fin 0 root\n"
                            "they they PRON Number=Plur|Person=3|PronType=Prs 5 nsubj\n"
                            "are be AUX VerbForm=Fin 5 cop\n"
                            "willing willing ADJ _ 2 ccomp\n"
                            "to to PART _ 7 mark\n"
                            "withdraw withdraw VERB VerbForm=Inf 5 xcomp\n",
                            {}, english())),
            "say/AGREE/actual(agent:Rebels) withdraw/RETREAT/planned(agent:Rebels)<Rebels");
}

TEST(EventTypes, TakeWhatOthersMustDoForADemand) {
  EXPECT_EQ(promise("must", "resign", "king"),
            "say/REQUEST/actual(agent:Rebels content:resign) resign/RETREAT/planned(agent:king)<Rebels");
  EXPECT_EQ(promise("will", "resign", "king"),
            "say/STATEMENT/actual(agent:Rebels content:resign) resign/RETREAT/planned(agent:king)<Rebels");
}

TEST(EventTypes, FollowTheEventThatIsPrepared) {
  EXPECT_EQ(shown(frames_of("Troops troop NOUN _ 2 nsubj\n"
                            "prepared prepare VERB VerbForm=Fin 0 root\n"
                            "to to PART _ 4 mark\n"
                            "attack attack VERB VerbForm=Inf 2 xcomp\n",
                            {}, english())),
            "prepare/MOBILIZE/actual(agent:Troops content:attack) attack/ASSAULT/planned(agent:Troops)");
}

TEST(EventTypes, FollowWhoDoesIt) {
  const auto occupied = [](const std::string& who, const std::string& lemma) {
    return shown(frames_of(who + " " + lemma +
                               " NOUN Number=Plur 2 nsubj\noccupied occupy VERB VerbForm=Fin 0 root\n"
                               "squares square NOUN Number=Plur 2 obj\n",
                           {}, english()));
  };
  EXPECT_EQ(occupied("Protesters", "protester"), "occupy/PROTEST/actual(agent:Protesters patient:squares)");
  EXPECT_EQ(occupied("Soldiers", "soldier"), "occupy/COERCE/actual(agent:Soldiers patient:squares)");
}

TEST(EventTypes, FollowWhatAPrepositionGoverns) {
  const auto took = [](const std::string& where) {
    return shown(
        frames_of("Guards guard NOUN Number=Plur 2 nsubj\n"
                  "took take VERB VerbForm=Fin 0 root\n"
                  "Asha Asha PROPN _ 2 obj\n"
                  "to to ADP _ 5 case\n" +
                      where + " " + where + " NOUN Number=Sing 2 obl\n",
                  {{"Asha", EntityKind::person}}, english()));
  };
  EXPECT_EQ(took("jail"), "take/COERCE/actual(agent:Guards patient:Asha destination:jail)");
  EXPECT_EQ(took("school"), "take/OTHER/actual(agent:Guards patient:Asha destination:school)");
}

TEST(EventTypes, TellAWishForOneselfFromADemand) {
  const std::string wants = "Asha Asha PROPN _ 2 nsubj\nwants want VERB VerbForm=Fin 0 root\n";
  const std::vector<Name> names{{"Asha", EntityKind::person}, {"Juma", EntityKind::person}};
  EXPECT_EQ(
      shown(frames_of(wants + "to to PART _ 4 mark\nbuild build VERB VerbForm=Inf 2 xcomp\n", {names[0]}, english())),
      "want/OTHER/actual(agent:Asha content:build) build/OTHER/possible(agent:Asha)");
  EXPECT_EQ(
      shown(frames_of(wants + "Juma Juma PROPN _ 2 obj\nto to PART _ 5 mark\nbuild build VERB VerbForm=Inf 2 xcomp\n",
                      names, english())),
      "want/REQUEST/actual(agent:Asha patient:Juma content:build) build/OTHER/possible(agent:Juma)");
  EXPECT_EQ(shown(frames_of("Wakulima mkulima NOUN NounClass=Bantu2 2 nsubj\n"
                            "walidai dai VERB NounClass=Bantu2|Tense=Past|VerbForm=Fin 0 root\n"
                            "fidia fidia NOUN NounClass=Bantu9 2 obj\n")),
            "demand/REQUEST/actual(agent:Wakulima patient:fidia)");
}

TEST(EventTypes, FollowTheObjectInSwahili) {
  EXPECT_EQ(shown(frames_of("Benki benki NOUN NounClass=Bantu9 2 nsubj\n"
                            "ilipeleka peleka VERB NounClass=Bantu9|Tense=Past|VerbForm=Fin 0 root\n"
                            "viti kiti NOUN NounClass=Bantu8 2 obj\n")),
            "take/MOVE/actual(agent:Benki patient:viti)");
  EXPECT_EQ(shown(frames_of("Benki benki NOUN NounClass=Bantu9 2 nsubj\n"
                            "ilipeleka peleka VERB NounClass=Bantu9|Tense=Past|VerbForm=Fin 0 root\n"
                            "chakula chakula NOUN NounClass=Bantu7 2 obj\n")),
            "take/AID/actual(agent:Benki patient:chakula)");
  EXPECT_EQ(shown(frames_of("Mgomo mgomo NOUN NounClass=Bantu3 2 nsubj\n"
                            "ulifanyika fanyika VERB NounClass=Bantu3|Tense=Past|VerbForm=Fin 0 root\n")),
            "take place/PROTEST/actual(patient:Mgomo)");
}

}  // namespace
}  // namespace habari
