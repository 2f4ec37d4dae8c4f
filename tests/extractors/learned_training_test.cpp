#include "analysis/learned/training/network.hpp"
#include "analysis/learned/training/segmenter_training.hpp"
#include "analysis/segmentation/multiword.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace habari::learned {
namespace {

NetworkShape small_shape() {
  NetworkShape shape;
  shape.word_rows = 6;
  shape.subword_rows = 16;
  shape.input = shape.hidden = shape.arc = shape.label = 16;
  shape.tags = 4;
  shape.relations = 3;
  shape.names = 5;
  return shape;
}

NetworkSentence sentence_of(std::size_t length, Random& random) {
  NetworkSentence sentence;
  for (std::size_t i = 0; i < length; ++i) {
    NetworkSentence::Word word;
    word.word = static_cast<std::uint32_t>(random.below(6));
    for (auto& s : word.subwords) s = static_cast<std::uint32_t>(random.below(16));
    word.habit = static_cast<std::uint32_t>(16 + random.below(habit_count * writing_count));
    word.unknown_habit = 16;
    word.tag = static_cast<std::uint32_t>(random.below(4));
    word.head = static_cast<std::uint32_t>(i);  // A chain: the first word is the root.
    word.relation = static_cast<std::uint32_t>(random.below(3));
    word.name = static_cast<std::uint32_t>(random.below(5));
    sentence.words.push_back(word);
  }
  return sentence;
}

NetworkRates no_dropout() {
  NetworkRates rates;
  rates.input_dropout = rates.layer_dropout = rates.recurrent_dropout = rates.head_dropout = 0;
  rates.label_dropout = rates.word_dropout = 0;
  return rates;
}

/// Vectors for words 2 and 4.
Matrix some_vectors() {
  Matrix vectors;
  vectors.resize(6, 3);
  vectors.row(2)[0] = 0.6F;
  vectors.row(2)[1] = 0.8F;
  vectors.row(4)[2] = -1.0F;
  return vectors;
}

void expect_right_gradient(TrainableNetwork& network) {
  Random random(23);
  const NetworkSentence longer = sentence_of(5, random);
  NetworkSentence shorter = sentence_of(3, random);
  shorter.words[1].head = NetworkSentence::none;
  shorter.words[2].tag = NetworkSentence::none;
  for (NetworkSentence::Word& word : shorter.words) word.name = NetworkSentence::none;
  const TrainableNetwork::Batch batch = {&longer, &shorter};
  const auto loss = [&] {
    const double value = network.train(batch, no_dropout());
    for (Parameter* p : network.parameters()) std::fill(p->gradient.values.begin(), p->gradient.values.end(), 0.0F);
    return value;
  };
  network.train(batch, no_dropout());
  std::vector<std::vector<float>> gradients;
  for (const Parameter* p : network.parameters()) gradients.push_back(p->gradient.values);
  loss();
  const auto parameters = network.parameters();
  std::size_t checked = 0;
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    int agreed = 0;
    for (int trial = 0; trial < 12; ++trial) {
      const std::size_t at = random.below(gradients[p].size());
      float& weight = parameters[p]->weight.values[at];
      const float kept = weight;
      constexpr float step = 1e-3F;
      weight = kept + step;
      const double above = loss();
      weight = kept - step;
      const double below = loss();
      weight = kept;
      agreed += std::abs(gradients[p][at] - (above - below) / (2 * step)) < 2e-3 ? 1 : 0;
      checked += gradients[p][at] != 0 ? 1 : 0;
    }
    // A rectifier's kink may lie within the step now and then.
    EXPECT_GE(agreed, 10) << "parameter " << p;
  }
  EXPECT_GT(checked, 50U);
}

TEST(TrainableNetwork, HasTheGradientOfItsLoss) {
  TrainableNetwork network(small_shape(), {3, 3, 7, 12}, 5);
  expect_right_gradient(network);
}

TEST(TrainableNetwork, HasTheGradientOfItsLossWithVectorsOfWords) {
  TrainableNetwork network(small_shape(), {3, 3, 7, 12}, 5);
  const std::size_t before = network.parameters().size();
  network.use_vectors(some_vectors());
  EXPECT_EQ(network.parameters().size(), before + 1);
  expect_right_gradient(network);
}

