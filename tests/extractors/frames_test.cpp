#include "frame_rows.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace habari {
namespace {

TEST(Frames, GiveCoordinatedSubjectsAndANamedPlace) {
  const Document document = frames_of(
      "Asha Asha PROPN _ 4 nsubj\n"
      "na na CCONJ _ 3 cc\n"
      "Juma Juma PROPN _ 1 conj\n"
      "wamekutana kutana VERB Aspect=Perf|VerbForm=Fin 0 root\n"
      "katika katika ADP _ 6 case\n"
      "mji mji NOUN _ 4 obl\n"
      "wa wa ADP _ 8 case\n"
      "Moshi Moshi PROPN _ 6 nmod\n",
      {{"Asha", EntityKind::person}, {"Juma", EntityKind::person}, {"Moshi", EntityKind::place}});
  EXPECT_EQ(shown(document), "meet/CONSULT/actual(agent:Asha agent:Juma place:Moshi)");
}

TEST(Frames, UndoThePassive) {
  const Document document = frames_of(
      "Wanakijiji mwanakijiji NOUN NounClass=Bantu2 2 nsubj:pass\n"
      "waliuawa ua VERB NounClass=Bantu2|Tense=Past|VerbForm=Fin|Voice=Pass 0 root\n"
      "na na ADP _ 4 case\n"
      "waasi mwasi NOUN _ 2 obl:agent\n");
  EXPECT_EQ(shown(document), "kill/ASSAULT/actual(patient:Wanakijiji agent:waasi)");
}

TEST(Frames, TakeNoPersonForATime) {
  const std::string rows =
      "Polisi polisi NOUN NounClass=Bantu2 2 nsubj\n"
      "walimkamata kamata VERB ObjNounClass=Bantu1|ObjPerson=3|Tense=Past|VerbForm=Fin 0 root\n"
      "Juma juma NOUN NounClass=Bantu5 2 obl:tmod\n";
  EXPECT_EQ(shown(frames_of(rows, {{"Juma", EntityKind::person}})), "arrest/COERCE/actual(agent:Polisi patient:Juma)");
  EXPECT_EQ(shown(frames_of(rows)), "arrest/COERCE/actual(agent:Polisi time:Juma)");
}

TEST(Frames, PutWhatIsSaidUnderItsSpeaker) {
  const Document document = frames_of(
      "Waziri waziri NOUN _ 2 nsubj\n"
      "alisema sema VERB Tense=Past|VerbForm=Fin 0 root\n"
      "kwamba kwamba SCONJ _ 5 mark\n"
      "serikali serikali NOUN _ 5 nsubj\n"
      "itajenga jenga VERB Tense=Fut|VerbForm=Fin 2 ccomp\n"
      "shule shule NOUN _ 5 obj\n");
  EXPECT_EQ(shown(document),
            "say/STATEMENT/actual(agent:Waziri content:itajenga) "
            "build/OTHER/planned(agent:serikali patient:shule)<Waziri");
}

TEST(Frames, LetAGoverningVerbOnlySetTheStanding) {
  const Document document = frames_of(
      "Viongozi kiongozi NOUN NounClass=Bantu2 2 nsubj\n"
      "wanatarajiwa tarajiwa VERB NounClass=Bantu2|Tense=Pres|VerbForm=Fin 0 root\n"
      "kukutana kutana VERB VerbForm=Inf 2 xcomp\n"
      "kesho kesho ADV _ 3 advmod\n",
      {{"kesho", EntityKind::time}});
  EXPECT_EQ(shown(document), "meet/CONSULT/planned(agent:Viongozi time:kesho)");
}

TEST(Frames, TakeALightVerbAndItsNounForOneEvent) {
  const Document document = frames_of(
      "Marais rais NOUN _ 2 nsubj\n"
      "watafanya fanya VERB Tense=Fut|VerbForm=Fin 0 root\n"
      "mazungumzo mazungumzo NOUN _ 2 obj\n"
      "kuhusu kuhusu ADP _ 5 case\n"
      "biashara biashara NOUN _ 3 nmod\n");
  EXPECT_EQ(shown(document), "talk/CONSULT/planned(agent:Marais topic:biashara)");
}

TEST(Frames, ShareTheSubjectWithAnAdverbialAndAPurposeClause) {
  const Document document = frames_of(
      "Akiwasili wasili VERB NounClass=Bantu1|Situative=Yes|VerbForm=Fin 4 advcl\n"
      "Arusha Arusha PROPN _ 1 obl\n"
      "Asha Asha PROPN _ 4 nsubj\n"
      "alihutubia hutubia VERB NounClass=Bantu1|Tense=Past|VerbForm=Fin 0 root\n"
      "mkutano mkutano NOUN _ 4 obj\n"
      "kutangaza tangaza VERB VerbForm=Inf 4 advcl\n"
      "mpango mpango NOUN _ 6 obj\n",
      {{"Arusha", EntityKind::place}, {"Asha", EntityKind::person}});
  EXPECT_EQ(shown(document),
            "arrive/MOVE/actual(agent:Asha destination:Arusha) address/STATEMENT/actual(agent:Asha patient:mkutano) "
            "announce/STATEMENT/planned(agent:Asha patient:mpango)");
}

TEST(Frames, GiveARelativeClauseItsNounBySubjectAgreement) {
  const Document document = frames_of(
      "Makombora kombora NOUN NounClass=Bantu6 0 root\n"
      "yanayoangamiza angamiza VERB NounClass=Bantu6|RelNounClass=Bantu6|VerbForm=Fin 1 acl:relcl\n"
      "vifaru kifaru NOUN NounClass=Bantu8 2 obj\n");
  EXPECT_EQ(shown(document), "destroy/ASSAULT/actual(agent:Makombora patient:vifaru)");
}

TEST(Frames, TakeTheWordOfWhoIsQuoted) {
  const Document document = frames_of(
      "Ndege ndege NOUN _ 2 nsubj\n"
      "ilianguka anguka VERB Tense=Past|VerbForm=Fin 0 root\n"
      "kwa kwa ADP _ 6 case\n"
      "mujibu mujibu NOUN _ 3 fixed\n"
      "wa wa ADP _ 3 fixed\n"
      "polisi polisi NOUN _ 2 obl\n");
  EXPECT_EQ(shown(document), "fall/OTHER/actual(agent:Ndege)<polisi");
}

TEST(Frames, KeepNegationAboveEveryOtherStanding) {
  const Document document = frames_of(
      "Serikali serikali NOUN _ 2 nsubj\n"
      "haitajenga jenga VERB Polarity=Neg|Tense=Fut|VerbForm=Fin 0 root\n"
      "shule shule NOUN _ 2 obj\n");
  EXPECT_EQ(shown(document), "build/OTHER/negated(agent:Serikali patient:shule)");
}

TEST(Frames, FollowWhoseWordItIsThroughAVerblessClause) {
  const Document document = frames_of(
      "Waziri waziri NOUN _ 2 nsubj\n"
      "alisema sema VERB Tense=Past|VerbForm=Fin 0 root\n"
      "kuna kuna VERB VerbForm=Fin 2 ccomp\n"
      "watu mtu NOUN NounClass=Bantu2 3 obj\n"
      "waliofariki fariki VERB NounClass=Bantu2|RelNounClass=Bantu2|VerbForm=Fin 4 acl:relcl\n");
  EXPECT_EQ(shown(document), "say/STATEMENT/actual(agent:Waziri) die/OTHER/actual(agent:watu)<Waziri");
}

TEST(Frames, LeaveOutAVerbThatOnlyDatesATime) {
  const Document document = frames_of(
      "Juma Juma PROPN _ 2 nsubj\n"
      "aliondoka ondoka VERB Tense=Past|VerbForm=Fin 0 root\n"
      "wiki wiki NOUN _ 2 obl:tmod\n"
      "iliyopita pita VERB VerbForm=Fin 3 acl:relcl\n",
      {{"Juma", EntityKind::person}});
  EXPECT_EQ(shown(document), "leave/MOVE/actual(agent:Juma time:wiki)");
}

TEST(Frames, LetANumberNounStandForWhatItCounts) {
  const Document document = frames_of(
      "Maelfu elfu NOUN _ 4 nsubj\n"
      "ya ya ADP _ 3 case\n"
      "watu mtu NOUN _ 1 nmod\n"
      "waliandamana andamana VERB Tense=Past|VerbForm=Fin 0 root\n");
  EXPECT_EQ(shown(document), "demonstrate/PROTEST/actual(agent:watu)");
}

TEST(Frames, GiveASpokenPronounItsSpeaker) {
  const Document document = frames_of(
      "Mary Mary PROPN Number=Sing 2 nsubj\n"
      "said say VERB Tense=Past|VerbForm=Fin 0 root\n"
      "she she PRON Gender=Fem|Number=Sing|Person=3|PronType=Prs 5 nsubj\n"
      "will will AUX VerbForm=Fin 5 aux\n"
      "build build VERB VerbForm=Inf 2 ccomp\n"
      "schools school NOUN Number=Plur 5 obj\n",
      {{"Mary", EntityKind::person}}, english());
  EXPECT_EQ(shown(document),
            "say/STATEMENT/actual(agent:Mary content:build) build/OTHER/planned(agent:Mary patient:schools)<Mary");
}

TEST(Frames, DoNotGiveAPluralPronounASingularSpeaker) {
  const Document document = frames_of(
      "Mary Mary PROPN Number=Sing 2 nsubj\n"
      "said say VERB Tense=Past|VerbForm=Fin 0 root\n"
      "they they PRON Number=Plur|Person=3|PronType=Prs 4 nsubj\n"
      "left leave VERB Tense=Past|VerbForm=Fin 2 ccomp\n",
      {{"Mary", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "say/STATEMENT/actual(agent:Mary content:left) leave/MOVE/actual()<Mary");
}

TEST(Frames, GiveNoRoleToAPhraseOfManner) {
  const std::string before =
      "Wanakijiji mwanakijiji NOUN NounClass=Bantu2 2 nsubj\n"
      "walilinda linda VERB NounClass=Bantu2|Tense=Past|VerbForm=Fin 0 root\n"
      "mto mto NOUN _ 2 obj\n"
      "kwa kwa ADP _ 5 case\n";
  EXPECT_EQ(shown(frames_of(before + "ujasiri ujasiri NOUN _ 2 obl\n")),
            "protect/OTHER/actual(agent:Wanakijiji patient:mto)");
  EXPECT_EQ(shown(frames_of(before + "mishale mshale NOUN _ 2 obl\n")),
            "protect/OTHER/actual(agent:Wanakijiji patient:mto instrument:mishale)");
}

TEST(Frames, LetATimeNounStandForTheTimesItCounts) {
  const Document document = frames_of(
      "Ziara ziara NOUN NounClass=Bantu9 2 nsubj\n"
      "ilidumu dumu VERB NounClass=Bantu9|Tense=Past|VerbForm=Fin 0 root\n"
      "kwa kwa ADP _ 4 case\n"
      "kipindi kipindi NOUN _ 2 obl\n"
      "cha cha ADP _ 6 case\n"
      "siku siku NOUN _ 4 nmod\n"
      "tatu tatu NUM _ 6 nummod\n");
  EXPECT_EQ(shown(document), "last/OTHER/actual(agent:Ziara time:siku)");
}

TEST(Frames, LetARelativeWithoutANounBeSomeone) {
  const Document document = frames_of(
      "Waliofika fika VERB NounClass=Bantu2|RelNounClass=Bantu2|Tense=Past|VerbForm=Fin 2 nsubj\n"
      "walishangaa shangaa VERB NounClass=Bantu2|Tense=Past|VerbForm=Fin 0 root\n");
  for (const Event& event : document.events) EXPECT_TRUE(event.args.empty()) << shown(document);
}

TEST(Frames, AgreeByTheGoverningVerbThatBearsTheRelative) {
  const Document document = frames_of(
      "Mradi mradi NOUN NounClass=Bantu3 0 root\n"
      "unaoweza weza VERB NounClass=Bantu3|RelNounClass=Bantu3|Tense=Pres|VerbForm=Fin 1 acl:relcl\n"
      "kusaidia saidia VERB VerbForm=Inf|Voice=Act 2 xcomp\n"
      "wakulima mkulima NOUN NounClass=Bantu2 3 obj\n");
  EXPECT_EQ(shown(document), "help/AID/possible(agent:Mradi patient:wakulima)");
}

TEST(Frames, KeepTheNounOfAConstructionThatAClauseIsAbout) {
  const Document document = frames_of(
      "Picha picha NOUN NounClass=Bantu10 4 nsubj\n"
      "zilizopigwa piga VERB NounClass=Bantu10|RelNounClass=Bantu10|Tense=Past|VerbForm=Fin|Voice=Pass 1 acl:relcl\n"
      "jana jana ADV _ 2 advmod\n"
      "zimepotea potea VERB Aspect=Perf|NounClass=Bantu10|VerbForm=Fin 0 root\n");
  EXPECT_EQ(shown(document).substr(0, shown(document).find(')')), "photograph/OTHER/actual(time:jana patient:Picha");
}

TEST(Frames, WantTheDeedRatherThanWhatItIsDoneTo) {
  const Document document = frames_of(
      "Wakazi mkazi NOUN NounClass=Bantu2 2 nsubj\n"
      "wanataka taka VERB NounClass=Bantu2|Tense=Pres|VerbForm=Fin 0 root\n"
      "bwawa bwawa NOUN NounClass=Bantu5 2 obj\n"
      "kubomolewa bomoa VERB VerbForm=Inf|Voice=Pass 2 xcomp\n");
  ASSERT_EQ(document.events.size(), 2u);
  for (const Argument& argument : document.events[0].args) EXPECT_NE(argument.role, Role::patient) << shown(document);
}

TEST(StandingRelations, DoNotGiveATitleTheNameOfAnother) {
  const Document document = frames_of(
      "Washirika mshirika NOUN _ 5 nsubj\n"
      "wa wa ADP _ 3 case\n"
      "jenerali jenerali NOUN _ 1 nmod\n"
      "Mushi Mushi PROPN _ 3 appos\n"
      "waliondoka ondoka VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Mushi", EntityKind::person}});
  ASSERT_EQ(document.events.size(), 1u);
  EXPECT_EQ(shown(document), "leave/MOVE/actual(agent:Washirika)");
}

TEST(Frames, GiveBarePassivesTheAgentBehindTheLast) {
  const auto thieves = [](const std::string& behind_first, const std::string& second) {
    return shown(
        frames_of("Thieves thief NOUN _ 3 nsubj:pass\n"
                  "were be AUX _ 3 aux:pass\n"
                  "arrested arrest VERB VerbForm=Part|Voice=Pass 0 root\n" +
                      behind_first + second +
                      "by by ADP _ 8 case\n"
                      "guards guard NOUN _ 6 obl:agent\n",
                  {}, english()));
  };
  const std::string and_beaten =
      "and and CCONJ _ 6 cc\n"
      "beaten beat VERB VerbForm=Part|Voice=Pass 3 conj\n";
  EXPECT_EQ(thieves(", , PUNCT _ 6 punct\n", and_beaten),
            "arrest/COERCE/actual(patient:Thieves agent:guards) beat/ASSAULT/actual(patient:Thieves agent:guards)");
  EXPECT_EQ(thieves("robbed rob VERB VerbForm=Part|Voice=Pass 3 conj\n", and_beaten),
            "arrest/COERCE/actual(patient:Thieves agent:guards) rob/COERCE/actual(patient:Thieves agent:guards) "
            "beat/ASSAULT/actual(patient:Thieves agent:guards)");
  EXPECT_EQ(thieves("there there ADV _ 3 advmod\n", and_beaten),
            "arrest/COERCE/actual(patient:Thieves) beat/ASSAULT/actual(patient:Thieves agent:guards)");
}

TEST(Frames, UndoAnEnglishPassiveUnderAModal) {
  const Document document = frames_of(
      "Troops troops NOUN Number=Plur 4 nsubj:pass\n"
      "may may AUX VerbForm=Fin 4 aux\n"
      "be be AUX VerbForm=Inf 4 aux:pass\n"
      "attacked attack VERB VerbForm=Part|Voice=Pass 0 root\n"
      "by by ADP _ 6 case\n"
      "rebels rebel NOUN Number=Plur 4 obl:agent\n",
      {}, english());
  EXPECT_EQ(shown(document), "attack/ASSAULT/possible(patient:Troops agent:rebels)");
}

TEST(Sources, GiveAPhraseBehindAConjunctionToTheClauseThatFollows) {
  EXPECT_EQ(shown(frames_of("Juma Juma PROPN _ 2 nsubj\n"
                            "learned learn VERB VerbForm=Fin 0 root\n"
                            "that that SCONJ _ 8 mark\n"
                            "according accord VERB _ 6 case\n"
                            "to to ADP _ 4 fixed\n"
                            "nurses nurse NOUN _ 2 obl\n"
                            "rebels rebel NOUN _ 8 nsubj\n"
                            "fled flee VERB VerbForm=Fin 2 ccomp\n",
                            {{"Juma", EntityKind::person}}, english())),
            "learn/STATEMENT/actual(agent:Juma content:fled) flee/MOVE/actual(agent:rebels)<nurses");
}

TEST(Sources, SpreadAPhraseInFrontOverCoordinatedClauses) {
  EXPECT_EQ(shown(frames_of("According accord VERB _ 3 case\n"
                            "to to ADP _ 1 fixed\n"
                            "nurses nurse NOUN _ 5 obl\n"
                            "rebels rebel NOUN _ 5 nsubj\n"
                            "came come VERB VerbForm=Fin 0 root\n"
                            "and and CCONJ _ 7 cc\n"
                            "fled flee VERB VerbForm=Fin 5 conj\n",
                            {}, english())),
            "come/MOVE/actual(agent:rebels)<nurses flee/MOVE/actual(agent:rebels)<nurses");
}

TEST(Sources, TakeASayingWithItsConjunctionForTheSpeaker) {
  EXPECT_EQ(shown(frames_of("As as SCONJ _ 3 mark\n"
                            "Juma Juma PROPN _ 3 nsubj\n"
                            "said say VERB VerbForm=Fin 6 advcl\n"
                            ", , PUNCT _ 3 punct\n"
                            "rebels rebel NOUN _ 6 nsubj\n"
                            "fled flee VERB VerbForm=Fin 0 root\n",
                            {{"Juma", EntityKind::person}}, english())),
            "say/STATEMENT/actual(agent:Juma content:fled) flee/MOVE/actual(agent:rebels)<Juma");
}

TEST(Sources, TakeWhoMakesTheClaimThatAClauseExplains) {
  EXPECT_EQ(shown(frames_of("Juma Juma PROPN _ 3 nmod:poss\n"
                            "'s 's PART _ 1 case\n"
                            "claim claim NOUN _ 7 nsubj\n"
                            "that that SCONJ _ 6 mark\n"
                            "rebels rebel NOUN _ 6 nsubj\n"
                            "fled flee VERB VerbForm=Fin 3 acl\n"
                            "spread spread VERB VerbForm=Fin 0 root\n",
                            {{"Juma", EntityKind::person}}, english())),
            "flee/MOVE/actual(agent:rebels)<Juma spread/OTHER/actual(agent:claim)");
}

TEST(Sources, TakeNoRequestForWhatSomebodySaid) {
  const auto asked = [](const std::string& rest) {
    return shown(frames_of("Juma Juma PROPN _ 2 nsubj\nasked ask VERB VerbForm=Fin 0 root\n" + rest,
                           {{"Juma", EntityKind::person}}, english()));
  };
  EXPECT_EQ(asked("who who PRON PronType=Int 4 nsubj\nfled flee VERB Tense=Past|VerbForm=Fin 2 ccomp\n"),
            "ask/STATEMENT/actual(agent:Juma content:fled) flee/MOVE/actual()<Juma");
  EXPECT_EQ(asked("nurses nurse NOUN Number=Plur 2 obj\nto to PART _ 5 mark\nflee flee VERB VerbForm=Inf 2 xcomp\n"),
            "ask/REQUEST/actual(agent:Juma recipient:nurses content:flee) flee/MOVE/possible(agent:nurses)");
}

TEST(Sources, TakeTheAgentOfAPassiveForTheSpeaker) {
  EXPECT_EQ(shown(frames_of("Juma Juma PROPN _ 3 nsubj:pass\n"
                            "was be AUX _ 3 aux:pass\n"
                            "accused accuse VERB VerbForm=Part|Voice=Pass 0 root\n"
                            "by by ADP _ 5 case\n"
                            "nurses nurse NOUN Number=Plur 3 obl:agent\n"
                            "of of SCONJ _ 7 mark\n"
                            "fleeing flee VERB VerbForm=Ger 3 advcl\n",
                            {{"Juma", EntityKind::person}}, english())),
            "accuse/ACCUSE/actual(patient:Juma agent:nurses content:fleeing) flee/MOVE/possible(agent:Juma)<nurses");
}

/// What is quoted hangs loosely from the saying's clause, as parsers often have it.
std::string quoted(const std::string& opening, const std::string& closing) {
  return shown(
      frames_of("Juma Juma PROPN _ 2 nsubj\n"
                "wrote write VERB VerbForm=Fin 0 root\n" +
                    opening + " " + opening + " PUNCT _ 5 punct\n" +
                    "rebels rebel NOUN _ 5 nsubj\n"
                    "fled flee VERB VerbForm=Fin 2 conj\n" +
                    closing + " " + closing + " PUNCT _ 5 punct\n",
                {{"Juma", EntityKind::person}}, english()));
}

TEST(Sources, TakeTheNearestSpeakerForWhatIsQuoted) {
  EXPECT_EQ(quoted("“", "”"), "write/STATEMENT/actual(agent:Juma) flee/MOVE/actual(agent:rebels)<Juma");
  EXPECT_EQ(quoted("“", "."), "write/STATEMENT/actual(agent:Juma) flee/MOVE/actual(agent:rebels)<Juma");
  EXPECT_EQ(quoted("(", ")"), "write/STATEMENT/actual(agent:Juma) flee/MOVE/actual(agent:rebels)");
}

TEST(StandingRelations, ReadATitleThatHangsFromItsName) {
  const Document document = frames_of(
      "Kenyan Kenyan ADJ _ 3 amod\n"
      "President president PROPN _ 3 nmod:desc\n"
      "Asha Asha PROPN _ 4 nsubj\n"
      "spoke speak VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Kenyan", EntityKind::group}, {"Asha", EntityKind::person}}, english());
  ASSERT_EQ(document.relations.size(), 1u);
  EXPECT_EQ(slice(document.article.text, document.relations[0].subject), "Asha");
  EXPECT_EQ(slice(document.article.text, document.relations[0].object), "Kenyan");
}

