#include "analysis/encoder/capitals.hpp"
#include "analysis/encoder/reader.hpp"
#include "encoder_model.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <thread>

namespace habari::encoder {
namespace {

std::unique_ptr<const EncoderReader> reader_of(std::string bytes) {
  return std::make_unique<EncoderReader>(open_model(std::move(bytes)));
}

const EncoderReader& small_reader() {
  static const auto reader = reader_of(small_model());
  return *reader;
}

/// Words with the spans that they have in a text: joined by blanks, but for those that begin with `+`.
Sentence sentence_of(const std::vector<std::string>& words) {
  Sentence sentence;
  std::uint32_t at = 0;
  for (const std::string& word : words) {
    Token& token = sentence.tokens.emplace_back();
    const bool is_glued = word.size() > 1 && word[0] == '+';
    token.form = is_glued ? word.substr(1) : word;
    if (!is_glued && at > 0) ++at;
    token.span = {at, at + static_cast<std::uint32_t>(token.form.size())};
    at = token.span.end;
  }
  return sentence;
}

Sentence random_sentence(learned::Random& random, std::size_t words) {
  static const std::vector<std::string> some = {"Rais", "alisema", "kuwa", "raia", "+,", "wasema", "日本", "ana", "+."};
  std::vector<std::string> chosen{"Rais"};
  while (chosen.size() < words) chosen.push_back(some[random.below(some.size())]);
  return sentence_of(chosen);
}

using Words = std::vector<std::tuple<Upos, std::string, std::string, std::uint32_t, Deprel, std::string>>;
std::pair<Words, std::vector<SentenceName>> answer(const Sentence& sentence) {
  Words words;
  for (const Token& token : sentence.tokens) {
    words.emplace_back(token.upos, token.xpos, token.feats, token.head, token.deprel, token.subtype);
  }
  return {words, sentence.names};
}

std::pair<Words, std::vector<SentenceName>> read(Sentence sentence, const EncoderReader& reader = small_reader()) {
  reader.read(std::span(&sentence, 1));
  return answer(sentence);
}

void expect_tree_and_names(const Sentence& sentence) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    roots += sentence.tokens[i].head == 0 ? 1 : 0;
    EXPECT_EQ(sentence.tokens[i].head == 0, sentence.tokens[i].deprel == Deprel::root);
    std::size_t steps = 0;
    for (std::size_t at = i + 1; at != 0; at = sentence.tokens[at - 1].head) {
      ASSERT_LE(sentence.tokens[at - 1].head, sentence.tokens.size());
      ASSERT_LE(++steps, sentence.tokens.size());
    }
  }
  EXPECT_EQ(roots, sentence.tokens.empty() ? 0U : 1U);
  std::uint32_t last = 0;
  for (const SentenceName& name : sentence.names) {
    EXPECT_LE(last, name.first);
    EXPECT_LT(name.first, name.end);
    EXPECT_LE(name.end, sentence.tokens.size());
    last = name.end;
  }
}

TEST(EncoderReader, FillsTagsTreeAndNames) {
  Sentence sentence = sentence_of({"Rais", "alisema", "kuwa", "raia", "wasema", "+."});
  sentence.tokens[1].lemma = "sema";
  small_reader().read(std::span(&sentence, 1));
  expect_tree_and_names(sentence);
  const std::string tags = RandomModel::tags;
  for (const Token& token : sentence.tokens) {
    const std::string tag = std::string(name(token.upos)) + "\t" + token.xpos + "\t" + token.feats;
    EXPECT_NE(("\n" + tags + "\n").find("\n" + tag + "\n"), std::string::npos) << tag;
  }
  EXPECT_EQ(sentence.tokens[1].lemma, "sema");
  EXPECT_EQ(small_reader().languages(), (std::vector<std::string>{"en", "sw"}));
}

