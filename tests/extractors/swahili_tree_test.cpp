#include "swahili_trees.hpp"

#include <random>

namespace habari {
namespace {

TEST(SwahiliTree, FindsSubjectObjectAndOblique) {
  expect({"Wakulima waliuza mahindi katika soko.",
          "Wakulima nsubj waliuza  waliuza root -  mahindi obj waliuza  soko obl waliuza  katika case soko  . punct "
          "waliuza"});
  expect({"Barua hiyo iliandikwa na mwalimu jana.",
          "Barua nsubj:pass iliandikwa  hiyo det Barua  mwalimu obl:agent iliandikwa  na case mwalimu  jana advmod "
          "iliandikwa"});
  expect({"Daktari aliwapa wagonjwa dawa.", "wagonjwa iobj aliwapa  dawa obj aliwapa"});
  // Where the prefix speaks of the people, what follows is given to them, whatever the dictionary says of the verb.
  expect({"Daktari aliwapelekea wagonjwa chakula.", "wagonjwa iobj aliwapelekea  chakula obj aliwapelekea"});
  expect({"Daktari aliwaona wagonjwa hospitali.", "wagonjwa obj aliwaona"});
  expect({"Mkutano ulifanyika Jumatatu mjini Tanga.",
          "Jumatatu obl:tmod ulifanyika  mjini obl ulifanyika  Tanga nmod mjini"});
}

TEST(SwahiliTree, SkipsANounThatDoesNotAgree) {
  expect({"Kiongozi wa vyama hivyo alijiuzulu.", "Kiongozi nsubj alijiuzulu  vyama nmod Kiongozi  wa case vyama"});
  expect({"Jumanne polisi walifunga barabara.",
          "Jumanne obl:tmod walifunga  polisi nsubj walifunga  barabara obj walifunga"});
}

TEST(SwahiliTree, ChainsConnectivesByClass) {
  expect({"Mashirika ya habari ya nchi hiyo yalinyamaza.",
          "habari nmod Mashirika  nchi nmod habari  hiyo det nchi  Mashirika nsubj yalinyamaza"});
  expect({"Viwanda vya sukari vya Kenya vilifungwa.",
          "sukari nmod Viwanda  Kenya nmod Viwanda  Viwanda nsubj:pass vilifungwa"});
  expect({"Alipongeza kazi ya walimu ya kufundisha watoto.",
          "walimu nmod kazi  kufundisha acl kazi  watoto obj kufundisha"});
}

TEST(SwahiliTree, TellsAndFromWithAndBy) {
  expect({"Mwalimu na mwanafunzi walisafiri.", "mwanafunzi conj Mwalimu  na cc mwanafunzi  Mwalimu nsubj walisafiri"});
  expect({"Waziri alikutana na madaktari.", "madaktari obl alikutana  na case madaktari"});
  expect({"Nyumba zilichomwa na waasi.", "waasi obl:agent zilichomwa"});
  expect({"Polisi walikamata vijana na wazee waliondoka.",
          "vijana obj walikamata  wazee nsubj waliondoka  waliondoka conj walikamata  na cc waliondoka"});
  expect({"Alinunua mchele, sukari na chumvi.", "mchele obj Alinunua  sukari conj mchele  chumvi conj mchele"});
}

TEST(SwahiliTree, NamesFollowTheirTitles) {
  expect({"Rais wa Kenya William Ruto aliwasili.",
          "Rais nsubj aliwasili  Kenya nmod Rais  William appos Rais  Ruto flat William"});
  expect({"Waziri Amina Juma alijiuzulu.", "Waziri nsubj alijiuzulu"});
  expect(
      {"Kiongozi wa Korea Kusini Yoon Suk amewasili.", "Korea nmod Kiongozi  Kusini flat Korea  Yoon appos Kiongozi"});
  expect({"Fatma Karume, wakili wa chama hicho, alishinda.",
          "wakili appos Fatma  chama nmod wakili  Fatma nsubj alishinda"});
}

TEST(SwahiliTree, HangsRelativeClausesOnTheNounTheyAgreeWith) {
  expect(
      {"Mwandishi aliyekamatwa jana ameachiwa.", "aliyekamatwa acl:relcl Mwandishi  Mwandishi nsubj:pass ameachiwa"});
  expect({"Walisoma barua iliyotumwa na wakili.", "iliyotumwa acl:relcl barua  wakili obl:agent iliyotumwa"});
  expect({"Barua aliyoiandika waziri ilipotea.",
          "aliyoiandika acl:relcl Barua  waziri nsubj aliyoiandika  Barua nsubj ilipotea"});
  expect({"Wazee ambao walihama wamerudi.", "walihama acl:relcl Wazee  ambao nsubj walihama  Wazee nsubj wamerudi"});
  expect(
      {"Kijiji ambacho waasi walikichoma kimejengwa upya.",
       "walikichoma acl:relcl Kijiji  waasi nsubj walikichoma  ambacho obj walikichoma  Kijiji nsubj:pass kimejengwa"});
}

TEST(SwahiliTree, HangsWhatIsSaidOnTheVerbOfSaying) {
  expect({"Msemaji alisema kwamba shule zitafungwa.",
          "zitafungwa ccomp alisema  kwamba mark zitafungwa  shule nsubj:pass zitafungwa"});
  expect({"Msemaji alisema shule zitafungwa.", "zitafungwa ccomp alisema  shule nsubj:pass zitafungwa"});
  expect({"Shule zitafungwa, wizara ya elimu ilitangaza jana.",
          "ilitangaza root -  zitafungwa ccomp ilitangaza  wizara nsubj ilitangaza  jana advmod ilitangaza"});
  expect({"\"Shule zitafungwa,\" alisema waziri.", "alisema root -  zitafungwa ccomp alisema  waziri nsubj alisema"});
}

TEST(SwahiliTree, HangsInfinitivesOnTheVerbBefore) {
  expect({"Wabunge wanatarajiwa kupiga kura.", "wanatarajiwa root -  kupiga xcomp wanatarajiwa  kura obj kupiga"});
  expect({"Serikali iliwaagiza wakimbizi kurudi nyumbani.",
          "wakimbizi obj iliwaagiza  kurudi xcomp iliwaagiza  nyumbani obl kurudi"});
  expect({"Alifika ili kutoa msaada.", "kutoa advcl Alifika  ili mark kutoa"});
  expect({"Alijeruhiwa baada ya kuanguka.", "kuanguka advcl Alijeruhiwa  baada mark kuanguka  ya fixed baada"});
  expect({"Waliondoka baada ya polisi kuvamia nyumba.",
          "kuvamia advcl Waliondoka  polisi nsubj kuvamia  nyumba obj kuvamia"});
}

TEST(SwahiliTree, PutsAuxiliariesUnderTheirVerb) {
  expect({"Mvua inaweza kunyesha.", "kunyesha root -  inaweza aux kunyesha  Mvua nsubj kunyesha"});
  expect({"Waziri alikuwa amesafiri.", "amesafiri root -  alikuwa aux amesafiri  Waziri nsubj amesafiri"});
  expect({"Mashirika yamekuwa yakisaidia wakimbizi.",
          "yakisaidia root -  yamekuwa aux yakisaidia  wakimbizi obj yakisaidia"});
}

TEST(SwahiliTree, PutsCopulasUnderTheirPredicate) {
  expect({"Dodoma ni mji mkuu wa Tanzania.",
          "mji root -  ni cop mji  Dodoma nsubj mji  mkuu amod mji  Tanzania nmod mji"});
  expect({"Kuna uhaba wa maji.", "uhaba root -  Kuna cop uhaba  maji nmod uhaba"});
  expect({"Mji huo ulikuwa na wakazi wengi.", "wakazi root -  ulikuwa cop wakazi  na case wakazi  Mji nsubj wakazi"});
  expect({"Kampuni ina wafanyakazi wengi.", "ina root -  wafanyakazi obj ina  Kampuni nsubj ina"});
}

TEST(SwahiliTree, HangsAdverbialClausesOnTheMainVerb) {
  expect({"Akihutubia bunge, waziri alionya wafanyabiashara.",
          "alionya root -  Akihutubia advcl alionya  bunge obj Akihutubia  waziri nsubj alionya"});
  expect({"Watu walikimbia wakati jengo lilipoanguka.",
          "lilipoanguka advcl walikimbia  wakati mark lilipoanguka  jengo nsubj lilipoanguka"});
  expect({"Ikiwa mvua itanyesha, mkutano utaahirishwa.",
          "utaahirishwa root -  itanyesha advcl utaahirishwa  Ikiwa mark itanyesha  mkutano nsubj:pass utaahirishwa"});
}

TEST(SwahiliTree, SharesSubjectsAcrossCoordinatedVerbs) {
  expect({"Waasi walivamia kijiji na kuchoma nyumba.", "kuchoma conj walivamia  na cc kuchoma  nyumba obj kuchoma"});
  expect({"Rais alilaani shambulizi lakini hakutaja waasi.", "hakutaja conj alilaani  lakini cc hakutaja"});
  expect({"Alifika na akazungumza.", "akazungumza conj Alifika"});
}

TEST(SwahiliTree, TakesFrontedAdverbials) {
  expect({"Katika hotuba hiyo, rais alitangaza uchaguzi.", "hotuba obl alitangaza  rais nsubj alitangaza"});
  expect({"Nchini Uganda watu wanne waliuawa.",
          "Nchini obl waliuawa  Uganda nmod Nchini  watu nsubj:pass waliuawa  wanne nummod watu"});
  expect({"Goma, Mei 3, 2021: Rais akikagua gwaride.", "Rais nsubj akikagua  Goma obl akikagua  gwaride obj akikagua"});
}

TEST(SwahiliTree, JoinsPrepositionsOfSeveralWords) {
  expect({"Kwa mujibu wa wizara, hali ni nzuri.", "wizara obl nzuri  Kwa case wizara  mujibu fixed Kwa  wa fixed Kwa"});
  expect({"Barabara ilifungwa kwa sababu ya mafuriko.", "mafuriko obl ilifungwa  kwa case mafuriko"});
  expect({"Waliishi kaskazini mwa mji.", "mji obl Waliishi  kaskazini case mji  mwa fixed kaskazini"});
}

TEST(SwahiliTree, ReadsNumbersAndMeasures) {
  expect({"Takriban watu 40 walijeruhiwa.", "watu nsubj:pass walijeruhiwa  40 nummod watu  Takriban advmod 40"});
  expect({"Alizaliwa mwaka 1962.", "mwaka obl:tmod Alizaliwa  1962 nummod mwaka"});
  expect({"Alifariki wiki iliyopita.", "wiki obl:tmod Alifariki  iliyopita acl:relcl wiki"});
}

TEST(SwahiliTree, CountsWithMeasuresThatLeaveThePhraseItsPlace) {
  expect({"Zaidi ya watu 300 walihama.", "watu nsubj walihama  Zaidi advmod 300  ya fixed Zaidi"});
  expect({"Kampuni italipa zaidi ya shilingi za Kenya milioni 20.", "shilingi obj italipa"});
  expect({"Walitembea zaidi ya mito.", "mito obl Walitembea  zaidi case mito"});
}

TEST(SwahiliTree, GivesThePersonWhatIsGiven) {
  expect({"Kocha alimpa mpira Zawadi Lema.", "mpira obj alimpa  Zawadi iobj alimpa  Lema flat Zawadi"});
}

TEST(SwahiliTree, TakesNamesForNounsOrAdverbsOnlyWhereNothingElseFits) {
  expect({"Shule zitafungwa, Kimaro aliwaambia walimu.", "Kimaro nsubj aliwaambia"});
  expect({"Wakulima wa kijiji hicho walikutana na shirika la Haki Elimu.", "Haki nmod shirika  Elimu flat Haki"});
  expect({"Baadaye Wizara ya Elimu ilijibu.", "Wizara nsubj ilijibu  Elimu nmod Wizara"});
  expect({"Katika mkutano, Amina Tembo alishinda.", "Amina nsubj alishinda  Tembo flat Amina"});
}

TEST(SwahiliTree, FindsTheAgentBehindAdverbs) {
  expect({"Jengo lilibomolewa haraka sana na wanajeshi.", "wanajeshi obl:agent lilibomolewa"});
}

TEST(SwahiliTree, DescribesAPersonByAListOfNouns) {
  expect({"Neema Mushi, mkulima na mwalimu, alishinda.",
          "mkulima appos Neema  mwalimu conj mkulima  Neema nsubj alishinda"});
}

TEST(SwahiliTree, TakesUpARelativePronounByTheObjectPrefix) {
  expect({"Watoto ambao walimu wanawafundisha wamefaulu.", "ambao obj wanawafundisha  walimu nsubj wanawafundisha"});
  expect({"Wazee ambao tunawaheshimu wamefika.", "ambao obj tunawaheshimu"});
}

TEST(SwahiliTree, ReadsARelativeWithoutItsGlide) {
  expect({"Alifariki wiki iliopita.", "wiki obl:tmod Alifariki  iliopita acl:relcl wiki"});
}

TEST(SwahiliTree, LeavesATimeThatIsSetApartToTheMainClause) {
  expect({"Ili kushinda, usiku wa Jumapili vijana walifanya mazoezi.",
          "usiku obl:tmod walifanya  vijana nsubj walifanya  kushinda advcl walifanya"});
}

TEST(SwahiliTree, HangsWhatIsSetApartOnTheThingRatherThanTheTime) {
  expect({"Walisaini makubaliano siku ya Jumatatu, ya kujenga daraja.", "kujenga acl makubaliano"});
}

TEST(SwahiliTree, TakesAnInfinitiveWithItsSubjectForANoun) {
  expect({"Wakulima waliathirika kutokana na kupungua kwa mvua.",
          "kupungua obl waliathirika  kutokana case kupungua  mvua nmod kupungua"});
  expect({"Kuongezeka kwa bei kulisababisha maandamano.", "Kuongezeka nsubj kulisababisha  bei nmod Kuongezeka"});
  expect({"Waliondoka baada ya kuzungumza kwa simu.", "kuzungumza advcl Waliondoka  simu obl kuzungumza"});
}

TEST(SwahiliTree, HangsWhatIsSeenAndHowOnTheVerb) {
  expect({"Wavuvi waliona mashua zikizama.", "mashua obj waliona  zikizama xcomp waliona"});
  expect({"Waziri alieleza jinsi watoto walivyofika.", "walivyofika ccomp alieleza  jinsi advmod walivyofika"});
}

TEST(SwahiliTree, ReadsAnInfinitiveBeforeAFutureOfPlace) {
  expect({"Walijaribu kutatua mgogoro.", "kutatua xcomp Walijaribu  mgogoro obj kutatua"});
}

TEST(SwahiliTree, TakesATimeForTheObjectOfAVerbThatCelebrates) {
  expect({"Wanafunzi walisherehekea Krismasi.", "Krismasi obj walisherehekea"});
  expect({"Wanafunzi waliondoka Jumatatu.", "Jumatatu obl:tmod waliondoka"});
}

TEST(SwahiliTree, FindsTheAntecedentThatAgreesWithTheVerbToo) {
  expect({"Aliwasamehe wafungwa wa kambi ya mtandaoni, ambao walikuwa wanalia.", "wanalia acl:relcl wafungwa"});
  expect({"Waliogopa wimbi la vurugu za kikabila ambalo liliibuka jana.", "liliibuka acl:relcl wimbi"});
}

TEST(SwahiliTree, PrefersTheNounThatSubjectAndRelativeBothMean) {
  expect({"Waliripoti maambukizi ya homa yaliyoenea mjini.", "yaliyoenea acl:relcl maambukizi"});
  expect({"Waliogopa vita vya wenyewe kwa wenyewe vilivyoanza jana.",
          "vilivyoanza acl:relcl vita  wenyewe/2 nmod wenyewe"});
}

TEST(SwahiliTree, HangsKwaOnThePlaceBeforeIt) {
  expect({"Alizikwa nyumbani kwa waziri.", "nyumbani obl Alizikwa  waziri nmod nyumbani"});
}

TEST(SwahiliTree, CountsLaterFromATime) {
  expect({"Mkutano ulianza siku mbili baadaye.", "siku obl:tmod ulianza  baadaye advmod siku"});
}

TEST(SwahiliTree, JoinsWhatIsToldToTheVerbWhereNobodySpeaks) {
  expect({"Walitumia pikipiki, na kwamba walijificha msituni.", "walijificha conj Walitumia"});
}

TEST(SwahiliTree, TakesTwoNounsForOnePerson) {
  expect({"Alitoa zawadi kwa rais wa kwanza mwanamke wa nchi hiyo.", "mwanamke compound rais  nchi nmod mwanamke"});
}

TEST(SwahiliTree, AgreesWithWhatIsCounted) {
  expect({"Baadhi ya wavuvi walihama jana.", "Baadhi nsubj walihama  wavuvi nmod Baadhi"});
}

TEST(SwahiliTree, LetsANameStandForMany) {
  expect({"Katika uchaguzi huo, KANUPA walishinda viti vyote.", "KANUPA nsubj walishinda"});
}

TEST(SwahiliTree, SaysWhatForBehindAPassive) {
  expect({"Jengo lilijengwa kusaidia watoto.", "kusaidia advcl lilijengwa  watoto obj kusaidia"});
  expect({"Wabunge walitakiwa kuondoka.", "kuondoka xcomp walitakiwa"});
}

TEST(SwahiliTree, KeepsOneCopyOfAgreementFeatures) {
  const auto sentences = analyzer().analyze("Viongozi waliofika walikula.");
  ASSERT_EQ(sentences.size(), 1u);
  EXPECT_EQ(sentences[0].tokens[0].feature("NounClass"), "Bantu2");
  EXPECT_EQ(sentences[0].tokens[1].feature("RelNounClass"), "Bantu2");
  EXPECT_EQ(sentences[0].tokens[1].feature("NounClass"), "Bantu2");
  for (const Token& token : sentences[0].tokens) {
    std::string previous;
    std::istringstream features(token.feats);
    for (std::string feature; std::getline(features, feature, '|');) {
      const std::string feature_name = feature.substr(0, feature.find('='));
      EXPECT_LT(previous, feature_name) << token.feats;
      previous = feature_name;
    }
  }
}

void expect_tree(const Sentence& sentence, const std::string& text) {
  std::size_t roots = 0;
  const auto size = sentence.tokens.size();
  for (std::size_t i = 0; i < size; ++i) {
    const Token& token = sentence.tokens[i];
    ASSERT_LE(token.head, size) << text;
    ASSERT_NE(token.head, i + 1) << text;
    roots += token.head == 0 ? 1 : 0;
    EXPECT_EQ(token.head == 0, token.deprel == Deprel::root) << text;
    std::size_t steps = 0;
    for (std::size_t at = i + 1; at != 0; at = sentence.tokens[at - 1].head) ASSERT_LE(++steps, size) << text;
    EXPECT_FALSE(token.lemma.empty()) << text;
  }
  EXPECT_EQ(roots, 1u) << text;
}

TEST(SwahiliTree, IsATreeWhateverTheWords) {
  static const std::vector<std::string> words = {
      "na",     "wa",       "ya",      "kwa",       "katika", "ni",     "si",        "kuwa",    "kwamba", "ambao",
      "ambapo", "walikuwa", "alisema", "kusoma",    "Rais",   "Putin",  "Urusi",     "watu",    "mji",    "mkubwa",
      "hiyo",   "yake",     "wote",    "lakini",    "ili",    "wakati", "hata",      "baada",   "mujibu", "kuna",
      "ndiye",  "wasio",    "walipo",  "akisema",   "aende",  "wakafa", "waliofika", "inaweza", "7,000",  "2019",
      ",",      ".",        "\"",      "(",         ")",      ":",      "-",         "!",       "jana",   "nchini",
      "Juni",   "zaidi",    "tu",      "mwenye",    "naye",   "je",     "nini",      "kila",    "huko",   "huku",
      "x",      "😀",        "مصر",     "iliyopita", "mpaka",  "kama",   "kufikia"};
  std::mt19937 random(11);
  for (int round = 0; round < 20000; ++round) {
    Sentence sentence;
    const auto length = 1 + random() % 14;
    std::string text;
    for (std::size_t i = 0; i < length; ++i) {
      Token token;
      token.form = words[random() % words.size()];
      text += token.form + " ";
      sentence.tokens.push_back(std::move(token));
    }
    analyzer().parse(sentence);
    expect_tree(sentence, text);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(SwahiliTree, IsATreeForJunkText) {
  static const std::vector<std::string> pieces = {"a", "mtu ", "WA ", " ", ".", ",", "\n", "-",   "'",  "\"", "(",
                                                  ")", "3",    "é",   "€", "😀", "#", "@",  "ali", "ku", "na "};
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const auto length = random() % 40;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    for (const Sentence& sentence : analyzer().analyze(text)) {
      expect_tree(sentence, text);
      if (testing::Test::HasFatalFailure()) return;
      for (const Token& token : sentence.tokens) ASSERT_EQ(slice(text, token.span), token.form);
    }
  }
}

TEST(SwahiliTree, GivesTheSameTreeTwice) {
  const std::string text = "Rais wa Kenya William Ruto alisema jana kwamba shule zilizofungwa zitafunguliwa.";
  const auto first = analyzer().analyze(text);
  const auto second = analyzer().analyze(text);
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t i = 0; i < first[0].tokens.size(); ++i) {
    EXPECT_EQ(first[0].tokens[i].head, second[0].tokens[i].head);
    EXPECT_EQ(first[0].tokens[i].feats, second[0].tokens[i].feats);
  }
}

TEST(SwahiliTree, ReadsAnEmptySentence) {
  Sentence sentence;
  analyzer().parse(sentence);
  EXPECT_TRUE(sentence.tokens.empty());
  EXPECT_TRUE(analyzer().analyze("").empty());
}

}  // namespace
}  // namespace habari
