#include "analysis/learned/learned_model.hpp"

#include <habari/core/error.hpp>
#include <habari/extractors/trainer.hpp>
#include <habari/extractors/treebank_scores.hpp>

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace habari {
namespace {

const std::filesystem::path treebank_path = std::filesystem::path(HABARI_TEST_DIR) / "extractors/treebanks/eo.conllu";

TrainingOptions small_options() {
  TrainingOptions options;
  options.language = "eo";
  options.treebanks = {treebank_path};
  options.epochs = 120;
  options.input = options.hidden = options.arc = options.label = 32;
  options.subword_rows = 512;
  options.rate = 5e-3F;
  return options;
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return all.str();
}

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("habari-learned-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// One small model for all tests.
const std::string& model_bytes() {
  static const std::string bytes = [] {
    const Folder folder;
    train_model(small_options(), folder / "eo.bin");
    return read_bytes(folder / "eo.bin");
  }();
  return bytes;
}

std::unique_ptr<const Analyzer> analyzer_of(std::string bytes, std::string_view language = "eo") {
  return learned::analyzer_of(
      std::make_shared<learned::LearnedModel>(learned::ModelFile::from_bytes(std::move(bytes), "eo.bin", language)));
}

std::string refusal(std::string bytes, std::string_view language = "eo") {
  try {
    analyzer_of(std::move(bytes), language);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::vector<ConlluSentence> treebank() {
  std::ifstream in(treebank_path);
  ConlluReader reader(in, "eo.conllu");
  std::vector<ConlluSentence> sentences;
  ConlluSentence sentence;
  while (reader.next(sentence)) sentences.push_back(sentence);
  return sentences;
}

void expect_tree(const Sentence& sentence) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    roots += token.head == 0 ? 1 : 0;
    EXPECT_EQ(token.head == 0, token.deprel == Deprel::root);
    std::size_t steps = 0;
    for (std::size_t at = i + 1; at != 0; at = sentence.tokens[at - 1].head) {
      ASSERT_LE(sentence.tokens[at - 1].head, sentence.tokens.size());
      ASSERT_LE(++steps, sentence.tokens.size());
    }
  }
  EXPECT_EQ(roots, sentence.tokens.empty() ? 0U : 1U);
}

TEST(LearnedAnalyzer, LearnsATreebankOfALanguageItKnowsNothingOf) {
  const auto analyzer = analyzer_of(model_bytes());
  const TreebankScores words = score_words(*analyzer, treebank());
  EXPECT_GT(words.upos, 97);
  EXPECT_GT(words.lemmas, 97);
  EXPECT_GT(words.las, 90);
  EXPECT_GT(words.names.value(), 95);
  const TreebankScores text = score_text(*analyzer, treebank());
  EXPECT_GT(text.words, 97);
  EXPECT_GT(text.sentences, 90);
  EXPECT_GT(text.las, 85);
  EXPECT_GT(text.names.value(), 90);
}

TEST(LearnedAnalyzer, ReadsASentenceItHasNotSeen) {
  const auto analyzer = analyzer_of(model_bytes());
  const std::string text = "La verkisto vidis la soldaton en Berlino. La infano ne legas.";
  const std::vector<Sentence> sentences = analyzer->analyze(text);
  ASSERT_EQ(sentences.size(), 2U);
  const auto& tokens = sentences[0].tokens;
  ASSERT_EQ(tokens.size(), 8U);
  EXPECT_EQ(slice(text, tokens[6].span), "Berlino");
  EXPECT_EQ(tokens[2].upos, Upos::verb);
  EXPECT_EQ(tokens[2].lemma, "vidi");
  EXPECT_EQ(tokens[2].head, 0U);
  EXPECT_EQ(tokens[4].lemma, "soldato");
  EXPECT_EQ(tokens[4].feature("Case"), "Acc");
  EXPECT_EQ(tokens[4].deprel, Deprel::obj);
  EXPECT_EQ(tokens[1].deprel, Deprel::nsubj);
}

TEST(LearnedAnalyzer, MarksTheNamesOfASentence) {
  const auto analyzer = analyzer_of(model_bytes());
  const std::string text = "Petro kaj Maria parolis en Berlino. La knabo legas.";
  const std::vector<Sentence> sentences = analyzer->analyze(text);
  ASSERT_EQ(sentences.size(), 2U);
  const std::vector<SentenceName> expected = {
      {0, 1, EntityKind::person}, {2, 3, EntityKind::person}, {5, 6, EntityKind::place}};
  EXPECT_EQ(sentences[0].names, expected);
  EXPECT_TRUE(sentences[1].names.empty());
}

TEST(LearnedAnalyzer, FindsNamesAnewInSentencesThatHadSome) {
  Sentence sentence = analyzer_of(model_bytes())->analyze("La knabo legas.").at(0);
  sentence.names = {{0, 2, EntityKind::person}};
  analyzer_of(model_bytes())->parse(sentence);
  EXPECT_TRUE(sentence.names.empty());
}

TEST(LearnedAnalyzer, GivesLemmasToTagsThatTheTreebankDidNotUse) {
  const learned::LearnedModel model(learned::ModelFile::from_bytes(model_bytes(), "eo.bin", "eo"));
  Sentence sentence;
  for (const char* form : {"soldaton", "verkisto"}) {
    Token& token = sentence.tokens.emplace_back();
    token.form = form;
    token.upos = Upos::noun;
    token.feats = "Case=Acc|Number=Sing|Typo=Yes";
  }
  sentence.tokens[1].lemma = "kept";
  model.fill(std::span(&sentence, 1));
  EXPECT_EQ(sentence.tokens[0].lemma, "soldato");
  EXPECT_EQ(sentence.tokens[1].lemma, "kept");
}

TEST(LearnedAnalyzer, GivesTreesAndExactSpansForAnyText) {
  const auto analyzer = analyzer_of(model_bytes());
  for (const std::string text :
       {"", " ", "\n\n", ".", "a", "\xC2\xA0", "?!?!", "x\ty\r\nz", "😀😀 La la \xE2\x80\x9C.\xE2\x80\x9D", "((((((",
        "1.234,5 %", "a-b_c/d@e.f http://x.y/z?q=1"}) {
    std::uint32_t last = 0;
    for (const Sentence& sentence : analyzer->analyze(text)) {
      expect_tree(sentence);
      for (const Token& token : sentence.tokens) {
        EXPECT_GE(token.span.begin, last);
        EXPECT_GT(token.span.end, token.span.begin);
        EXPECT_LE(token.span.end, text.size());
        EXPECT_FALSE(token.form.empty());
        last = token.span.begin;
      }
      EXPECT_EQ(sentence.span.begin, sentence.tokens.front().span.begin);
      EXPECT_EQ(sentence.span.end, sentence.tokens.back().span.end);
    }
    EXPECT_EQ(find_invalid_utf8(text), std::string::npos);
  }
}

TEST(LearnedAnalyzer, ParsesTenThousandWordsAsOneTree) {
  Sentence sentence;
  for (int i = 0; i < 10000; ++i) {
    sentence.tokens.emplace_back().form = i % 3 == 0 ? "la" : (i % 3 == 1 ? "knabo" : "legas");
  }
  analyzer_of(model_bytes())->parse(sentence);
  expect_tree(sentence);
}

TEST(LearnedAnalyzer, ReadsASentenceAlikeAloneAndAmongOthers) {
  const auto analyzer = analyzer_of(model_bytes());
  const std::vector<std::string> lines = {"La knabo legas.",
                                          "Ĉu vi venos morgaŭ al la granda lernejo en Parizo?",
                                          "Ne.",
                                          "La ministro, kiu venis, parolis pri la leĝo.",
                                          "Mi vidis florojn.",
                                          "Petro kaj Maria loĝas en malnova domo."};
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  const std::vector<Sentence> together = analyzer->analyze(text);
  std::vector<Sentence> apart;
  for (const std::string& line : lines) {
    for (Sentence& sentence : analyzer->analyze(line)) apart.push_back(std::move(sentence));
  }
  ASSERT_EQ(together.size(), apart.size());
  for (std::size_t s = 0; s < apart.size(); ++s) {
    ASSERT_EQ(together[s].tokens.size(), apart[s].tokens.size());
    for (std::size_t i = 0; i < apart[s].tokens.size(); ++i) {
      const Token& a = together[s].tokens[i];
      const Token& b = apart[s].tokens[i];
      EXPECT_EQ(std::tie(a.form, a.lemma, a.upos, a.feats, a.head, a.deprel),
                std::tie(b.form, b.lemma, b.upos, b.feats, b.head, b.deprel));
    }
  }
}

TEST(LearnedAnalyzer, BreaksOffASentenceWithoutAnEnd) {
  std::string text;
  for (int i = 0; i < 40000; ++i) text += "la ";
  std::size_t words = 0;
  for (const Sentence& sentence : analyzer_of(model_bytes())->analyze(text)) {
    EXPECT_LE(sentence.tokens.size(), 256U);
    words += sentence.tokens.size();
  }
  EXPECT_EQ(words, 40000U);
}

/// A model of one pass over `gold`, with `silver` beside it where there is any.
std::string trained_on(const std::string& gold, const std::string& silver = "",
                       TrainingOptions options = small_options()) {
  const Folder folder;
  options.epochs = 1;
  std::ofstream(folder / "gold.conllu") << gold;
  options.treebanks = {folder / "gold.conllu"};
  if (!silver.empty()) {
    std::ofstream(folder / "silver.conllu") << silver;
    options.silver = {folder / "silver.conllu"};
  }
  train_model(options, folder / "eo.bin");
  return read_bytes(folder / "eo.bin");
}

std::vector<std::string> sections_of(const std::string& model) {
  return learned::ModelFile::from_bytes(model, "eo.bin", "eo").section_names();
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr const char* bare_sentence =
    "1\tLa\t_\tDET\t_\t_\t2\tdet\t_\t_\n"
    "2\tknabo\t_\tNOUN\t_\t_\t3\tnsubj\t_\t_\n"
    "3\tlegas\t_\tVERB\t_\t_\t0\troot\t_\t_\n\n";

TEST(TrainModel, LeavesOutWhatTheTreebanksDoNotHave) {
  const std::string model = trained_on(bare_sentence);
  EXPECT_FALSE(contains(sections_of(model), "names"));
  EXPECT_FALSE(contains(sections_of(model), "lemma.rules"));
  const Sentence sentence = analyzer_of(model)->analyze("La knabo legas.").at(0);
  EXPECT_TRUE(sentence.names.empty());
  for (const Token& token : sentence.tokens) EXPECT_EQ(token.lemma + token.feats, "");
}

TEST(TrainModel, LeavesTokensAndSentencesToRulesWhereAsked) {
  TrainingOptions options = small_options();
  options.segmenter = false;
  const std::string model = trained_on(bare_sentence, "", options);
  EXPECT_FALSE(contains(sections_of(model), "split.pairs"));
  EXPECT_FALSE(contains(sections_of(model), "multiword"));
  const auto sentences = analyzer_of(model)->analyze("La knabo legas. La knabo venis.");
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].tokens.size(), 4U);
}

TEST(TrainModel, LearnsNamesFromSilverTreesButNeitherLemmasNorFeatures) {
  const std::string model = trained_on(bare_sentence, read_bytes(treebank_path));
  EXPECT_TRUE(contains(sections_of(model), "names"));
  EXPECT_FALSE(contains(sections_of(model), "lemma.rules"));
  const Sentence sentence = analyzer_of(model)->analyze("La knabo legas.").at(0);
  for (const Token& token : sentence.tokens) EXPECT_EQ(token.feats, "");
}

TEST(TrainModel, GivesTheSameBytesForTheSameSeed) {
  const Folder folder;
  TrainingOptions options = small_options();
  options.epochs = 3;
  train_model(options, folder / "a.bin");
  train_model(options, folder / "b.bin");
  options.seed = 2;
  train_model(options, folder / "c.bin");
  EXPECT_EQ(read_bytes(folder / "a.bin"), read_bytes(folder / "b.bin"));
  EXPECT_NE(read_bytes(folder / "a.bin"), read_bytes(folder / "c.bin"));
}

std::string training_error(const std::string& conllu) {
  const Folder folder;
  std::ofstream(folder / "bad.conllu") << conllu;
  TrainingOptions options = small_options();
  options.treebanks = {folder / "bad.conllu"};
  try {
    train_model(options, folder / "bad.bin");
  } catch (const Error& error) {
    EXPECT_FALSE(std::filesystem::exists(folder / "bad.bin"));
    const std::string message = error.what();
    return message.substr(message.rfind('/') + 1);
  }
  return "";
}

TEST(TrainModel, NamesTheLineOfATreeThatIsNone) {
  const auto row = [](int id, int head) {
    return std::to_string(id) + "\tla\tla\tDET\t_\t_\t" + std::to_string(head) + "\t" + (head == 0 ? "root" : "det") +
           "\t_\t_\n";
  };
  EXPECT_TRUE(training_error(row(1, 0) + row(2, 3) + row(3, 2) + "\n").starts_with("bad.conllu:2: "));
  EXPECT_TRUE(training_error(row(1, 0) + row(2, 0) + "\n").starts_with("bad.conllu:2: "));
  EXPECT_TRUE(training_error("# a comment\n" + row(1, 0) + row(2, 7) + "\n").starts_with("bad.conllu:3: "));
  EXPECT_TRUE(training_error("1\tla\n\n").starts_with("bad.conllu:1: "));
  EXPECT_EQ(training_error(""), "the treebanks hold no sentence");
}

TEST(ModelFile, RefusesATruncatedFileAtEveryLength) {
  const std::string& bytes = model_bytes();
  std::vector<std::size_t> lengths;
  for (std::size_t n = 0; n < 4096; ++n) lengths.push_back(n);
  for (std::size_t n = 4096; n < bytes.size(); n += 9973) lengths.push_back(n);
  lengths.push_back(bytes.size() - 1);
  for (const std::size_t n : lengths) {
    const std::string message = refusal(bytes.substr(0, n));
    ASSERT_TRUE(message.starts_with("eo.bin: ")) << n;
  }
}

TEST(ModelFile, RefusesAFlippedBitAnywhere) {
  std::string bytes = model_bytes();
  for (std::size_t at = 0; at < bytes.size(); at += at < 2048 ? 1 : 7919) {
    for (const int bit : {0, 5, 7}) {
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
      ASSERT_FALSE(refusal(bytes).empty()) << "byte " << at << " bit " << bit;
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << bit));
    }
  }
  EXPECT_EQ(refusal(bytes), "");
}