TEST(StandingRelations, ReadATitleWithItsOffice) {
  const Document document = frames_of(
      "Minister minister NOUN Number=Sing 4 nmod:desc\n"
      "of of ADP _ 3 case\n"
      "Education education PROPN _ 1 nmod\n"
      "Asha Asha PROPN _ 5 nsubj\n"
      "resigned resign VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Asha", EntityKind::person}}, english());
  EXPECT_EQ(shown(document), "resign/RETREAT/actual(agent:Asha)");
  ASSERT_EQ(document.relations.size(), 1u);
  EXPECT_EQ(slice(document.article.text, document.relations[0].relation), "Minister");
  EXPECT_EQ(slice(document.article.text, document.relations[0].object), "Education");
}

TEST(StandingRelations, TakeTheLabelOfTheLongestTitleThatIsListed) {
  const Document document = frames_of(
      "Waziri waziri NOUN _ 7 nsubj\n"
      "mkuu kuu ADJ _ 1 amod\n"
      "wa wa ADP _ 4 case\n"
      "Kenya Kenya PROPN _ 1 nmod\n"
      "Asha Asha PROPN _ 1 appos\n"
      ", , PUNCT _ 5 punct\n"
      "alisema sema VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Kenya", EntityKind::country}, {"Asha", EntityKind::person}});
  ASSERT_EQ(document.relations.size(), 1u);
  EXPECT_EQ(document.relations[0].label, "prime minister");
  EXPECT_EQ(slice(document.article.text, document.relations[0].relation), "Waziri");
}

