#include "frame_rows.hpp"
#include "swahili_trees.hpp"

namespace habari {
namespace {

/// The frames of a Swahili text as its own parser reads it, with no names.
std::string read(const std::string& text) {
  Document document;
  document.article.text = text;
  const auto sentences = analyzer().analyze(text);
  extract_frames(swahili(), sentences, document);
  return shown(document);
}

TEST(SwahiliFrames, TakesNoCopulaForAnEvent) {
  EXPECT_EQ(read("Shamba ni la mkulima."), "");
  EXPECT_EQ(read("Hii ni baada ya mvua kunyesha."), "rain/OTHER/actual(agent:mvua)");
}

TEST(SwahiliFrames, SharesTheSubjectOfVerbsThatAgreeAlike) {
  EXPECT_EQ(read("Pomboo waliogelea, walicheza."), "swim/OTHER/actual(agent:Pomboo) play/OTHER/actual(agent:Pomboo)");
}

TEST(SwahiliFrames, GivesARelativeAboutItsObjectTheSubjectAbove) {
  EXPECT_EQ(read("Wakulima waliuza mazao waliyovuna."),
            "sell/COOPERATE/actual(agent:Wakulima patient:mazao) harvest/OTHER/actual(agent:Wakulima patient:mazao)");
  EXPECT_EQ(read("Jeshi halikutaja askari ambao lilituma."),
            "cite/STATEMENT/negated(agent:Jeshi patient:askari) deploy/MOBILIZE/actual(agent:Jeshi patient:askari)");
}

TEST(SwahiliFrames, LooksForTheSubjectInPredicatesThatAreNoVerbs) {
  EXPECT_EQ(read("Iwapo atashinda, mkulima atakuwa diwani."), "win/OTHER/possible(agent:mkulima)");
  EXPECT_EQ(read("Hiki ni kitabu kikieleza safari."), "explain/STATEMENT/actual(agent:kitabu patient:safari)");
}

TEST(SwahiliFrames, GivesASituativeTheAgentOfThePassive) {
  EXPECT_EQ(read("Mkutano ulivurugwa na vijana wakiimba nyimbo."),
            "disrupt/OTHER/actual(patient:Mkutano agent:vijana) sing/OTHER/actual(agent:vijana patient:nyimbo)");
}

TEST(SwahiliFrames, TakesAnAdverbOfSeveralWordsForOne) {
  EXPECT_EQ(read("Wanaishi mjini hivi sasa."), "live/OTHER/actual(place:mjini time:hivi sasa)");
}

TEST(SwahiliFrames, TakesWhatIsNoPlaceForTheSubjectBehindItsVerb) {
  EXPECT_EQ(read("Walipigania kupatikana dawa."),
            "fight/OTHER/actual(content:kupatikana) find/OTHER/actual(patient:dawa)");
}

TEST(SwahiliFrames, ReadsAnAdjectiveThatIsPointedAtAsItsNoun) {
  EXPECT_EQ(read("Vipofu hao waliimba."), "sing/OTHER/actual(agent:Vipofu)");
}

TEST(SwahiliFrames, TakesWhatIsToldAsPastForDone) {
  EXPECT_EQ(read("Alisubiri hadi walipoondoka."), "wait/OTHER/actual() leave/MOVE/actual()");
  EXPECT_EQ(read("Walisubiri hadi kuondoka."), "wait/OTHER/actual() leave/MOVE/planned()");
}

TEST(SwahiliFrames, LetsAConjunctSayItselfHowBoundItIs) {
  EXPECT_EQ(read("Wanaweza kuondoka, na lazima wamsikilize mwalimu."),
            "leave/MOVE/possible() listen/OTHER/planned(patient:mwalimu)");
}

TEST(SwahiliFrames, TakesWhatIsNeededForPossible) {
  EXPECT_EQ(read("Kampuni itahitajika kulipa."), "pay/OTHER/possible(agent:Kampuni)");
  EXPECT_EQ(read("Msaada unahitajika."), "need/OTHER/actual(patient:Msaada)");
}

}  // namespace
}  // namespace habari
