#include "analysis/factory.hpp"
#include "frame_rows.hpp"

#include <sstream>

namespace habari {
namespace {

/// The frames of a Swahili tree, rows of `form UPOS head deprel`: lemmas and features are what the morphology gives.
std::string read(const std::string& rows, const std::vector<Name>& names = {}) {
  static const auto morphology = make_morphology("sw", DataDirectory(HABARI_DATA_DIR));
  std::string full;
  std::istringstream lines(rows);
  for (std::string form, upos, head, deprel; lines >> form >> upos >> head >> deprel;)
    full += form + " _ " + upos + " _ " + head + " " + deprel + "\n";
  NamedTree tree = read_tree(full, names);
  morphology->fill(tree.sentences);
  Document document;
  document.article.text = std::move(tree.text);
  document.entities = std::move(tree.mentions);
  extract_frames(swahili(), tree.sentences, document);
  return shown(document);
}

TEST(SwahiliFrames, TakesNoCopulaAndNoBeingThereForAnEvent) {
  EXPECT_EQ(read("Shamba NOUN 4 nsubj  ni AUX 4 cop  la ADP 4 case  mkulima NOUN 0 root"), "");
  EXPECT_EQ(read("Kuna VERB 0 root  samaki NOUN 1 obj  mtoni NOUN 1 obl"), "");
  EXPECT_EQ(read("Kulikuwa VERB 0 root  na ADP 3 case  samaki NOUN 1 obj"), "");
}

TEST(SwahiliFrames, TakesHavingForAnEvent) {
  EXPECT_EQ(read("Mkulima NOUN 2 nsubj  ana VERB 0 root  mashamba NOUN 2 obj"),
            "have/OTHER/actual(agent:Mkulima patient:mashamba)");
  EXPECT_EQ(read("Mkulima NOUN 2 nsubj  hakuwa VERB 0 root  na ADP 4 case  mashamba NOUN 2 obj"),
            "have/OTHER/negated(agent:Mkulima patient:mashamba)");
}

TEST(SwahiliFrames, DeniesWhatIsToldOfNobody) {
  EXPECT_EQ(read("Hakuna VERB 0 root  mwanafunzi NOUN 1 obj  aliyefika VERB 2 acl:relcl"),
            "arrive/MOVE/negated(agent:mwanafunzi)");
}

TEST(SwahiliFrames, LetsAGoverningVerbOnlySetTheStanding) {
  EXPECT_EQ(read("Kampuni NOUN 2 nsubj  inaweza VERB 0 root  kulipa VERB 2 xcomp"),
            "pay/OTHER/possible(agent:Kampuni)");
  EXPECT_EQ(read("Kampuni NOUN 2 nsubj  itahitajika VERB 0 root  kulipa VERB 2 xcomp"),
            "pay/OTHER/possible(agent:Kampuni)");
  EXPECT_EQ(read("Msaada NOUN 2 nsubj  unahitajika VERB 0 root"), "need/OTHER/actual(patient:Msaada)");
  EXPECT_EQ(read("Swali NOUN 2 nsubj  linapaswa VERB 0 root  kuwa VERB 2 xcomp"), "");
}

TEST(SwahiliFrames, GovernsBothOfCoordinatedInfinitives) {
  EXPECT_EQ(
      read("Walinzi NOUN 2 nsubj  wanaendelea VERB 0 root  kukamata VERB 2 xcomp  wezi NOUN 3 obj  na CCONJ 6 cc  "
           "kuwajeruhi VERB 3 conj"),
      "arrest/COERCE/actual(agent:Walinzi patient:wezi) wound/ASSAULT/actual(agent:Walinzi patient:wezi)");
}

TEST(SwahiliFrames, ReadsTenseAndNegationOfAuxiliaries) {
  EXPECT_EQ(read("Wageni NOUN 3 nsubj  walikuwa AUX 3 aux  wamefika VERB 0 root"), "arrive/MOVE/actual(agent:Wageni)");
  EXPECT_EQ(read("Wageni NOUN 3 nsubj  watakuwa AUX 3 aux  wamefika VERB 0 root"), "arrive/MOVE/planned(agent:Wageni)");
  EXPECT_EQ(read("Wageni NOUN 3 nsubj  hawakuwa AUX 3 aux  wamefika VERB 0 root"), "arrive/MOVE/negated(agent:Wageni)");
}

TEST(SwahiliFrames, ReadsALightVerbWithItsNounAndAFurtherObject) {
  const std::string support = "support/SUPPORT/actual(agent:Wazee patient:mwalimu)";
  EXPECT_EQ(read("Wazee NOUN 2 nsubj  waliunga VERB 0 root  mkono NOUN 2 obj  mwalimu NOUN 2 obj"), support);
  EXPECT_EQ(read("Wazee NOUN 2 nsubj  walimuunga VERB 0 root  mkono NOUN 2 obj  mwalimu NOUN 2 iobj"), support);
}

TEST(SwahiliFrames, LetsAConstructionSaySomethingOfItsNoun) {
  EXPECT_EQ(read("Bei NOUN 4 nsubj  ya ADP 3 case  sukari NOUN 1 nmod  imepanda VERB 0 root"),
            "rise/OTHER/actual(agent:Bei)");
  EXPECT_EQ(read("Bei NOUN 0 root  ya ADP 3 case  sukari NOUN 1 nmod  yapanda VERB 1 acl"),
            "rise/OTHER/actual(agent:Bei)");
  EXPECT_EQ(read("Picha NOUN 0 root  walizopiga VERB 1 acl:relcl"), "photograph/OTHER/actual(patient:Picha)");
}

TEST(SwahiliFrames, TakesABarePlaceBesideAnObjectForWhereItHappens) {
  EXPECT_EQ(read("Kampuni NOUN 2 nsubj  yaajiri VERB 0 root  vijana NOUN 2 obj  Voi PROPN 2 obj",
                 {{"Voi", EntityKind::place}}),
            "hire/OTHER/actual(agent:Kampuni place:Voi patient:vijana)");
}

TEST(SwahiliFrames, ReportsWhatAConstructionsNounAnnounces) {
  EXPECT_EQ(read("Jeshi NOUN 2 nsubj  lilitoa VERB 0 root  onyo NOUN 2 obj  kwamba SCONJ 6 mark  vita NOUN 6 nsubj  "
                 "vitaendelea VERB 3 acl"),
            "warn/THREATEN/actual(agent:Jeshi content:vitaendelea) continue/OTHER/planned(agent:vita)<Jeshi");
  // What a relative clause tells of the noun is no report.
  EXPECT_EQ(read("Jeshi NOUN 2 nsubj  lilitoa VERB 0 root  onyo NOUN 2 obj  lililoandikwa VERB 3 acl:relcl"),
            "warn/THREATEN/actual(agent:Jeshi) write/STATEMENT/actual(patient:onyo)");
}

TEST(SwahiliFrames, TakesANounThatNamesADeedForAnObjectUnlessTheVerbAsksForContent) {
  const std::string rows = " VERB 0 root  kuongezeka NOUN 2 obj  kwa ADP 5 case  bei NOUN 3 nmod";
  EXPECT_EQ(read("Takwimu NOUN 2 nsubj  zinaonyesha" + rows),
            "show/OTHER/actual(agent:Takwimu patient:kuongezeka) "
            "increase/OTHER/actual(agent:bei)");
  EXPECT_EQ(read("Takwimu NOUN 2 nsubj  zilieleza" + rows),
            "explain/STATEMENT/actual(agent:Takwimu content:kuongezeka) "
            "increase/OTHER/actual(agent:bei)<Takwimu");
}

TEST(SwahiliFrames, TakesAPhraseAtTheSentencesEndForWhoseWordTheReportIs) {
  const std::string report = "Waziri NOUN 2 nsubj  alisema VERB 0 root  kuwa SCONJ 4 mark  walifika VERB 2 ccomp  ";
  EXPECT_EQ(read(report + ", PUNCT 9 punct  kwa ADP 9 case  mujibu NOUN 6 fixed  wa ADP 6 fixed  polisi NOUN 4 obl"),
            "say/STATEMENT/actual(agent:Waziri content:walifika)<polisi arrive/MOVE/actual()<Waziri");
  EXPECT_EQ(read(report + "kwa ADP 8 case  mujibu NOUN 5 fixed  wa ADP 5 fixed  polisi NOUN 4 obl"),
            "say/STATEMENT/actual(agent:Waziri content:walifika) arrive/MOVE/actual()<polisi");
}

TEST(SwahiliFrames, TakesADeedBehindAPrepositionForWhatSomebodyIsAccusedOf) {
  EXPECT_EQ(read("Gavana NOUN 2 nsubj:pass  alituhumiwa VERB 0 root  na ADP 4 case  wakulima NOUN 2 obl:agent  kwa ADP "
                 "6 mark  "
                 "kuiba VERB 2 advcl  fedha NOUN 6 obj"),
            "accuse/ACCUSE/actual(patient:Gavana agent:wakulima content:kuiba) "
            "steal/OTHER/possible(agent:Gavana patient:fedha)<wakulima");
}

TEST(SwahiliFrames, GivesTwoObjectsTheirRoles) {
  EXPECT_EQ(read("Daktari NOUN 2 nsubj  aliwapa VERB 0 root  wagonjwa NOUN 2 iobj  dawa NOUN 2 obj"),
            "give/AID/actual(agent:Daktari recipient:wagonjwa patient:dawa)");
}

TEST(SwahiliFrames, SharesTheSubjectOfVerbsThatAgreeAlike) {
  EXPECT_EQ(read("Pomboo NOUN 2 nsubj  waliogelea VERB 0 root  , PUNCT 4 punct  walicheza VERB 2 conj"),
            "swim/OTHER/actual(agent:Pomboo) play/OTHER/actual(agent:Pomboo)");
}

TEST(SwahiliFrames, AgreesWithWhatIsCounted) {
  EXPECT_EQ(
      read("Maelfu NOUN 4 nsubj  ya ADP 3 case  wakulima NOUN 1 nmod  waliandamana VERB 0 root  wakiimba VERB 4 advcl"),
      "demonstrate/PROTEST/actual(agent:wakulima) sing/OTHER/actual(agent:wakulima)");
}

TEST(SwahiliFrames, GivesARelativeAboutItsObjectTheSubjectAbove) {
  EXPECT_EQ(read("Wakulima NOUN 2 nsubj  waliuza VERB 0 root  mazao NOUN 2 obj  waliyovuna VERB 3 acl:relcl"),
            "sell/COOPERATE/actual(agent:Wakulima patient:mazao) harvest/OTHER/actual(agent:Wakulima patient:mazao)");
  EXPECT_EQ(
      read(
          "Jeshi NOUN 2 nsubj  halikutaja VERB 0 root  askari NOUN 2 obj  ambao PRON 5 obj  lilituma VERB 3 acl:relcl"),
      "cite/STATEMENT/negated(agent:Jeshi patient:askari) deploy/MOBILIZE/actual(agent:Jeshi patient:askari)");
}

TEST(SwahiliFrames, ReadsARelativePronounAsTheNounAbove) {
  EXPECT_EQ(read("Mvuvi NOUN 4 nsubj  ambaye PRON 3 nsubj  alizama VERB 1 acl:relcl  alipatikana VERB 0 root"),
            "sink/OTHER/actual(agent:Mvuvi) find/OTHER/actual(patient:Mvuvi)");
}

TEST(SwahiliFrames, LetsARelativeWithoutANounBeSomeone) {
  EXPECT_EQ(read("Waliofika VERB 2 nsubj  walishangaa VERB 0 root"), "arrive/MOVE/actual() wonder/OTHER/actual()");
}

TEST(SwahiliFrames, LeavesOutWhatOnlyDatesOrCounts) {
  EXPECT_EQ(read("Mvuvi NOUN 2 nsubj  alizama VERB 0 root  wiki NOUN 2 obl:tmod  iliyopita VERB 3 acl:relcl"),
            "sink/OTHER/actual(agent:Mvuvi time:wiki)");
  EXPECT_EQ(read("Watu NOUN 4 nsubj  wapatao VERB 1 acl:relcl  40 NUM 2 obj  walifika VERB 0 root"),
            "arrive/MOVE/actual(agent:Watu)");
}

TEST(SwahiliFrames, LooksForTheSubjectInPredicatesThatAreNoVerbs) {
  EXPECT_EQ(
      read("Iwapo SCONJ 2 mark  atashinda VERB 6 advcl  , PUNCT 2 punct  mkulima NOUN 6 nsubj  atakuwa AUX 6 cop  "
           "diwani NOUN 0 root"),
      "win/OTHER/possible(agent:mkulima)");
  EXPECT_EQ(read("Hiki PRON 3 nsubj  ni AUX 3 cop  kitabu NOUN 0 root  kikieleza VERB 3 advcl  safari NOUN 4 obj"),
            "explain/STATEMENT/actual(agent:kitabu patient:safari)");
}

TEST(SwahiliFrames, UndoesThePassive) {
  EXPECT_EQ(read("Mkutano NOUN 2 nsubj:pass  ulivurugwa VERB 0 root  na ADP 4 case  vijana NOUN 2 obl:agent  "
                 "wakiimba VERB 2 advcl  nyimbo NOUN 5 obj"),
            "disrupt/OTHER/actual(patient:Mkutano agent:vijana) sing/OTHER/actual(agent:vijana patient:nyimbo)");
}

TEST(SwahiliFrames, FindsAParticipantWhereALabelIsOff) {
  EXPECT_EQ(read("Mkutano NOUN 2 nsubj  ulivurugwa VERB 0 root  na ADP 4 case  vijana NOUN 2 obl"),
            "disrupt/OTHER/actual(patient:Mkutano agent:vijana)");
  EXPECT_EQ(read("Vijana NOUN 2 nsubj  walikamatwa VERB 0 root  Jumatatu NOUN 2 obl", {{"Jumatatu", EntityKind::time}}),
            "arrest/COERCE/actual(patient:Vijana time:Jumatatu)");
  EXPECT_EQ(
      read("Vijana NOUN 2 nsubj  walikamatwa VERB 0 root  wakati ADP 5 case  wa ADP 3 fixed  maandamano NOUN 2 obl"),
      "arrest/COERCE/actual(patient:Vijana time:maandamano)");
}

TEST(SwahiliFrames, TakesATimeNounBeforeAGenitiveForAPreposition) {
  EXPECT_EQ(read("Vijana NOUN 2 nsubj:pass  walikamatwa VERB 0 root  wakati NOUN 2 obl:tmod  wa ADP 5 case  "
                 "maandamano NOUN 3 nmod"),
            "arrest/COERCE/actual(patient:Vijana time:maandamano)");
  EXPECT_EQ(read("Vijana NOUN 2 nsubj:pass  walikamatwa VERB 0 root  tangu ADP 4 case  wakati NOUN 2 obl:tmod  "
                 "wa ADP 6 case  vita NOUN 4 nmod"),
            "arrest/COERCE/actual(patient:Vijana time:vita)");
}

TEST(SwahiliFrames, TakesAVerbThatIsListedAsAPrepositionForNone) {
  EXPECT_EQ(read("Mlinzi NOUN 2 nsubj  alijikinga VERB 0 root  kwa ADP 4 mark  kutumia VERB 2 advcl  ngao NOUN 4 obj"),
            "protect/OTHER/actual(agent:Mlinzi instrument:ngao)");
}

TEST(SwahiliFrames, GivesTheObjectPrefixTheObjectOfTheVerbBefore) {
  EXPECT_EQ(
      read("Walinzi NOUN 2 nsubj  walimkamata VERB 0 root  mwizi NOUN 2 obj  na CCONJ 5 cc  kumjeruhi VERB 2 conj"),
      "arrest/COERCE/actual(agent:Walinzi patient:mwizi) wound/ASSAULT/actual(agent:Walinzi patient:mwizi)");
  EXPECT_EQ(read("Walinzi NOUN 2 nsubj  waliona VERB 0 root  nyumba NOUN 2 obj  na CCONJ 5 cc  kumjeruhi VERB 2 conj"),
            "see/OTHER/actual(agent:Walinzi patient:nyumba) wound/ASSAULT/actual(agent:Walinzi)");
}

TEST(SwahiliFrames, TakesAnInfinitiveThatIsANounForContent) {
  EXPECT_EQ(
      read("Waziri NOUN 2 nsubj  alitangaza VERB 0 root  kufunguliwa NOUN 2 obj  kwa ADP 5 case  shule NOUN 3 nmod"),
      "announce/STATEMENT/actual(agent:Waziri content:kufunguliwa) open/OTHER/actual(patient:shule)<Waziri");
}

TEST(SwahiliFrames, NamesEveryoneBehindATitle) {
  EXPECT_EQ(read("Marais NOUN 5 nsubj  Ali PROPN 1 appos  na CCONJ 4 cc  Asha PROPN 2 conj  walikutana VERB 0 root",
                 {{"Ali", EntityKind::person}, {"Asha", EntityKind::person}}),
            "meet/CONSULT/actual(agent:Ali agent:Asha)");
}

TEST(SwahiliFrames, TakesWhatStandsForItsNounForAParticipant) {
  EXPECT_EQ(read("Wengi PRON 2 nsubj  waliimba VERB 0 root"), "sing/OTHER/actual(agent:Wengi)");
  EXPECT_EQ(read("Vipofu NOUN 3 nsubj  hao DET 1 det  waliimba VERB 0 root"), "sing/OTHER/actual(agent:Vipofu)");
  EXPECT_EQ(read("Hao PRON 2 nsubj  waliimba VERB 0 root"), "sing/OTHER/actual()");
}

TEST(SwahiliFrames, TakesAnAdverbOfSeveralWordsForOne) {
  EXPECT_EQ(read("Wanaishi VERB 0 root  mjini NOUN 1 obl  hivi ADV 1 advmod  sasa ADV 3 fixed"),
            "live/OTHER/actual(place:mjini time:hivi sasa)");
}

TEST(SwahiliFrames, TakesWhatIsToldAsPastForDone) {
  EXPECT_EQ(read("Alisubiri VERB 0 root  hadi ADP 3 mark  walipoondoka VERB 1 advcl"),
            "wait/OTHER/actual() leave/MOVE/actual()");
  EXPECT_EQ(read("Walisubiri VERB 0 root  hadi ADP 3 mark  kuondoka VERB 1 advcl"),
            "wait/OTHER/actual() leave/MOVE/planned()");
  EXPECT_EQ(read("Rais NOUN 2 nsubj  awasili VERB 0 root"), "arrive/MOVE/actual(agent:Rais)");
}

TEST(SwahiliFrames, FindsTheSpeakerWhereverTheSayingStands) {
  const std::string said =
      "close/OTHER/planned(patient:Shule)<waziri say/STATEMENT/actual(agent:waziri content:zitafungwa)";
  EXPECT_EQ(read("Shule NOUN 2 nsubj:pass  zitafungwa VERB 4 ccomp  , PUNCT 2 punct  alisema VERB 0 root  waziri NOUN "
                 "4 nsubj"),
            said);
  EXPECT_EQ(read("Shule NOUN 2 nsubj:pass  zitafungwa VERB 0 root  , PUNCT 4 punct  alisema VERB 2 parataxis  "
                 "waziri NOUN 4 nsubj"),
            said);
}

TEST(SwahiliFrames, TakesAReportForItsOwnSource) {
  EXPECT_EQ(
      read("Zilienea VERB 0 root  taarifa NOUN 1 nsubj  kwamba SCONJ 5 mark  mvuvi NOUN 5 nsubj  alizama VERB 2 acl"),
      "spread/OTHER/actual(agent:taarifa) sink/OTHER/actual(agent:mvuvi)<taarifa");
}

TEST(SwahiliFrames, TakesNobodyWhoIsOnlySpokenOfForASource) {
  EXPECT_EQ(read("Mvuvi NOUN 2 nsubj  anasemekana VERB 0 root  kuondoka VERB 2 xcomp"),
            "say/STATEMENT/actual(patient:Mvuvi content:kuondoka) leave/MOVE/possible(agent:Mvuvi)");
}

}  // namespace
}  // namespace habari