TEST(StandingRelations, ReadATitleBeforeAName) {
  const Document document = frames_of(
      "Rais rais NOUN _ 5 nsubj\n"
      "wa wa ADP _ 3 case\n"
      "Kenya Kenya PROPN _ 1 nmod\n"
      "Asha Asha PROPN _ 1 appos\n"
      "alisema sema VERB Tense=Past|VerbForm=Fin 0 root\n",
      {{"Kenya", EntityKind::country}, {"Asha", EntityKind::person}});
  ASSERT_EQ(document.relations.size(), 1u);
  const StandingRelation& relation = document.relations[0];
  EXPECT_EQ(slice(document.article.text, relation.subject), "Asha");
  EXPECT_EQ(slice(document.article.text, relation.object), "Kenya");
  EXPECT_EQ(relation.label, "president");
  EXPECT_EQ(shown(document), "say/STATEMENT/actual(agent:Asha)");
}

TEST(Constructions, KeepTheNounWhereTheVerbHasItsPlainSense) {
  const Document document = frames_of(
      "Kenya Kenya PROPN _ 2 nsubj\n"
      "signed sign VERB Tense=Past|VerbForm=Fin 0 root\n"
      "an an DET _ 4 det\n"
      "agreement agreement NOUN _ 2 obj\n"
      "in in ADP _ 6 case\n"
      "Lusaka Lusaka PROPN _ 4 nmod\n",
      {{"Kenya", EntityKind::country}, {"Lusaka", EntityKind::place}}, english());
  EXPECT_EQ(shown(document), "sign/SUPPORT/actual(agent:Kenya patient:agreement place:Lusaka)");
}

