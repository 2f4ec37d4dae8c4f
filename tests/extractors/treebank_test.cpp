#include "analysis/learned/training/treebank.hpp"
#include "analysis/learned/training/network_data.hpp"
#include "scratch_folder.hpp"

#include <gtest/gtest.h>

namespace habari::learned {
namespace {

constexpr std::string_view with_names =
    "1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t3\tnsubj\t_\tNER=B-person\n"
    "2\tObi\tObi\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tNER=I-person\n"
    "3\tslept\tsleep\tVERB\tVBD\tTense=Past\t0\troot\t_\t_\n"
    "4\tthere\tthere\tADV\tRB\t_\t_\t_\t_\t_\n\n"
    "1\tSleep\tsleep\tVERB\tVB\t_\t0\troot\t_\t_\n\n";
constexpr std::string_view without_names = "1\tSleep\t_\tVERB\t_\t_\t0\troot\t_\t_\n\n";

std::vector<std::uint32_t> names_of(const NetworkSentence& sentence) {
  std::vector<std::uint32_t> names;
  for (const NetworkSentence::Word& word : sentence.words) names.push_back(word.name);
  return names;
}

TEST(Treebank, KnowsTheNamesOfAFileThatMarksAny) {
  const ScratchFolder folder;
  const Treebank treebank =
      read_treebank({folder.write("none.conllu", without_names), folder.write("names.conllu", with_names)});
  EXPECT_EQ(treebank.sentences.size(), 3U);
  EXPECT_EQ(treebank.knows_names, (std::vector<char>{0, 1, 1}));
}

TEST(Treebank, TeachesNamesWhereItKnowsThem) {
  const ScratchFolder folder;
  const Treebank gold = read_treebank({folder.write("none.conllu", without_names)});
  const Treebank silver = read_treebank({folder.write("names.conllu", with_names)});
  const NetworkLabels labels = collect_labels(gold, silver, {}, 16);
  EXPECT_EQ(labels.kinds, std::vector<EntityKind>{EntityKind::person});
  constexpr std::uint32_t none = NetworkSentence::none;
  EXPECT_EQ(names_of(encode(gold, labels).at(0)), std::vector<std::uint32_t>{none});
  EXPECT_EQ(names_of(encode(silver, labels).at(0)), (std::vector<std::uint32_t>{1, 2, 0, 0}));
  EXPECT_EQ(names_of(encode(silver, labels).at(1)), std::vector<std::uint32_t>{0});
}

TEST(Treebank, TeachesNoHeadWhereThereIsNone) {
  const ScratchFolder folder;
  const Treebank gold = read_treebank({folder.write("names.conllu", with_names)});
  const NetworkLabels labels = collect_labels(gold, {}, {}, 16);
  const NetworkSentence sentence = encode(gold, labels).at(0);
  EXPECT_EQ(sentence.words[1].head, 1U);
  EXPECT_EQ(sentence.words[3].head, NetworkSentence::none);
  EXPECT_EQ(sentence.words[3].relation, NetworkSentence::none);
  EXPECT_NE(sentence.words[3].tag, NetworkSentence::none);
}

TEST(Treebank, CountsWordsOfGoldAndSilverAlike) {
  const ScratchFolder folder;
  const Treebank gold = read_treebank({folder.write("none.conllu", without_names)});
  const Treebank silver = read_treebank({folder.write("names.conllu", with_names)});
  EXPECT_TRUE(collect_labels(gold, {}, {}, 16).words.empty());  // `sleep` stands there once.
  const NetworkLabels labels = collect_labels(gold, silver, {}, 16);
  EXPECT_EQ(labels.words, std::vector<std::uint64_t>{word_features("sleep").word});
  EXPECT_EQ(encode(gold, labels).at(0).words[0].word_count, 2U);
}

TEST(Treebank, TakesFromSilverOnlyTheColumnsThatGoldHas) {
  const ScratchFolder folder;
  const Treebank gold = read_treebank({folder.write("none.conllu", without_names)});
  Treebank silver = read_treebank({folder.write("names.conllu", with_names)});
  const Treebank whole = silver;
  leave_out_unknown_columns(whole, silver);
  EXPECT_EQ(silver.sentences[0].sentence.tokens[2].xpos, "VBD");
  EXPECT_EQ(silver.sentences[0].sentence.tokens[2].feats, "Tense=Past");
  leave_out_unknown_columns(gold, silver);
  EXPECT_EQ(silver.sentences[0].sentence.tokens[2].xpos, "");
  EXPECT_EQ(silver.sentences[0].sentence.tokens[2].feats, "");
  EXPECT_FALSE(has_lemmas(gold));
  EXPECT_TRUE(has_lemmas(silver));
}

}  // namespace
}  // namespace habari::learned
