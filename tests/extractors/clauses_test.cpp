#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari {
namespace {

TEST(Contents, AreWhatSomeoneIsAccusedOf) {
  const Document document = frames_of(
      "Kenya Kenya PROPN _ 2 nsubj\n"
      "accused accuse VERB Tense=Past|VerbForm=Fin 0 root\n"
      "the the DET _ 4 det\n"
      "rebels rebel NOUN Number=Plur 2 obj\n"
      "of of SCONJ _ 6 mark\n"
      "looting loot VERB VerbForm=Ger 2 advcl\n"
      "shops shop NOUN Number=Plur 6 obj\n",
      {{"Kenya", EntityKind::country}}, english());
  EXPECT_EQ(shown(document),
            "accuse/ACCUSE/actual(agent:Kenya patient:rebels content:looting) "
            "loot/COERCE/possible(agent:rebels patient:shops)<Kenya");
}

TEST(Contents, AreAskedOfWhomAPrepositionNames) {
  EXPECT_EQ(shown(frames_of("Kenya Kenya PROPN _ 2 nsubj\n"
                            "called call VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "on on ADP _ 4 case\n"
                            "Chad Chad PROPN _ 2 obl\n"
                            "to to PART _ 6 mark\n"
                            "leave leave VERB VerbForm=Inf 2 advcl\n",
                            {{"Kenya", EntityKind::country}, {"Chad", EntityKind::country}}, english())),
            "call/REQUEST/actual(agent:Kenya recipient:Chad content:leave) leave/MOVE/possible(agent:Chad)");
}

TEST(Contents, AreAllThatIsSaid) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "said say VERB Tense=Past|VerbForm=Fin 0 root\n"
      "that that SCONJ _ 5 mark\n"
      "schools school NOUN Number=Plur 5 nsubj\n"
      "opened open VERB Tense=Past|VerbForm=Fin 2 ccomp\n"
      "and and CCONJ _ 9 cc\n"
      "that that SCONJ _ 9 mark\n"
      "rebels rebel NOUN Number=Plur 9 nsubj\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 5 conj\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document),
            "say/STATEMENT/actual(agent:Asha content:opened content:fled) open/OTHER/actual(agent:schools)<Asha "
            "flee/MOVE/actual(agent:rebels)<Asha");
}