TEST(Factuality, DeniesWhatNobodyDoesAndWhatHappensToNone) {
  EXPECT_EQ(shown(frames_of("Nobody nobody PRON PronType=Neg 2 nsubj\n"
                            "came come VERB Tense=Past|VerbForm=Fin 0 root\n",
                            {}, english())),
            "come/MOVE/negated()");
  EXPECT_EQ(shown(frames_of("Police police NOUN _ 2 nsubj\n"
                            "found find VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "no no DET PronType=Neg 4 det\n"
                            "guns gun NOUN Number=Plur 2 obj\n",
                            {}, english())),
            "find/OTHER/negated(agent:Police patient:guns)");
}

TEST(Clauses, TakeTheSubjectOfAnAdjective) {
  const Document document = frames_of(
      "Kenya Kenya PROPN _ 2 nsubj\n"
      "met meet VERB Tense=Past|VerbForm=Fin 0 root\n"
      "donors donor NOUN Number=Plur 2 obj\n"
      "and and CCONJ _ 6 cc\n"
      "is be AUX _ 6 cop\n"
      "ready ready ADJ _ 2 conj\n"
      "to to PART _ 8 mark\n"
      "pay pay VERB VerbForm=Inf 6 xcomp\n",
      {{"Kenya", EntityKind::country}}, english());
  ASSERT_EQ(document.events.size(), 2u);
  ASSERT_EQ(document.events[1].args.size(), 1u);
  EXPECT_EQ(document.events[1].args[0].entity, document.events[0].args[0].entity);
  EXPECT_EQ(slice(document.article.text, document.events[1].args[0].core), "Kenya");
}