TEST(ModelFile, SaysWhichVersionAndWhichLanguageItExpected) {
  std::string bytes = model_bytes();
  EXPECT_EQ(refusal(bytes, "it"), "eo.bin: model was trained for language eo, expected it");
  bytes[8] = 99;
  EXPECT_TRUE(refusal(bytes).starts_with("eo.bin: model format version 99, this program reads version "));
  EXPECT_EQ(refusal("#!/bin/sh" + std::string(100, '\n')), "eo.bin: no Habari model");
}

/// Sections changed behind the checksum's back: a model from a broken or hostile trainer.
TEST(ModelFile, RefusesOrSurvivesSectionsThatDoNotFit) {
  const learned::ModelFile file = learned::ModelFile::from_bytes(model_bytes(), "eo.bin", "eo");
  const std::vector<std::string> names = file.section_names();
  ASSERT_GT(names.size(), 30U);
  const auto rebuilt = [&](const std::string& changed, const std::string& content, bool leave_out) {
    learned::ModelWriter writer("eo");
    for (const std::string& name : names) {
      if (name != changed) {
        writer.add(name, std::string(file.section(name)));
      } else if (!leave_out) {
        writer.add(name, content);
      }
    }
    return writer.bytes();
  };
  ASSERT_EQ(refusal(rebuilt("", "", false)), "");
  for (const std::string& name : names) {
    SCOPED_TRACE(name);
    EXPECT_NE(refusal(rebuilt(name, "", true)), "");
    const std::string whole(file.section(name));
    if (name != "multiword" && name != "lemma.rules") {
      EXPECT_NE(refusal(rebuilt(name, whole.substr(0, whole.size() / 2 + 1), false)), "");
    }
    // Numbers out of all bounds: refused, or at least read without leaving the file.
    std::string wild = whole;
    for (char& byte : wild) byte = static_cast<char>(0x7F);
    const std::string bytes = rebuilt(name, wild, false);
    if (!refusal(bytes).empty()) continue;
    for (const Sentence& sentence : analyzer_of(bytes)->analyze("La knabo legas. Ĉu vi venos?")) expect_tree(sentence);
  }
}

}  // namespace
}  // namespace habari