TEST(EncoderReader, ReadsASentenceAlikeAloneAndAmongOthersInAnyOrder) {
  learned::Random random(31);
  std::vector<Sentence> sentences;
  for (int i = 0; i < 60; ++i) sentences.push_back(random_sentence(random, 1 + random.below(30)));
  std::vector<std::pair<Words, std::vector<SentenceName>>> apart;
  for (const Sentence& sentence : sentences) apart.push_back(read(sentence));
  std::vector<Sentence> together = sentences;
  small_reader().read(together);
  for (std::size_t i = 0; i < together.size(); ++i) EXPECT_EQ(answer(together[i]), apart[i]);
  std::vector<Sentence> backward(sentences.rbegin(), sentences.rend());
  small_reader().read(backward);
  for (std::size_t i = 0; i < backward.size(); ++i) EXPECT_EQ(answer(backward[i]), apart[apart.size() - 1 - i]);
}

TEST(EncoderReader, ReadsAlikeOnManyThreads) {
  learned::Random random(32);
  std::vector<Sentence> sentences;
  for (int i = 0; i < 40; ++i) sentences.push_back(random_sentence(random, 1 + random.below(30)));
  std::vector<Sentence> expected = sentences;
  small_reader().read(expected);
  std::vector<std::vector<Sentence>> found(4, sentences);
  std::vector<std::thread> threads;
  for (auto& own : found) {
    threads.emplace_back([&own] {
      for (Sentence& sentence : own) small_reader().read(std::span(&sentence, 1));
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& own : found) {
    for (std::size_t i = 0; i < own.size(); ++i) EXPECT_EQ(answer(own[i]), answer(expected[i]));
  }
}

TEST(EncoderReader, TellsWordsWrittenTogetherFromWordsApart) {
  EXPECT_NE(read(sentence_of({"Rais", "sema", "ku", "wa"})), read(sentence_of({"Rais", "+sema", "+ku", "+wa"})));
  Sentence multiword = sentence_of({"Rais", "alisema"});
  multiword.tokens[1].span = multiword.tokens[0].span;
  EXPECT_EQ(read(multiword), read(sentence_of({"Rais", "+alisema"})));
}

TEST(EncoderReader, ReadsHeadlinesInCapitalsAsIfInTitleCase) {
  const std::vector<std::string> capitals = {"RAIS", "ALISEMA", "RAIA", "1", "+."};
  EXPECT_TRUE(is_in_capitals(sentence_of(capitals)));
  EXPECT_EQ(read(sentence_of(capitals)), read(sentence_of({"Rais", "Alisema", "Raia", "1", "+."})));
  EXPECT_NE(read(sentence_of({"RAIS", "ALISEMA", "1"})), read(sentence_of({"Rais", "Alisema", "1"})));
  EXPECT_FALSE(is_in_capitals(sentence_of({"RAIS", "ALISEMA", "1", "+."})));
  EXPECT_FALSE(is_in_capitals(sentence_of({"RAIS", "ALISEMA", "RAIA", "wa"})));
  EXPECT_EQ(title_case("(ÉLYSÉE)"), "(Élysée)");
  EXPECT_EQ(title_case("U.S."), "U.s.");
  Sentence sentence = sentence_of(capitals);
  small_reader().read(std::span(&sentence, 1));
  EXPECT_EQ(sentence.tokens[0].form, "RAIS");
}

TEST(EncoderReader, ReadsNothing) {
  small_reader().read({});
  Sentence empty;
  small_reader().read(std::span(&empty, 1));
  EXPECT_TRUE(empty.tokens.empty());
}

/// Processor time for a sentence of so many words, in seconds.
double time_to_read(std::size_t words) {
  learned::Random random(33);
  Sentence sentence = random_sentence(random, words);
  const std::clock_t start = std::clock();
  small_reader().read(std::span(&sentence, 1));
  const double time = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  expect_tree_and_names(sentence);
  return time;
}

TEST(EncoderReader, ReadsAHundredThousandWordsAsOneTreeInTimeProportionalToThem) {
  const double few = time_to_read(5000);
  EXPECT_LT(time_to_read(100000), 3 * 20 * few);
}

TEST(EncoderReader, ReadsWordsOfAMegabyteInBoundedTime) {
  Sentence sentence = sentence_of({"Rais", std::string(1U << 20U, 'a'), std::string(1U << 20U, '\xC3'), "alisema"});
  const auto start = std::chrono::steady_clock::now();
  small_reader().read(std::span(&sentence, 1));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
  expect_tree_and_names(sentence);
}

TEST(EncoderReader, TiesPartsOfLongSentencesAtTheirRoots) {
  learned::Random random(34);
  const Sentence whole = random_sentence(random, 300);  // Far more pieces than the model has places.
  Sentence read_whole = whole;
  small_reader().read(std::span(&read_whole, 1));
  expect_tree_and_names(read_whole);
  std::size_t tied = 0;
  for (const Token& token : read_whole.tokens) tied += token.deprel == Deprel::parataxis ? 1 : 0;
  EXPECT_GT(tied, 3U);
}

std::string refusal(std::string bytes) {
  try {
    reader_of(std::move(bytes));
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

/// The model with one section changed behind the checksum's back, or left out.
std::string rebuilt(const std::string& changed, const std::string* content) {
  const learned::ModelFile file = open_model(small_model());
  learned::ModelWriter writer{std::string(section::language)};
  for (const std::string& name : file.section_names()) {
    if (name != changed) {
      writer.add(name, std::string(file.section(name)));
    } else if (content != nullptr) {
      writer.add(name, *content);
    }
  }
  return writer.bytes();
}

std::vector<Sentence> some_sentences() {
  return {sentence_of({"Rais", "alisema", "kuwa", "raia", "wasema", "+."}), sentence_of({"日本", "wa", "+,", "1"})};
}

TEST(EncoderModel, IsRefusedWithoutOneOfItsSections) {
  for (const std::string& name : open_model(small_model()).section_names()) {
    EXPECT_TRUE(refusal(rebuilt(name, nullptr)).starts_with("encoder.bin: model has no section " + name)) << name;
  }
}

TEST(EncoderModel, IsRefusedOrReadWithinItsBoundsWhereSectionsDoNotFit) {
  const learned::ModelFile file = open_model(small_model());
  learned::Random random(35);
  for (const std::string& name : file.section_names()) {
    SCOPED_TRACE(name);
    const std::string whole(file.section(name));
    const bool is_text = name == section::languages || name == section::kinds || name == section::tags;
    const std::string half = whole.substr(0, whole.size() / 2 + 1);
    EXPECT_TRUE(is_text || !refusal(rebuilt(name, &half)).empty());
    for (int round = 0; round < 24; ++round) {
      std::string wild = whole;
      for (char& byte : wild) {
        if (round < 2) byte = static_cast<char>(round == 0 ? 0x7F : 0xFF);
        if (round >= 2 && random.below(round < 12 ? 4 : whole.size()) == 0) byte = static_cast<char>(random.below(256));
      }
      const std::string bytes = rebuilt(name, &wild);
      if (!refusal(bytes).empty()) continue;
      std::vector<Sentence> sentences = some_sentences();
      reader_of(bytes)->read(sentences);
      for (const Sentence& sentence : sentences) expect_tree_and_names(sentence);
    }
  }
}

TEST(EncoderModel, IsRefusedWithWeightsThatAProductCouldCut) {
  const learned::ModelFile file = open_model(small_model());
  std::string section(file.section(section::heads));
  section.back() = 64;
  EXPECT_EQ(refusal(rebuilt(section::heads, &section)), "encoder.bin: model is damaged: section heads");
  section.back() = -64;
  EXPECT_EQ(refusal(rebuilt(section::heads, &section)), "encoder.bin: model is damaged: section heads");
}

TEST(EncoderModel, IsRefusedWhereCutOrFlipped) {
  const std::string& bytes = small_model();
  for (std::size_t size = 0; size < bytes.size(); size += size < 256 ? 1 : 997) {
    EXPECT_THROW(open_model(bytes.substr(0, size)), Error);
  }
  for (std::size_t at = 0; at < bytes.size(); at += 1009) {
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    EXPECT_THROW(open_model(flipped), Error) << at;
  }
}

}  // namespace
}  // namespace habari::encoder