TEST(Clauses, ReadTheDeedOfAHeadlineWithoutAVerb) {
  const std::string rows =
      "Mumba Mumba PROPN _ 0 root\n"
      "to to PART _ 3 mark\n"
      "visit visit VERB VerbForm=Inf 1 acl\n"
      "Tanga Tanga PROPN _ 3 obj\n";
  EXPECT_EQ(shown(frames_of(rows, {{"Mumba", EntityKind::person}, {"Tanga", EntityKind::place}}, english())),
            "visit/CONSULT/planned(agent:Mumba patient:Tanga)");
  EXPECT_EQ(shown(frames_of("A a DET _ 2 det\n"
                            "permit permit NOUN _ 0 root\n"
                            "to to PART _ 4 mark\n"
                            "visit visit VERB VerbForm=Inf 2 acl\n",
                            {}, english())),
            "");
}

TEST(Clauses, ReadAHeadlineWhoseDeedHangsFromTheLastNoun) {
  EXPECT_EQ(shown(frames_of("Rais rais NOUN _ 0 root\n"
                            "wa wa ADP _ 3 case\n"
                            "Kenya Kenya PROPN _ 1 nmod\n"
                            "kuzuru zuru VERB VerbForm=Inf 3 acl\n"
                            "Chad Chad PROPN _ 4 obj\n",
                            {{"Kenya", EntityKind::country}, {"Chad", EntityKind::country}})),
            "visit/CONSULT/planned(agent:Rais patient:Chad)");
}

