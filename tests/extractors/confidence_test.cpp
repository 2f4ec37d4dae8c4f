#include "frames/confidence.hpp"

#include "frame_rows.hpp"
#include "scratch_folder.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/extractor.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <limits>
#include <string>

namespace habari {
namespace {

const std::string columns = "of\tevidence\taccurate\tfast\tgiven\n";

/// What is wrong with a table of weights; empty where nothing is.
std::string failure(const std::string& rows) {
  const ScratchFolder folder;
  try {
    const ConfidenceWeights weights(folder.write("confidence.tsv", columns + rows));
  } catch (const Error& error) {
    const std::string message = error.what();
    return message.substr(message.find("confidence.tsv"));
  }
  return "";
}

TEST(ConfidenceWeights, WeighEvidenceByWhoReadTheTrees) {
  const ScratchFolder folder;
  const ConfidenceWeights weights(folder.write(
      "confidence.tsv", columns + "argument\tany\t2\t1\t0\nargument\tpath\t-1.5\t\t-1\nevent\tany\t3\t\t\n"));
  ArgumentGrounds grounds;
  grounds.add(ArgumentEvidence::any);
  EXPECT_EQ(weights.confidence(TreeOrigin::accurate, grounds), 0.88);
  EXPECT_EQ(weights.confidence(TreeOrigin::fast, grounds), 0.73);
  grounds.add(ArgumentEvidence::path, 2);
  EXPECT_EQ(weights.confidence(TreeOrigin::accurate, grounds), 0.27);
  EXPECT_EQ(weights.confidence(TreeOrigin::given, grounds), 0.12);
  EventGrounds event;
  event.add(EventEvidence::any);
  EXPECT_EQ(in_hundredths(weights.confidence(TreeOrigin::accurate, event)), 0.95);
}

TEST(ConfidenceWeights, DoubtWhoIsMeantWhereThatIsToldElsewhere) {
  const ScratchFolder folder;
  const ConfidenceWeights weights(folder.write(
      "confidence.tsv",
      columns + "argument\tany\t2\t2\t2\nreference\treferred\t1\t1\t1\nreference\treference-doubt\t-2\t-2\t-2\n"));
  ArgumentGrounds grounds;
  grounds.add(ArgumentEvidence::any);
  const double told = weights.confidence(TreeOrigin::fast, grounds);
  grounds.add(ArgumentEvidence::referred);
  const double referred = weights.confidence(TreeOrigin::fast, grounds);
  grounds.add(ArgumentEvidence::reference_doubt, 0.5);
  EXPECT_EQ(told, 0.88);
  EXPECT_EQ(referred, 0.64);
  EXPECT_EQ(weights.confidence(TreeOrigin::fast, grounds), 0.44);
}

TEST(ConfidenceWeights, NameTheRowThatTheyCannotRead) {
  EXPECT_EQ(failure("argument\tany\t2\t1\t0\n"), "");
  EXPECT_EQ(failure("argument\tany\ttwo\n"), "confidence.tsv:2: accurate is \"two\", expected a number");
  EXPECT_EQ(failure("argument\tany\t1\tinf\n"), "confidence.tsv:2: fast is \"inf\", expected a number");
  EXPECT_EQ(failure("argument\tlength\t1\n"), "confidence.tsv:2: evidence is \"length\", none of its closed set");
  EXPECT_EQ(failure("event\trule:subject\t1\n"),
            "confidence.tsv:2: evidence is \"rule:subject\", none of its closed set");
  EXPECT_EQ(failure("relation\tany\t1\n"), "confidence.tsv:2: of is \"relation\", none of event, argument, reference");
}

TEST(ConfidenceWeights, KnowNothingWithoutTheirTable) {
  const ConfidenceWeights none(std::filesystem::path("no such folder") / "confidence.tsv");
  EXPECT_EQ(none.confidence(TreeOrigin::accurate, ArgumentGrounds()), 0.5);
}

TEST(ConfidenceWeights, HaveARowForWhateverCanBeSeen) {
  std::string rows;
  for (std::size_t i = 0; i < ArgumentGrounds::size; ++i) rows += "argument\t" + ArgumentGrounds::name(i) + "\t1\n";
  for (std::size_t i = 0; i < EventGrounds::size; ++i) rows += "event\t" + EventGrounds::name(i) + "\t1\n";
  EXPECT_EQ(failure(rows), "");
}

const Extractor& traced() {
  static const Extractor shared(DataDirectory(HABARI_DATA_DIR), {.reader = ReaderKind::accurate, .trace = true});
  return shared;
}

Document read(const Extractor& extractor, const std::string& text) {
  Article article;
  article.id = "a";
  article.language = "en";
  article.text = text;
  return extractor.extract(article);
}

double evidence(const Argument& argument, std::string_view name) {
  for (const auto& [known, value] : argument.trace->evidence) {
    if (known == name) return value;
  }
  return 0;
}

TEST(Trace, NamesRuleAndRowOfEachArgument) {
  const Document document = read(traced(), "Police arrested and jailed three men on Monday.");
  ASSERT_EQ(document.events.size(), 2u);
  const Event& arrest = document.events[0];
  EXPECT_EQ(arrest.trace->rule, "verb:arrest");
  EXPECT_TRUE(arrest.trace->row.starts_with("languages/en/lexicon/verbs.tsv:")) << arrest.trace->row;
  EXPECT_EQ(arrest.args.at(0).trace->rule, "subject");
  EXPECT_EQ(arrest.args.at(0).trace->row, "");
  EXPECT_EQ(arrest.args.at(1).trace->rule, "coordinated-object");
  EXPECT_EQ(arrest.args.at(2).trace->rule, "oblique");
  EXPECT_TRUE(arrest.args.at(2).trace->row.starts_with("languages/en/lexicon/markers.tsv:"));
  EXPECT_EQ(document.events[1].args.at(0).trace->rule, "coordinated-subject");
}

TEST(Trace, TellsTheDoubtOfTheReference) {
  const Document document = read(traced(), "Asha Juma praised the nurses on Monday. She left on Tuesday.");
  const Event& leave = document.events.at(1);
  EXPECT_EQ(leave.args.at(0).trace->rule, "pronoun");
  EXPECT_GT(evidence(leave.args.at(0), "reference-doubt"), 0);
  EXPECT_EQ(evidence(leave.args.at(0), "other-sentence"), 1);
}

TEST(Trace, IsThereOnlyWhereItIsAskedFor) {
  const Extractor plain(DataDirectory(HABARI_DATA_DIR), {.reader = ReaderKind::accurate});
  const Document document = read(plain, "Police arrested three men.");
  EXPECT_FALSE(document.events.at(0).trace);
  EXPECT_FALSE(document.events.at(0).args.at(0).trace);
}

TEST(FrameRules, AreLeftOutByName) {
  const std::string text = "Police arrested and jailed three men.";
  const Extractor without(DataDirectory(HABARI_DATA_DIR),
                          {.reader = ReaderKind::accurate, .without = {"coordinated-object"}});
  EXPECT_EQ(read(traced(), text).events.at(0).args.size(), 2u);
  EXPECT_EQ(read(without, text).events.at(0).args.size(), 1u);
  EXPECT_THROW(Extractor(DataDirectory(HABARI_DATA_DIR), {.without = {"magic"}}), std::invalid_argument);
}

TEST(Confidence, OfAnEventIsTheMeanOfWhatItStates) {
  const Document document = read(traced(), "Police arrested three men in Nairobi.");
  const Event& event = document.events.at(0);
  double least = 1;
  double most = 0;
  for (const Argument& argument : event.args) {
    least = std::min(least, argument.confidence);
    most = std::max(most, argument.confidence);
    EXPECT_EQ(argument.confidence, in_hundredths(argument.confidence));
  }
  EXPECT_GT(event.confidence, least);
  EXPECT_LT(event.confidence, std::max(most, 1.0));
}

TEST(Confidence, IsLowerWhereTheVerbIsFarOff) {
  const Document document = frames_of(
      "Kings king NOUN _ 3 nsubj\n"
      "often often ADV _ 3 advmod\n"
      "met meet VERB VerbForm=Fin 0 root\n"
      "and and CCONJ _ 5 cc\n"
      "left leave VERB VerbForm=Fin 3 conj\n",
      {}, english());
  EXPECT_LT(document.events.at(1).args.at(0).confidence, document.events.at(0).args.at(0).confidence);
}

TEST(Confidence, SurvivesMarginsThatAreNoNumbers) {
  NamedTree tree = read_tree("Kings king NOUN _ 2 nsubj\nmet meet VERB VerbForm=Fin 0 root\n", {});
  const float nan = std::numeric_limits<float>::quiet_NaN();
  tree.sentences[0].margins.assign(2, {nan, -std::numeric_limits<float>::infinity(), nan, nan});
  Document document;
  document.article.text = tree.text;
  const Frames frames = extract_frames(english(), tree.sentences, document);
  const ConfidenceWeights weights(std::string(HABARI_DATA_DIR) + "/confidence.tsv");
  set_confidences(weights, TreeOrigin::accurate, frames.readings, document);
  EXPECT_GE(document.events.at(0).args.at(0).confidence, 0);
  EXPECT_LE(document.events.at(0).args.at(0).confidence, 1);
}

}  // namespace
}  // namespace habari
