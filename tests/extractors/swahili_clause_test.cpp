#include "swahili_trees.hpp"

namespace habari {
namespace {

TEST(SwahiliClause, ClosesAListBehindThePhraseThatOpenedIt) {
  expect({"Kimbunga kilileta mawimbi ya bahari, mvua ya mawe na ukungu mzito.",
          "mvua conj mawimbi  ukungu conj mawimbi  mawe nmod mvua"});
  expect({"Walinunua viatu vya kuchezea, soksi na kofia.", "viatu obj Walinunua  soksi conj viatu  kofia conj viatu"});
}

TEST(SwahiliClause, EndsAnInfinitiveThatDescribesANounAtTheComma) {
  expect({"Baada ya tukio la kuogofya, kampuni ilisitisha safari.",
          "tukio obl ilisitisha  kampuni nsubj ilisitisha  safari obj ilisitisha"});
}

TEST(SwahiliClause, HangsNothingMoreOnARelativeThatOnlyCounts) {
  expect({"Polisi waliwakamata wezi wasiopungua 40 katika mji wa Moshi.",
          "wasiopungua acl:relcl wezi  40 obj wasiopungua  mji obl waliwakamata"});
}

TEST(SwahiliClause, OpensAClauseWithAConjunctionOfThreeWords) {
  expect({"Licha ya kuwa barabara imefungwa, madereva walifika sokoni.",
          "Licha mark imefungwa  kuwa fixed Licha  imefungwa advcl walifika  madereva nsubj walifika"});
  expect({"Pamoja na kwamba mvua ilinyesha, madereva walifika.",
          "Pamoja mark ilinyesha  mvua nsubj ilinyesha  walifika root -"});
}

TEST(SwahiliClause, TakesAClauseForWhatIsShown) {
  expect({"Ripoti inaonyesha wakulima walipoteza mazao.",
          "Ripoti nsubj inaonyesha  wakulima nsubj walipoteza  walipoteza ccomp inaonyesha"});
}

TEST(SwahiliClause, GivesAnInfinitiveBehindAConjunctionItsSubject) {
  expect({"Wizara ilisema kwamba wanafunzi 200 kukosa vitabu.",
          "wanafunzi nsubj kukosa  kukosa ccomp ilisema  vitabu obj kukosa"});
}

TEST(SwahiliClause, LeavesTheSubjectBehindAClauseToTheNextVerb) {
  expect({"Baada ya kupata mkopo kampuni hiyo iliajiri walimu.", "kampuni nsubj iliajiri  kupata advcl iliajiri"});
  expect({"Kwa jinsi askari walivyovamia kijiji wakulima kadhaa walijeruhiwa.",
          "wakulima nsubj:pass walijeruhiwa  kijiji obj walivyovamia  walivyovamia advcl walijeruhiwa"});
  expect({"Baada ya futari Neema aliondoka.", "futari obl aliondoka  Neema nsubj aliondoka"});
}

TEST(SwahiliClause, TakesATimeForTheSubjectOfWhatTellsOfIt) {
  expect({"Walikuwa wakilala muda ulipokwisha.", "muda nsubj ulipokwisha  ulipokwisha advcl wakilala"});
}

TEST(SwahiliClause, SetsARelativePronounApartFromATime) {
  expect({"Mkutano wa kila mwezi, ambao huwakutanisha walimu, umeahirishwa.",
          "huwakutanisha acl:relcl Mkutano  Mkutano nsubj:pass umeahirishwa"});
}

TEST(SwahiliClause, SaysWherePeopleAreBehindADemonstrative) {
  expect({"Walimu hao wako tayari kurudi shuleni.", "wako cop tayari  Walimu nsubj tayari  kurudi xcomp tayari"});
  expect({"Kitabu chako kimepotea.", "chako nmod:poss Kitabu"});
}

TEST(SwahiliClause, CountsHowOften) {
  expect({"Mwizi huyo alifungwa mara 12 mjini Lamu.", "mara advmod alifungwa  12 nummod mara  mjini obl alifungwa"});
}

TEST(SwahiliClause, BindsBySubjunctives) {
  expect({"Serikali lazima ichukue hatua.", "lazima advmod ichukue  Serikali nsubj ichukue"});
  expect({"Walipata elimu ya lazima.", "lazima nmod elimu"});
}

TEST(SwahiliClause, GoesOnWithWhatIsSaidBehindTheSaying) {
  expect({"Moto umeteketeza maduka, polisi walisema, kufuatia hitilafu ya umeme.",
          "umeteketeza ccomp walisema  hitilafu obl umeteketeza"});
  expect({"Moto umeteketeza maduka, polisi walisema katika taarifa.", "taarifa obl walisema"});
}

TEST(SwahiliClause, TakesANounForTheSubjectThatBeginsAPrepositionElsewhere) {
  expect({"Upande wa walalamikaji ulikataa uamuzi huo.", "Upande nsubj ulikataa  walalamikaji nmod Upande"});
  expect({"Walisafiri upande wa kusini.", "Walisafiri root -"});
}

TEST(SwahiliClause, TakesWhatHasANameForAThingAndNoTime) {
  expect({"Alianzisha kipindi cha \"Sauti Yetu\" mwaka 2004.", "kipindi obj Alianzisha  mwaka obl:tmod Alianzisha"});
}

TEST(SwahiliClause, ReadsAClauseThatIsBroughtOutAsTheMainOne) {
  expect({"Mikoa hiyo ndiyo iliyoathirika zaidi.",
          "Mikoa nsubj iliyoathirika  ndiyo aux iliyoathirika  iliyoathirika root -"});
}

TEST(SwahiliClause, DatesTheEndOfAWeek) {
  expect({"Duka lilifungwa mwishoni mwa wiki iliyopita.", "mwishoni advmod lilifungwa  iliyopita amod mwishoni"});
}

TEST(SwahiliClause, CountsMoneyBehindItsCountry) {
  expect({"Walilipa dola za Kimarekani milioni tano.", "dola obj Walilipa  milioni nummod dola"});
}

TEST(SwahiliClause, GivesASituativeItsOwnSubjectBehindAComma) {
  expect({"Mto ulifurika, wakazi wakikimbia nyumba zao.", "wakazi nsubj wakikimbia  wakikimbia advcl ulifurika"});
}

TEST(SwahiliClause, FindsTheSubjectBehindABlessing) { expect({"Abarikiwe mzee yule.", "mzee nsubj:pass Abarikiwe"}); }

TEST(SwahiliClause, CountsBehindARelative) {
  expect({"Zaidi ya wasanii maarufu wapatao mia mbili walitia saini barua hiyo.",
          "Zaidi advmod wasanii  wasanii nsubj walitia"});
}

TEST(SwahiliClause, KeepsTheNameOfAPaperWhole) {
  expect({"Gazeti la Nairobi Morning Herald liliandika habari hiyo.",
          "Nairobi nmod Gazeti  Morning flat Nairobi  Herald flat Nairobi"});
}

TEST(SwahiliClause, TakesTheNounRightBeforeAVerbForItsSubjectWhereNoneAgrees) {
  expect({"Bei ya mafuta yamepanda.", "Bei nsubj yamepanda"});
  expect({"Vitabu nilivinunua jana.", "Vitabu obj nilivinunua"});
}

TEST(SwahiliClause, SaysHowOftenBeforeARelativeOfTime) {
  expect({"Kila alipofika alivaa suti.", "Kila advmod alipofika  alipofika advcl alivaa"});
}

TEST(SwahiliClause, EndsTheNameOfAPlaceWhereThatOfAPersonBegins) {
  expect({"Kiongozi wa tume nchini Libya Stela Wim anasema hivyo.",
          "Libya nmod nchini  Stela appos Kiongozi  Wim flat Stela  Kiongozi nsubj anasema"});
}

TEST(SwahiliClause, GoesOnBehindWhatThingsDoNotDo) {
  expect({"Walivumilia mvua isiyokwisha na kusimama barabarani.",
          "isiyokwisha acl:relcl mvua  kusimama conj Walivumilia"});
}

TEST(SwahiliClause, TakesAWordOnBothSidesOfAPrepositionForAnAdverb) {
  expect({"Mradi huo utaboresha moja kwa moja maisha ya wakulima.", "moja advmod utaboresha  maisha obj utaboresha"});
}

TEST(SwahiliClause, TakesANounBeforeWhatAgreesWithIt) {
  expect({"Basi la abiria limepinduka.", "Basi nsubj limepinduka  abiria nmod Basi"});
  expect({"Basi walirudi nyumbani.", "Basi advmod walirudi"});
}

TEST(SwahiliClause, ReadsAPluralWithoutPrefixBesideOneWithIt) {
  expect({"Waziri alisema dawa zimeisha.", "dawa nsubj zimeisha  zimeisha ccomp alisema"});
}

TEST(SwahiliClause, LetsAVerbAgreeWithASubjectAndItsCompany) {
  expect({"Kikundi cha wakulima, pamoja na kikundi cha wavuvi, vilijenga kisima.",
          "Kikundi nsubj vilijenga  kikundi obl vilijenga  kisima obj vilijenga"});
  expect({"Waziri wa afya, pamoja na gavana wa Tanga, walitembelea hospitali.", "Waziri nsubj walitembelea"});
  expect({"Mvua, pamoja na upepo, walikimbia.", "Mvua dislocated walikimbia"});
}

TEST(SwahiliClause, ReadsADoubledWordForTheNounThatItMakes) {
  expect({"Wasi wasi wa wakazi umeongezeka.", "Wasi nsubj umeongezeka  wasi compound Wasi  umeongezeka root -"});
  expect({"Jana kamata kamata ilifanyika mjini Tanga.", "ilifanyika root -  kamata nsubj ilifanyika"});
  expect({"Ondoka ondoka.", "Ondoka root -"});
}

}  // namespace
}  // namespace habari