TEST(Factuality, DeniesWhatIsToldOfNobody) {
  EXPECT_EQ(shown(frames_of(
                "Hakuna kuna VERB Polarity=Neg|VerbForm=Fin 0 root\n"
                "kundi kundi NOUN NounClass=Bantu5 1 obj\n"
                "lililofika fika VERB NounClass=Bantu5|RelNounClass=Bantu5|Tense=Past|VerbForm=Fin 2 acl:relcl\n")),
            "arrive/MOVE/negated(agent:kundi)");
}

TEST(Clauses, KeepActiveWhatHasItsOwnSubjectAndObject) {
  EXPECT_EQ(shown(frames_of("Soldiers soldier NOUN Number=Plur 2 nsubj\n"
                            "seized seize VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n"
                            "power power NOUN _ 2 obj\n",
                            {}, english())),
            "seize/COERCE/actual(agent:Soldiers patient:power)");
}

TEST(Clauses, TakeAHeadlinesParticipleForAPassive) {
  EXPECT_EQ(shown(frames_of("Mayor mayor NOUN Number=Sing 2 nsubj\n"
                            "arrested arrest VERB Tense=Past|VerbForm=Part|Voice=Pass 0 root\n"
                            "in in ADP _ 4 case\n"
                            "Voi Voi PROPN _ 2 obl\n",
                            {{"Voi", EntityKind::place}}, english())),
            "arrest/COERCE/actual(patient:Mayor place:Voi)");
}