TEST(TrainableNetwork, LearnsNothingOfNamesWhereTheyAreUnknown) {
  TrainableNetwork network(small_shape(), {3, 3, 7, 12}, 5);
  Random random(3);
  NetworkSentence sentence = sentence_of(4, random);
  for (NetworkSentence::Word& word : sentence.words) word.name = NetworkSentence::none;
  network.train({&sentence}, no_dropout());
  const std::vector<float>& gradient = network.names_weight.gradient.values;
  EXPECT_TRUE(std::all_of(gradient.begin(), gradient.end(), [](float x) { return x == 0; }));
}

TEST(TrainableNetwork, AddsTheProjectedVectorToTheWord) {
  TrainableNetwork network(small_shape(), {3, 3, 7, 12}, 5);
  const Matrix own = network.words.weight;
  network.use_vectors(some_vectors());
  const Matrix all = network.combined_words();
  for (std::size_t j = 0; j < own.columns; ++j) {
    EXPECT_EQ(all.row(1)[j], own.row(1)[j]);
    EXPECT_NEAR(all.row(2)[j], 0.6F * network.projection.weight.row(0)[j] + 0.8F * network.projection.weight.row(1)[j],
                1e-6F);
    EXPECT_NEAR(all.row(4)[j], -network.projection.weight.row(2)[j], 1e-6F);
  }
}

std::vector<ConlluSentence> read(const std::string& conllu) {
  std::istringstream in(conllu);
  ConlluReader reader(in, "test");
  std::vector<ConlluSentence> sentences;
  ConlluSentence sentence;
  while (reader.next(sentence)) sentences.push_back(sentence);
  return sentences;
}

std::string two_words(const std::string& surface, const std::string& first, const std::string& second) {
  return "# text = " + surface + "\n1-2\t" + surface + "\t_\t_\t_\t_\t_\t_\t_\t_\n1\t" + first +
         "\t_\tX\t_\t_\t0\troot\t_\t_\n2\t" + second + "\t_\tX\t_\t_\t1\tdep\t_\t_\n\n";
}

std::string one_word(const std::string& form) {
  return "# text = " + form + "\n1\t" + form + "\t_\tX\t_\t_\t0\troot\t_\t_\n\n";
}

TEST(MultiwordTable, CutsWhatTheTreebankCutsAndWhatEndsAlike) {
  ModelWriter writer("en");
  train_multiwords(
      read(two_words("dog's", "dog", "'s") + two_words("King's", "King", "'s") + two_words("he's", "he", "'s") +
           two_words("cat's", "cat", "'s") + two_words("bird's", "bird", "'s") + two_words("zum", "zu", "dem") +
           two_words("cannot", "can", "not") + one_word("McDonald's") + one_word("knot")),
      writer);
  const ModelFile file = ModelFile::from_bytes(writer.bytes(), "test", "en");
  const segmentation::MultiwordTable table(file);
  const auto words = [&](std::string_view surface) {
    std::vector<std::string> out;
    table.expand(surface, out);
    return out;
  };
  using Words = std::vector<std::string>;
  EXPECT_EQ(words("Obama's"), (Words{"Obama", "'s"}));
  EXPECT_EQ(words("Élysée's"), (Words{"Élysée", "'s"}));
  EXPECT_EQ(words("CANNOT"), (Words{"CAN", "NOT"}));
  EXPECT_EQ(words("Zum"), (Words{"Zu", "dem"}));
  EXPECT_EQ(words("McDonald's"), (Words{"McDonald's"}));
  EXPECT_EQ(words("knot"), (Words{"knot"}));
  EXPECT_EQ(words("'s"), (Words{"'s"}));
}

TEST(RebuildParagraphs, JoinsSentencesAsTheyStood) {
  const std::string first =
      "# newpar\n# text = "
      "La.\n1\tLa\t_\tX\t_\t_\t0\troot\t_\tSpaceAfter=No\n2\t.\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n\n";
  const auto paragraphs =
      rebuild_paragraphs(read(first + one_word("b") + one_word("c") + "# newpar\n" + one_word("d")));
  ASSERT_EQ(paragraphs.size(), 2U);
  EXPECT_EQ(paragraphs[0].text, "La.b c");
  EXPECT_EQ(paragraphs[0].sentences[2].tokens[0].span, (Span{5, 6}));
  EXPECT_EQ(paragraphs[1].text, "d");
}

}  // namespace
}  // namespace habari::learned