TEST(Contents, AreWhatASpeechVerbIsSetInto) {
  const Document document = frames_of(
      "Rebels rebel NOUN Number=Plur 6 nsubj\n"
      ", , PUNCT _ 4 punct\n"
      "Asha Asha PROPN _ 4 nsubj\n"
      "says say VERB Tense=Pres|VerbForm=Fin 6 parataxis\n"
      ", , PUNCT _ 4 punct\n"
      "fled flee VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "say/STATEMENT/actual(agent:Asha content:fled) flee/MOVE/actual(agent:Rebels)<Asha");
}

TEST(Predicates, TakeAGoverningVerbOverACopulaForNoEvent) {
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

TEST(Predicates, TakeNoEventForAVerbThatOnlyGoesOn) {
  EXPECT_EQ(shown(frames_of("Asha Asha PROPN _ 2 nsubj\n"
                            "went go VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "on on ADV _ 2 advmod\n"
                            "to to PART _ 5 mark\n"
                            "win win VERB VerbForm=Inf 2 advcl\n",
                            {{"Asha", EntityKind::person}}, english())),
            "win/OTHER/actual(agent:Asha)");
}

TEST(Predicates, TakeAVerbWithItsNounForNoneWhereAPrepositionSetsItApart) {
  EXPECT_EQ(shown(frames_of("Police police NOUN _ 2 nsubj\n"
                            "took take VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "rebels rebel NOUN Number=Plur 2 obj\n"
                            "from from ADP _ 5 case\n"
                            "home home NOUN _ 2 obl\n",
                            {}, english())),
            "take/OTHER/actual(agent:Police patient:rebels origin:home)");
}

TEST(Contents, AreNoPurposeOfWhoMoves) {
  EXPECT_EQ(shown(frames_of("Guards guard NOUN Number=Plur 2 nsubj\n"
                            "came come VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "to to PART _ 4 mark\n"
                            "help help VERB VerbForm=Inf 2 xcomp\n",
                            {}, english())),
            "come/MOVE/actual(agent:Guards) help/AID/planned(agent:Guards)");
}

TEST(Predicates, TakeAParticipleInACompoundForNoEvent) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 2 nsubj\n"
      "opened open VERB Tense=Past|VerbForm=Fin 0 root\n"
      "waiting wait VERB VerbForm=Ger 4 compound\n"
      "houses house NOUN Number=Plur 2 obj\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "open/OTHER/actual(agent:Asha patient:houses)");
}

TEST(RelativeClauses, MissTheirObjectWhereNoPronounTellsIt) {
  EXPECT_EQ(shown(frames_of("Farmers farmer NOUN Number=Plur 4 nsubj\n"
                            "police police NOUN _ 3 nsubj\n"
                            "arrested arrest VERB Tense=Past|VerbForm=Fin 1 acl:relcl\n"
                            "fled flee VERB Tense=Past|VerbForm=Fin 0 root\n",
                            {}, english())),
            "arrest/COERCE/actual(agent:police patient:Farmers) flee/MOVE/actual(agent:Farmers)");
}

TEST(RelativeClauses, TellTheirObjectByAPronoun) {
  EXPECT_EQ(shown(frames_of("Farmers farmer NOUN Number=Plur 0 root\n"
                            "whom who PRON PronType=Rel 4 obj\n"
                            "police police NOUN _ 4 nsubj\n"
                            "arrested arrest VERB Tense=Past|VerbForm=Fin 1 acl:relcl\n"
                            "and and CCONJ _ 6 cc\n"
                            "jailed jail VERB Tense=Past|VerbForm=Fin 4 conj\n",
                            {}, english())),
            "arrest/COERCE/actual(agent:police patient:Farmers) jail/COERCE/actual(agent:police patient:Farmers)");
}

TEST(RelativeClauses, GiveTheirNounToTheInfinitiveThatMissesIt) {
  EXPECT_EQ(shown(frames_of("Houses house NOUN Number=Plur 0 root\n"
                            "Asha Asha PROPN _ 3 nsubj\n"
                            "wants want VERB Tense=Pres|VerbForm=Fin 1 acl:relcl\n"
                            "to to PART _ 5 mark\n"
                            "build build VERB VerbForm=Inf 3 xcomp\n",
                            {{"Asha", EntityKind::person}}, english())),
            "want/OTHER/actual(agent:Asha content:build) build/OTHER/possible(agent:Asha patient:Houses)");
}

TEST(RelativeClauses, TakeThePrepositionBeforeThePronounOrAtTheEnd) {
  const std::string fled = "fled flee VERB Tense=Past|VerbForm=Fin 1 acl:relcl\n";
  EXPECT_EQ(shown(frames_of("Towns town NOUN Number=Plur 0 root\n"
                            "from from ADP _ 3 case\n"
                            "which which PRON PronType=Rel 5 obl\n"
                            "farmers farmer NOUN Number=Plur 5 nsubj\n" +
                                fled,
                            {}, english())),
            "flee/MOVE/actual(agent:farmers origin:Towns)");
  EXPECT_EQ(shown(frames_of("Towns town NOUN Number=Plur 0 root\n"
                            "farmers farmer NOUN Number=Plur 3 nsubj\n" +
                                fled + "from from ADP _ 3 obl\n",
                            {}, english())),
            "flee/MOVE/actual(agent:farmers origin:Towns)");
}

TEST(RelativeClauses, AreAboutThePlaceBeforeThem) {
  EXPECT_EQ(shown(frames_of("Asha Asha PROPN _ 2 nsubj\n"
                            "praised praise VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "Tanga Tanga PROPN _ 2 obj\n"
                            ", , PUNCT _ 7 punct\n"
                            "where where ADV PronType=Rel 7 advmod\n"
                            "farmers farmer NOUN Number=Plur 7 nsubj\n"
                            "resigned resign VERB Tense=Past|VerbForm=Fin 2 advcl\n",
                            {{"Asha", EntityKind::person}, {"Tanga", EntityKind::place}}, english())),
            "praise/SUPPORT/actual(agent:Asha patient:Tanga) resign/RETREAT/actual(agent:farmers place:Tanga)");
}

TEST(RelativeClauses, TellWhereIfTheyHaveASubject) {
  EXPECT_EQ(shown(frames_of("Tanga Tanga PROPN _ 0 root\n"
                            "where where ADV PronType=Rel 4 advmod\n"
                            "rebels rebel NOUN Number=Plur 4 nsubj\n"
                            "killed kill VERB Tense=Past|VerbForm=Fin 1 acl:relcl\n"
                            "farmers farmer NOUN Number=Plur 4 obj\n",
                            {{"Tanga", EntityKind::place}}, english())),
            "kill/ASSAULT/actual(agent:rebels patient:farmers place:Tanga)");
}

TEST(Clauses, GiveNoOuterSubjectToTheClauseThatIsThePredicate) {
  EXPECT_EQ(shown(frames_of("Problems problem NOUN Number=Plur 5 nsubj:outer\n"
                            "are be AUX VerbForm=Fin 5 cop\n"
                            "that that SCONJ _ 5 mark\n"
                            "rebels rebel NOUN Number=Plur 5 nsubj\n"
                            "fled flee VERB Tense=Past|VerbForm=Fin 0 root\n",
                            {}, english())),
            "flee/MOVE/actual(agent:rebels)");
}

TEST(Contents, AreAllClausesThatASpeechVerbStandsBehind) {
  EXPECT_EQ(shown(frames_of("Rebels rebel NOUN Number=Plur 2 nsubj\n"
                            "came come VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "and and CCONJ _ 4 cc\n"
                            "fled flee VERB Tense=Past|VerbForm=Fin 2 conj\n"
                            ", , PUNCT _ 2 punct\n"
                            "Asha Asha PROPN _ 7 nsubj\n"
                            "said say VERB Tense=Past|VerbForm=Fin 2 parataxis\n",
                            {{"Asha", EntityKind::person}}, english())),
            "come/MOVE/actual(agent:Rebels)<Asha flee/MOVE/actual(agent:Rebels)<Asha "
            "say/STATEMENT/actual(agent:Asha content:came content:fled)");
}

TEST(Clauses, ShareTheSubjectOfAPredicateThatIsNoVerb) {
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

TEST(Clauses, SayWhomAPronounMeans) {
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

TEST(Clauses, SayNobodyWhomAPronounCannotMean) {
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

TEST(Clauses, TakeWhatHangsFromSomeoneForWhatTheVerbMakesThemDo) {
  EXPECT_EQ(shown(frames_of("Serikali serikali NOUN NounClass=Bantu9 2 nsubj\n"
                            "iliwazuia zuia VERB NounClass=Bantu9|VerbForm=Fin|Tense=Past 0 root\n"
                            "wavuvi mvuvi NOUN NounClass=Bantu2 2 obj\n"
                            "kuuza uza VERB VerbForm=Inf 3 acl\n"
                            "samaki samaki NOUN NounClass=Bantu9 4 obj\n")),
            "prevent/COERCE/actual(agent:Serikali patient:wavuvi content:kuuza) "
            "sell/COOPERATE/negated(agent:wavuvi patient:samaki)");
}

TEST(Subjects, OfALooseParticipleAreTheNounBeforeIt) {
  EXPECT_EQ(shown(frames_of("Rebels rebel NOUN Number=Plur 2 nsubj\n"
                            "attacked attack VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "the the DET _ 4 det\n"
                            "village village NOUN Number=Sing 2 obj\n"
                            ", , PUNCT _ 6 punct\n"
                            "burned burn VERB Tense=Past|VerbForm=Part|Voice=Pass 2 parataxis\n"
                            "by by ADP _ 8 case\n"
                            "soldiers soldier NOUN Number=Plur 6 obl:agent\n",
                            {}, english())),
            "attack/ASSAULT/actual(agent:Rebels patient:village) burn/COERCE/actual(patient:village agent:soldiers)");
}

TEST(Subjects, OfAnAdverbialParticipleAreThePersonBeforeItOnlyWhereHarmIsDone) {
  const auto freed = [](const std::string& participle) {
    return shown(
        frames_of("Kenya Kenya PROPN _ 2 nsubj\n"
                  "freed free VERB Tense=Past|VerbForm=Fin 0 root\n"
                  "Asha Asha PROPN _ 2 obj\n"
                  ", , PUNCT _ 5 punct\n" +
                      participle + " VERB Tense=Past|VerbForm=Part|Voice=Pass 2 advcl\n",
                  {{"Kenya", EntityKind::country}, {"Asha", EntityKind::person}}, english()));
  };
  EXPECT_EQ(freed("jailed jail"), "free/CONCEDE/actual(agent:Kenya patient:Asha) jail/COERCE/actual(patient:Asha)");
  EXPECT_EQ(freed("backed back"), "free/CONCEDE/actual(agent:Kenya patient:Asha) back/SUPPORT/actual(patient:Kenya)");
}

TEST(Subjects, OfAParticipleBehindAnAppositionAreThat) {
  EXPECT_EQ(shown(frames_of("Kenya Kenya PROPN _ 2 nsubj\n"
                            "freed free VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "the the DET _ 4 det\n"
                            "governor governor NOUN Number=Sing 2 obj\n"
                            ", , PUNCT _ 7 punct\n"
                            "a a DET _ 7 det\n"
                            "member member NOUN Number=Sing 4 appos\n"
                            "jailed jail VERB Tense=Past|VerbForm=Part|Voice=Pass 4 acl\n",
                            {{"Kenya", EntityKind::country}}, english())),
            "free/CONCEDE/actual(agent:Kenya patient:governor) jail/COERCE/actual(patient:member)");
}

TEST(Sources, AreTheSubjectsOfAnyVerbBehindAQuotation) {
  EXPECT_EQ(shown(frames_of("\" \" PUNCT _ 3 punct\n"
                            "Bandari bandari NOUN NounClass=Bantu9 3 nsubj:pass\n"
                            "itauzwa uza VERB NounClass=Bantu9|Tense=Fut|VerbForm=Fin|Voice=Pass 6 ccomp\n"
                            ", , PUNCT _ 3 punct\n"
                            "\" \" PUNCT _ 3 punct\n"
                            "alitania tania VERB NounClass=Bantu1|Tense=Past|VerbForm=Fin 0 root\n"
                            "Mwakyusa Mwakyusa PROPN _ 6 nsubj\n",
                            {{"Mwakyusa", EntityKind::person}})),
            "sell/COOPERATE/planned(patient:Bandari)<Mwakyusa joke/OTHER/actual(agent:Mwakyusa content:itauzwa)");
}

TEST(Contents, AreOfTheVerbWhereverTheTreeAttachesItsTopic) {
  const Document document = frames_of(
      "Kenya Kenya PROPN _ 2 nsubj\n"
      "accused accuse VERB Tense=Past|VerbForm=Fin 0 root\n"
      "rebels rebel NOUN Number=Plur 2 obj\n"
      "of of SCONJ _ 5 mark\n"
      "looting loot VERB VerbForm=Ger 3 acl\n"
      "shops shop NOUN Number=Plur 5 obj\n",
      {{"Kenya", EntityKind::country}}, english());
  EXPECT_NE(shown(document).find("content:looting"), std::string::npos) << shown(document);
  EXPECT_NE(shown(document).find("/possible(agent:rebels patient:shops)<Kenya"), std::string::npos) << shown(document);
}

TEST(Sources, BehindTheLastOfCoordinatedClausesHoldForAll) {
  const Document document = frames_of(
      "Raiders raider NOUN Number=Plur 2 nsubj\n"
      "came come VERB Mood=Ind|Tense=Past|VerbForm=Fin 0 root\n"
      "and and CCONJ _ 4 cc\n"
      "burned burn VERB Mood=Ind|Tense=Past|VerbForm=Fin 2 conj\n"
      "houses house NOUN Number=Plur 4 obj\n"
      ", , PUNCT _ 9 punct\n"
      "according accord VERB _ 9 case\n"
      "to to ADP _ 7 fixed\n"
      "Asha Asha PROPN _ 2 obl\n",
      {{"Asha", EntityKind::person}}, english());
  ASSERT_EQ(document.events.size(), 2u);
  for (const Event& event : document.events) EXPECT_TRUE(event.source.has_value()) << event.label;
}

TEST(Factualities, OfATensedReasonAreItsOwn) {
  const Document document = frames_of(
      "Fans fan NOUN Number=Plur 3 nsubj\n"
      "will will AUX VerbForm=Fin 3 aux\n"
      "play play VERB VerbForm=Inf 0 root\n"
      "since since SCONJ _ 7 mark\n"
      "Asha Asha PROPN _ 7 nsubj:pass\n"
      "was be AUX Mood=Ind|Tense=Past|VerbForm=Fin 7 aux:pass\n"
      "suspended suspend VERB Tense=Past|VerbForm=Part|Voice=Pass 3 advcl\n",
      {{"Asha", EntityKind::person}}, english());
  ASSERT_EQ(document.events.size(), 2u);
  EXPECT_EQ(document.events[1].factuality, Factuality::actual);
}

}  // namespace
}  // namespace habari