TEST(Clauses, KnowNobodyBehindAnObjectPronoun) {
  EXPECT_EQ(shown(frames_of("Kenya Kenya PROPN _ 2 nsubj\n"
                            "asked ask VERB Tense=Past|VerbForm=Fin 0 root\n"
                            "him he PRON PronType=Prs 2 obj\n"
                            "to to PART _ 5 mark\n"
                            "leave leave VERB VerbForm=Inf 2 xcomp\n",
                            {{"Kenya", EntityKind::country}}, english())),
            "ask/REQUEST/actual(agent:Kenya content:leave) leave/MOVE/possible()");
}

TEST(StandingRelations, ReadTheCapitalOfAPossessor) {
  const Document document = frames_of(
      "the the DET _ 2 det\n"
      "island island NOUN _ 4 nmod:poss\n"
      "'s 's PART _ 2 case\n"
      "capital capital NOUN _ 0 root\n"
      ", , PUNCT _ 6 punct\n"
      "Moroni Moroni PROPN _ 4 appos\n",
      {{"Moroni", EntityKind::place}}, english());
  ASSERT_EQ(document.relations.size(), 1u);
  EXPECT_EQ(slice(document.article.text, document.relations[0].subject), "Moroni");
  EXPECT_EQ(slice(document.article.text, document.relations[0].object), "island");
}

TEST(StandingRelations, TakeNoObjectFromInsideAWord) {
  const Document document = frames_of(
      "pro-Kenya pro-Kenya ADJ _ 2 amod\n"
      "minister minister NOUN _ 4 nsubj\n"
      "Obi Obi PROPN _ 2 appos\n"
      "resigned resign VERB VerbForm=Fin 0 root\n",
      {{"Kenya", EntityKind::country}, {"Obi", EntityKind::person}}, english());
  EXPECT_TRUE(document.relations.empty());
}

}  // namespace
}  // namespace habari
