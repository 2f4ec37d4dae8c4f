#include "analysis/factory.hpp"
#include "analysis/sw/grammar.hpp"
#include "tree_rows.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <thread>

namespace habari {
namespace {

const Morphology& morphology() {
  static const auto swahili = make_morphology("sw", DataDirectory(HABARI_DATA_DIR));
  return *swahili;
}

Token analyze_word(const std::string& form, Upos upos) {
  std::vector<Sentence> sentences(1);
  sentences[0].tokens.resize(1);
  sentences[0].tokens[0].form = form;
  sentences[0].tokens[0].upos = upos;
  sentences[0].tokens[0].deprel = Deprel::root;
  morphology().fill(sentences);
  return sentences[0].tokens[0];
}

struct Form {
  const char* form;
  const char* lemma;
  const char* features;  ///< `Name=Value` joined by blanks; `Name=` says that the feature is absent.
};

void expect(const Form& wanted, Upos upos) {
  const Token token = analyze_word(wanted.form, upos);
  EXPECT_EQ(token.lemma, wanted.lemma) << wanted.form << " " << token.feats;
  std::istringstream features(wanted.features);
  for (std::string feature; features >> feature;) {
    const std::size_t equals = feature.find('=');
    EXPECT_EQ(token.feature(feature.substr(0, equals)), feature.substr(equals + 1))
        << wanted.form << ": " << feature << " in " << token.feats;
  }
}

TEST(SwahiliVerb, ReadsTensesAndSubjects) {
  for (const Form& form : std::initializer_list<Form>{
           {"ninasoma", "soma", "Person=1 Number=Sing Tense=Pres Mood=Ind Polarity=Pos VerbForm=Fin Voice=Act"},
           {"unasoma", "soma", "Tense=Pres VerbForm=Fin"},
           {"anasoma", "soma", "NounClass=Bantu1 Person=3 Number=Sing Tense=Pres"},
           {"tunasoma", "soma", "Person=1 Number=Plur Tense=Pres"},
           {"mnasoma", "soma", "Person=2 Number=Plur Tense=Pres"},
           {"wanasoma", "soma", "NounClass=Bantu2 Person=3 Number=Plur Tense=Pres"},
           {"alisoma", "soma", "NounClass=Bantu1 Tense=Past Aspect="},
           {"walisoma", "soma", "NounClass=Bantu2 Tense=Past"},
           {"tulisoma", "soma", "Person=1 Number=Plur Tense=Past"},
           {"atasoma", "soma", "NounClass=Bantu1 Tense=Fut"},
           {"watasoma", "soma", "NounClass=Bantu2 Tense=Fut"},
           {"amesoma", "soma", "NounClass=Bantu1 Aspect=Perf Tense="},
           {"wamesoma", "soma", "NounClass=Bantu2 Aspect=Perf"},
           {"ameshafika", "fika", "Aspect=Perf NounClass=Bantu1"},
           {"akisoma", "soma", "Situative=Yes NounClass=Bantu1 Tense="},
           {"wakisoma", "soma", "Situative=Yes NounClass=Bantu2"},
           {"akasoma", "soma", "Aspect=Cons NounClass=Bantu1"},
           {"wakasoma", "soma", "Aspect=Cons NounClass=Bantu2"},
           {"angesoma", "soma", "Mood=Cnd NounClass=Bantu1 Tense="},
           {"angalisoma", "soma", "Mood=Cnd Tense=Past"},
           {"wangelisoma", "soma", "Mood=Cnd Tense=Past NounClass=Bantu2"},
           {"husoma", "soma", "Aspect=Hab Mood=Ind NounClass="},
           {"asome", "soma", "Mood=Sub NounClass=Bantu1"},
           {"wasome", "soma", "Mood=Sub NounClass=Bantu2"},
           {"tusome", "soma", "Mood=Sub Person=1 Number=Plur"},
           {"kusoma", "soma", "VerbForm=Inf Mood="},
           {"kutosoma", "soma", "VerbForm=Inf Polarity=Neg"},
           {"wakutana", "kutana", "NounClass=Bantu2 Tense=Pres"},
           {"awasili", "wasili", "NounClass=Bantu1 Tense=Pres"},
           {"yaporomoka", "poromoka", "Tense=Pres"},
       }) {
    expect(form, Upos::verb);
  }
}

TEST(SwahiliVerb, AgreesWithEveryNounClass) {
  for (const Form& form : std::initializer_list<Form>{
           {"ulianguka", "anguka", "Tense=Past NounClass=Bantu3 Number=Sing"},
           {"ilianguka", "anguka", "Tense=Past NounClass=Bantu9 Number=Sing"},
           {"lilianguka", "anguka", "Tense=Past NounClass=Bantu5 Number=Sing"},
           {"yalianguka", "anguka", "Tense=Past NounClass=Bantu6 Number=Plur"},
           {"kilianguka", "anguka", "Tense=Past NounClass=Bantu7 Number=Sing"},
           {"vilianguka", "anguka", "Tense=Past NounClass=Bantu8 Number=Plur"},
           {"zilianguka", "anguka", "Tense=Past NounClass=Bantu10 Number=Plur"},
           {"panafaa", "faa", "Tense=Pres NounClass=Bantu16"},
           {"kunaendelea", "endelea", "Tense=Pres NounClass=Bantu17"},
           {"limeanguka", "anguka", "Aspect=Perf NounClass=Bantu5"},
           {"yameanguka", "anguka", "Aspect=Perf NounClass=Bantu6"},
           {"zitafunguliwa", "fungua", "Tense=Fut NounClass=Bantu10 Voice=Pass"},
       }) {
    expect(form, Upos::verb);
  }
}

TEST(SwahiliVerb, DeniesBeforeTheSubject) {
  for (const Form& form : std::initializer_list<Form>{
           {"sisomi", "soma", "Polarity=Neg Person=1 Number=Sing Tense=Pres"},
           {"husomi", "soma", "Polarity=Neg Person=2 Tense=Pres"},
           {"hasomi", "soma", "Polarity=Neg NounClass=Bantu1 Tense=Pres"},
           {"hatusomi", "soma", "Polarity=Neg Person=1 Number=Plur Tense=Pres"},
           {"hawasomi", "soma", "Polarity=Neg NounClass=Bantu2 Tense=Pres"},
           {"haisomi", "soma", "Polarity=Neg Tense=Pres"},
           {"haliendi", "enda", "Polarity=Neg NounClass=Bantu5 Tense=Pres"},
           {"hayaendelei", "endelea", "Polarity=Neg NounClass=Bantu6 Tense=Pres"},
           {"hazifai", "faa", "Polarity=Neg NounClass=Bantu10 Tense=Pres"},
           {"hakusoma", "soma", "Polarity=Neg NounClass=Bantu1 Tense=Past"},
           {"hawakusoma", "soma", "Polarity=Neg NounClass=Bantu2 Tense=Past"},
           {"hajasoma", "soma", "Polarity=Neg NounClass=Bantu1 Aspect=Perf"},
           {"hawajasoma", "soma", "Polarity=Neg NounClass=Bantu2 Aspect=Perf"},
           {"hatasoma", "soma", "Polarity=Neg NounClass=Bantu1 Tense=Fut"},
           {"hawatasoma", "soma", "Polarity=Neg NounClass=Bantu2 Tense=Fut"},
           {"hautatekelezwa", "tekeleza", "Polarity=Neg Tense=Fut Voice=Pass"},
           {"hangesoma", "soma", "Polarity=Neg Mood=Cnd"},
           {"asisome", "soma", "Polarity=Neg Mood=Sub NounClass=Bantu1"},
           {"wasiende", "enda", "Polarity=Neg Mood=Sub NounClass=Bantu2"},
           {"asingesoma", "soma", "Polarity=Neg Mood=Cnd NounClass=Bantu1"},
           {"asiposoma", "soma", "Polarity=Neg Situative=Yes NounClass=Bantu1"},
           {"hawakutambuliwa", "tambua", "Polarity=Neg Tense=Past Voice=Pass"},
           {"hawafurahishwi", "furahisha", "Polarity=Neg Tense=Pres Voice=Pass"},
           {"hakuweka", "weka", "Polarity=Neg Tense=Past"},
       }) {
    expect(form, Upos::verb);
  }
}

TEST(SwahiliVerb, RefersBackWithRelatives) {
  for (const Form& form : std::initializer_list<Form>{
           {"anayesoma", "soma", "RelNounClass=Bantu1 NounClass=Bantu1 Tense=Pres"},
           {"aliyetekeleza", "tekeleza", "RelNounClass=Bantu1 NounClass=Bantu1 Tense=Past"},
           {"atakayesoma", "soma", "RelNounClass=Bantu1 Tense=Fut"},
           {"wanaosoma", "soma", "RelNounClass=Bantu2 NounClass=Bantu2 Tense=Pres"},
           {"waliofungwa", "funga", "RelNounClass=Bantu2 Tense=Past Voice=Pass"},
           {"yanayoangamiza", "angamiza", "RelNounClass=Bantu6 Tense=Pres"},
           {"zilizofungwa", "funga", "RelNounClass=Bantu10 Voice=Pass"},
           {"kilichotokea", "tokea", "RelNounClass=Bantu7 Tense=Past"},
           {"vinavyofanya", "fanya", "RelNounClass=Bantu8 Tense=Pres"},
           {"linaloendelea", "endelea", "RelNounClass=Bantu5 Tense=Pres"},
           {"unaoendelea", "endelea", "Tense=Pres RelNounClass=Bantu3"},
           {"walipoanza", "anza", "RelNounClass=Bantu16 NounClass=Bantu2 Tense=Past"},
           {"anapoishi", "ishi", "RelNounClass=Bantu16 NounClass=Bantu1 Tense=Pres"},
           {"alivyosema", "sema", "RelNounClass=Bantu8 NounClass=Bantu1 Tense=Past"},
           {"asiyejua", "jua", "RelNounClass=Bantu1 Polarity=Neg"},
           {"isiyoingiza", "ingiza", "Polarity=Neg"},
           {"yasiyofahamika", "fahamika", "RelNounClass=Bantu6 Polarity=Neg"},
           {"zisizoendeshwa", "endesha", "RelNounClass=Bantu10 Polarity=Neg Voice=Pass"},
           {"waishio", "ishi", "RelNounClass=Bantu2 NounClass=Bantu2"},
           {"apendaye", "penda", "RelNounClass=Bantu1"},
           {"walichokiita", "ita", "RelNounClass=Bantu7 NounClass=Bantu2 ObjNounClass=Bantu7"},
           {"yaliyomuondoa", "ondoa", "RelNounClass=Bantu6 ObjNounClass=Bantu1"},
       }) {
    expect(form, Upos::verb);
  }
}

TEST(SwahiliVerb, TakesObjectPrefixes) {
  for (const Form& form : std::initializer_list<Form>{
           {"alinisaidia", "saidia", "ObjPerson=1 ObjNumber=Sing NounClass=Bantu1"},
           {"walitusaidia", "saidia", "ObjPerson=1 ObjNumber=Plur NounClass=Bantu2"},
           {"alimsaidia", "saidia", "ObjNounClass=Bantu1 ObjPerson=3 ObjNumber=Sing"},
           {"aliwasaidia", "saidia", "ObjNounClass=Bantu2 ObjNumber=Plur NounClass=Bantu1"},
           {"itaisaidia", "saidia", "ObjNounClass=Bantu9 Tense=Fut"},
           {"ameliambia", "ambia", "ObjNounClass=Bantu5 NounClass=Bantu1"},
           {"aliyafungua", "fungua", "ObjNounClass=Bantu6"},
           {"wamekifunga", "funga", "ObjNounClass=Bantu7"},
           {"walivifunga", "funga", "ObjNounClass=Bantu8"},
           {"wanaziomba", "omba", "ObjNounClass=Bantu10"},
           {"akimkaribisha", "karibisha", "ObjNounClass=Bantu1 Situative=Yes"},
           {"kuwaunganisha", "unganisha", "ObjNounClass=Bantu2 VerbForm=Inf"},
           {"kumtangaza", "tangaza", "ObjNounClass=Bantu1 VerbForm=Inf"},
           {"amemwona", "ona", "ObjNounClass=Bantu1"},
           {"walijiporomosha", "poromosha", "Reflex=Yes Tense=Past"},
           {"aliwaua", "ua", "ObjNounClass=Bantu2 Voice=Act"},
           {"wawaondoe", "ondoa", "ObjNounClass=Bantu2 Mood=Sub"},
       }) {
    expect(form, Upos::verb);
  }
}

TEST(SwahiliVerb, UndoesExtensions) {
  for (const Form& form : std::initializer_list<Form>{
           {"amepigwa", "piga", "Voice=Pass"},
           {"imejengwa", "jenga", "Voice=Pass"},
           {"ameuawa", "ua", "Voice=Pass"},
           {"wameuliwa", "ua", "Voice=Pass"},
           {"ilichukuliwa", "chukua", "Voice=Pass"},
           {"ziliondolewa", "ondoa", "Voice=Pass"},
           {"imetolewa", "toa", "Voice=Pass"},
           {"alisaidiwa", "saidia", "Voice=Pass"},
           {"walipokelewa", "pokea", "Voice=Pass"},
           {"alijibiwa", "jibu", "Voice=Pass"},
           {"walihojiwa", "hoji", "Voice=Pass"},
           {"yamekubaliwa", "kubali", "Voice=Pass"},
           {"yameripotiwa", "ripoti", "Voice=Pass"},
           {"imeandikwa", "andika", "Voice=Pass"},
           {"watakamatwa", "kamata", "Voice=Pass"},
           {"kuahirishwa", "ahirisha", "Voice=Pass VerbForm=Inf"},
           {"wakutane", "kutana", "Mood=Sub Voice=Act"},
           {"walikutana", "kutana", "Voice=Act"},
           {"alisaidia", "saidia", "Voice=Act"},
           {"unapoandikia", "andikia", "RelNounClass=Bantu16"},
       }) {
    expect(form, Upos::verb);
  }
}

TEST(SwahiliVerb, KeepsTheKuOfShortStems) {
  for (const Form& form : std::initializer_list<Form>{
           {"alikuja", "ja", "Tense=Past NounClass=Bantu1"},
           {"wamekuja", "ja", "Aspect=Perf NounClass=Bantu2"},
           {"atakuja", "ja", "Tense=Fut"},
           {"hakuja", "ja", "Polarity=Neg Tense=Past"},
           {"haji", "ja", "Polarity=Neg Tense=Pres"},
           {"akija", "ja", "Situative=Yes"},
           {"anayekuja", "ja", "RelNounClass=Bantu1"},
           {"alikula", "la", "Tense=Past"},
           {"walikufa", "fa", "Tense=Past NounClass=Bantu2"},
           {"amekufa", "fa", "Aspect=Perf"},
           {"waliokufa", "fa", "RelNounClass=Bantu2 Tense=Past"},
           {"kufa", "fa", "VerbForm=Inf"},
           {"walikunywa", "nywa", "Tense=Past"},
           {"alimpa", "pa", "ObjNounClass=Bantu1 Tense=Past"},
           {"wamewapa", "pa", "ObjNounClass=Bantu2"},
           {"alikwenda", "enda", "Tense=Past"},
           {"amekwenda", "enda", "Aspect=Perf"},
           {"anaenda", "enda", "Tense=Pres"},
           {"umekwisha", "isha", "Aspect=Perf"},
           {"alikuwa", "wa", "Tense=Past NounClass=Bantu1"},
           {"zimekuwa", "wa", "Aspect=Perf NounClass=Bantu10"},
           {"akiwa", "wa", "Situative=Yes"},
           {"hawakuwa", "wa", "Polarity=Neg Tense=Past"},
           {"aliyekuwa", "wa", "RelNounClass=Bantu1 Tense=Past"},
           {"kutokuwa", "wa", "VerbForm=Inf Polarity=Neg"},
       }) {
    expect(form, Upos::verb);
  }
}

TEST(SwahiliVerb, KnowsHavingAndBeing) {
  for (const Form& form : std::initializer_list<Form>{
           {"nina", "na", "Person=1 Polarity=Pos"},
           {"ana", "na", "NounClass=Bantu1 Polarity=Pos"},
           {"wana", "na", "NounClass=Bantu2"},
           {"hana", "na", "NounClass=Bantu1 Polarity=Neg"},
           {"hawana", "na", "NounClass=Bantu2 Polarity=Neg"},
           {"haina", "na", "NounClass=Bantu9 Polarity=Neg"},
           {"zina", "na", "NounClass=Bantu10"},
           {"anayo", "na", "NounClass=Bantu1"},
           {"kuna", "kuna", "Polarity=Pos"},
           {"hakuna", "kuna", "Polarity=Neg"},
       }) {
    expect(form, Upos::verb);
  }
  for (const Form& form : std::initializer_list<Form>{
           {"ni", "ni", "Polarity=Pos"},
           {"si", "si", "Polarity=Neg"},
           {"alikuwa", "wa", "Tense=Past NounClass=Bantu1"},
           {"kuwa", "wa", "VerbForm=Inf"},
           {"yupo", "wa", "NounClass=Bantu1"},
           {"hayupo", "wa", "NounClass=Bantu1 Polarity=Neg"},
           {"wapo", "wa", "NounClass=Bantu2"},
           {"iko", "wa", "NounClass=Bantu9"},
           {"hazipo", "wa", "NounClass=Bantu10 Polarity=Neg"},
           {"ndiye", "ndi", "NounClass=Bantu1"},
           {"ndilo", "ndi", "NounClass=Bantu5"},
           {"walio", "wa", "RelNounClass=Bantu2 Polarity=Pos"},
           {"wasio", "wa", "RelNounClass=Bantu2 Polarity=Neg"},
           {"aliye", "wa", "RelNounClass=Bantu1"},
           {"yasiyo", "wa", "RelNounClass=Bantu6 Polarity=Neg"},
       }) {
    expect(form, Upos::aux);
  }
}

TEST(SwahiliVerb, GuessesStemsThatNoLexiconHas) {
  expect({"walibrungisa", "brungisa", "NounClass=Bantu2 Tense=Past VerbForm=Fin"}, Upos::verb);
  expect({"anatrenda", "trenda", "NounClass=Bantu1 Tense=Pres"}, Upos::verb);
  expect({"imebrandikwa", "brandika", "Aspect=Perf Voice=Pass"}, Upos::verb);
}

TEST(SwahiliNoun, GivesSingularLemmasAndClasses) {
  for (const Form& form : std::initializer_list<Form>{
           {"mtu", "mtu", "NounClass=Bantu1 Number=Sing"},
           {"watu", "mtu", "NounClass=Bantu2 Number=Plur"},
           {"mti", "mti", "NounClass=Bantu3 Number=Sing"},
           {"miti", "mti", "NounClass=Bantu4 Number=Plur"},
           {"shirika", "shirika", "NounClass=Bantu5 Number=Sing"},
           {"mashirika", "shirika", "NounClass=Bantu6 Number=Plur"},
           {"kituo", "kituo", "NounClass=Bantu7 Number=Sing"},
           {"vituo", "kituo", "NounClass=Bantu8 Number=Plur"},
           {"nyumba", "nyumba", "NounClass=Bantu9 Number=Sing"},
           {"ukuta", "ukuta", "NounClass=Bantu11 Number=Sing"},
           {"uhuru", "uhuru", "NounClass=Bantu14 Number=Sing"},
           {"maji", "maji", "NounClass=Bantu6"},
           {"rais", "rais", "NounClass=Bantu1"},
           {"viongozi", "kiongozi", "NounClass=Bantu2 Number=Plur"},
           {"nyumbani", "nyumba", "Case=Loc"},
           {"mahakamani", "mahakama", "Case=Loc"},
           {"mwenzake", "mwenzi", "NounClass=Bantu1"},
       }) {
    expect(form, Upos::noun);
  }
}

TEST(SwahiliNoun, AnalysesUnknownNounsByTheirPrefix) {
  expect({"wabrandishi", "wabrandishi", "NounClass=Bantu2 Number=Plur"}, Upos::noun);
  expect({"vibrandisho", "vibrandisho", "NounClass=Bantu8 Number=Plur"}, Upos::noun);
}

TEST(SwahiliModifier, AgreesByPrefix) {
  for (const Form& form : std::initializer_list<Form>{
           {"mrefu", "refu", "Number=Sing"},
           {"warefu", "refu", "NounClass=Bantu2"},
           {"mirefu", "refu", "NounClass=Bantu4"},
           {"marefu", "refu", "NounClass=Bantu6"},
           {"kirefu", "refu", "NounClass=Bantu7"},
           {"nzuri", "zuri", "NounClass=Bantu9"},
           {"ndefu", "refu", "NounClass=Bantu9"},
           {"mbovu", "bovu", ""},
           {"mwema", "ema", "Number=Sing"},
           {"wabovu", "bovu", "NounClass=Bantu2"},
           {"njema", "ema", "NounClass=Bantu9"},
           {"jipya", "pya", "NounClass=Bantu5"},
           {"mpya", "pya", "Number=Sing"},
       }) {
    expect(form, Upos::adj);
  }
  for (const Form& form : std::initializer_list<Form>{
           {"wawili", "wili", "NounClass=Bantu2"},
           {"mbili", "wili", ""},
           {"vitatu", "tatu", "NounClass=Bantu8"},
           {"matano", "tano", "NounClass=Bantu6"},
       }) {
    expect(form, Upos::num);
  }
  for (const Form& form : std::initializer_list<Form>{
           {"wangu", "angu", "Poss=Yes"},
           {"zetu", "etu", "NounClass=Bantu10 Poss=Yes"},
           {"chake", "ake", "NounClass=Bantu7 Poss=Yes"},
           {"hizi", "hizi", "NounClass=Bantu10 PronType=Dem"},
           {"yule", "yule", "NounClass=Bantu1 PronType=Dem"},
           {"wengine", "ingine", "NounClass=Bantu2"},
           {"vingine", "ingine", "NounClass=Bantu8"},
           {"vyote", "ote", "NounClass=Bantu8 PronType=Tot"},
           {"mengi", "ingi", "NounClass=Bantu6"},
           {"wenyewe", "enyewe", "NounClass=Bantu2"},
       }) {
    expect(form, Upos::det);
  }
  expect({"ambalo", "amba", "NounClass=Bantu5 PronType=Rel"}, Upos::pron);
  expect({"huyo", "huyo", "NounClass=Bantu1 PronType=Dem"}, Upos::pron);
}

/// Lemma and features of the words of a tree: rows as `read_tree` takes them, with `_` for lemma and features.
std::vector<Token> filled(const std::string& rows) {
  NamedTree tree = read_tree(rows, {});
  morphology().fill(tree.sentences);
  return tree.sentences[0].tokens;
}

TEST(SwahiliMorphology, ReadsNoSubjunctiveWhereNothingAsksForOne) {
  EXPECT_EQ(filled("Waziri _ NOUN _ 2 nsubj\nawasili _ VERB _ 0 root\n")[1].feature("Tense"), "Pres");
  const auto flood = filled("Mafuriko _ NOUN _ 2 nsubj\nyaathiri _ VERB _ 0 root\n");
  EXPECT_EQ(flood[1].feature("Tense"), "Pres") << flood[1].feats;
  EXPECT_EQ(flood[1].feature("NounClass"), "Bantu6");
  EXPECT_EQ(filled("Lazima _ ADV _ 2 advmod\nawasili _ VERB _ 0 root\n")[1].feature("Mood"), "Sub");
  EXPECT_EQ(filled("Wanataka _ VERB _ 0 root\nawasili _ VERB _ 1 xcomp\n")[1].feature("Mood"), "Sub");
}

TEST(SwahiliMorphology, ReadsAFormAsThePartOfSpeechSays) {
  expect({"kuwa", "kuwa", "VerbForm="}, Upos::sconj);
  expect({"kuongezeka", "ongezeka", "VerbForm=Inf"}, Upos::noun);
  expect({"wakati", "wakati", "NounClass="}, Upos::sconj);
  expect({"wakati", "wakati", "Number=Sing"}, Upos::noun);
  expect({"kisiasa", "kisiasa", ""}, Upos::noun);
  expect({"hapa", "hapa", "NounClass="}, Upos::adv);
  expect({"hapa", "hapa", "NounClass=Bantu16"}, Upos::det);
  expect({"Mwanza", "Mwanza", "VerbForm="}, Upos::propn);
}

TEST(SwahiliMorphology, TellsTheClassOfANounByWhatAgreesWithIt) {
  const auto kindly = filled("nyumba _ NOUN _ 3 nsubj\nhizi _ DET _ 1 det\nzimeuzwa _ VERB _ 0 root\n");
  EXPECT_EQ(kindly[0].feature("Number"), "Plur") << kindly[0].feats;
  EXPECT_EQ(kindly[0].feature("NounClass"), "Bantu10");
  const auto single = filled("nyumba _ NOUN _ 2 nsubj\nimeuzwa _ VERB _ 0 root\n");
  EXPECT_EQ(single[0].feature("Number"), "Sing") << single[0].feats;
}

TEST(SwahiliMorphology, LetsAConnectiveAgreeWithTheNounThatHasThePhrase) {
  const auto tokens = filled("uhuru _ NOUN _ 0 root\nwa _ ADP _ 3 case\nviongozi _ NOUN _ 1 nmod\n");
  EXPECT_EQ(tokens[1].feature("NounClass"), "Bantu14") << tokens[1].feats;
  const auto people = filled(
      "mkutano _ NOUN _ 0 root\nna _ ADP _ 3 case\nwatu _ NOUN _ 1 nmod\n"
      "wa _ ADP _ 5 case\nKenya _ PROPN _ 3 nmod\n");
  EXPECT_EQ(people[3].feature("NounClass"), "Bantu2") << people[3].feats;
}

TEST(SwahiliMorphology, LetsPrefixesAgreeWithSubjectObjectAndTheNounAbove) {
  const auto subject = filled("ukuta _ NOUN _ 2 nsubj\numeanguka _ VERB _ 0 root\n");
  EXPECT_EQ(subject[1].feature("NounClass"), "Bantu11") << subject[1].feats;
  const auto object = filled("aliifunga _ VERB _ 0 root\nmilango _ NOUN _ 1 obj\n");
  EXPECT_EQ(object[0].feature("ObjNounClass"), "Bantu4") << object[0].feats;
  const auto relative = filled("miradi _ NOUN _ 0 root\niliyoanza _ VERB _ 1 acl:relcl\n");
  EXPECT_EQ(relative[1].feature("RelNounClass"), "Bantu4") << relative[1].feats;
  EXPECT_EQ(relative[1].feature("NounClass"), "Bantu4");
  const auto auxiliary = filled("uhuru _ NOUN _ 3 nsubj\nulikuwa _ AUX _ 3 aux\numepotea _ VERB _ 0 root\n");
  EXPECT_EQ(auxiliary[1].feature("NounClass"), "Bantu14") << auxiliary[1].feats;
}

TEST(SwahiliMorphology, TellsHavingFromBeingThere) {
  const auto lemma = [](const std::string& verb) {
    return filled(verb + " _ VERB _ 0 root\nna _ ADP _ 3 case\nmali _ NOUN _ 1 obj\n")[0].lemma;
  };
  EXPECT_EQ(lemma("alikuwa"), "na");
  EXPECT_EQ(lemma("kuwa"), "na");
  EXPECT_EQ(lemma("wasio"), "na");
  EXPECT_EQ(lemma("kulikuwa"), "kuna");
  EXPECT_EQ(lemma("alifika"), "fika");
  EXPECT_EQ(filled("alikuwa _ VERB _ 0 root\nna _ ADP _ 3 case\nrafiki _ NOUN _ 1 obl\n")[0].lemma, "wa");
}

TEST(SwahiliMorphology, KeepsWhatATreeCameWith) {
  const auto tokens = filled("nyumba jumba NOUN X=Y 2 nsubj\nimeuzwa _ VERB Z=1 0 root\n");
  EXPECT_EQ(tokens[0].lemma, "jumba");
  EXPECT_EQ(tokens[0].feats, "X=Y");
  EXPECT_EQ(tokens[1].lemma, "uza");
  EXPECT_EQ(tokens[1].feats, "Z=1");
}

TEST(SwahiliMorphology, GivesAWordThatItCannotReadItsOwnForm) {
  EXPECT_EQ(analyze_word("Xqz", Upos::verb).lemma, "xqz");
  EXPECT_EQ(analyze_word("Xqz", Upos::verb).feats, "");
}

TEST(SwahiliMorphology, GivesTheSameFromManyThreads) {
  const std::vector<std::string> forms = {"walikutana", "mashirika", "Urusi", "kubwa", "yaliyofikiwa", "brandika"};
  std::vector<std::string> expected;
  for (const auto& form : forms) expected.push_back(analyze_word(form, Upos::x).feats);
  std::vector<std::thread> threads;
  std::vector<int> differences(4, 0);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < 500; ++round) {
        const std::size_t i = static_cast<std::size_t>(round + t) % forms.size();
        if (analyze_word(forms[i], Upos::x).feats != expected[i]) ++differences[static_cast<std::size_t>(t)];
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const int difference : differences) EXPECT_EQ(difference, 0);
}

/// What reading the grammar says when `text` stands in its `table`.
std::string grammar_error(const std::string& table, const std::string& text) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "habari-bad-grammar";
  std::filesystem::remove_all(folder);
  std::filesystem::copy(std::filesystem::path(HABARI_DATA_DIR) / "languages" / "sw" / "morphology", folder);
  std::ofstream(folder / table) << text;
  try {
    const swahili::Grammar grammar(folder);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(SwahiliGrammar, SaysWhichRowIsBad) {
  struct Bad {
    const char* table;
    const char* text;
    const char* cell;
  };
  for (const Bad& bad : std::initializer_list<Bad>{
           {"extensions.tsv", "suffix\tbase\tvoice\tafter\nwa\ta\tPasiv\tC\n", "Pasiv"},
           {"noun_prefixes.tsv", "prefix\tclasses\nmw\t1 31\n", "1 31"},
           {"deverbal_nouns.tsv", "prefix\tending\tsingular\tclasses\tnumber\tkind\nm\ti\tm\t1\tSing\tpersn\n",
            "persn"},
       }) {
    const std::string error = grammar_error(bad.table, bad.text);
    EXPECT_NE(error.find(std::string(bad.table) + ":2"), std::string::npos) << error;
    EXPECT_NE(error.find(bad.cell), std::string::npos) << error;
  }
}

TEST(SwahiliNoun, IsMadeFromVerbs) {
  for (const Form& form : std::initializer_list<Form>{
           {"wasuluhishi", "msuluhishi", "NounClass=Bantu2 Number=Plur"},
           {"usambazaji", "usambazaji", "NounClass=Bantu14"},
           {"vichezeo", "kichezeo", "NounClass=Bantu8 Number=Plur"},
       }) {
    expect(form, Upos::noun);
  }
}

}  // namespace
}  // namespace habari
