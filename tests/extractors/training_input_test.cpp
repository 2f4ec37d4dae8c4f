#include "analysis/learned/training/dictionary.hpp"
#include "analysis/learned/training/word_vectors.hpp"
#include "analysis/model/word_features.hpp"
#include "scratch_folder.hpp"

#include <habari/core/error.hpp>

#include <gtest/gtest.h>

#include <functional>

namespace habari::learned {
namespace {

/// The message of the Error that `read` throws, without the folder.
std::string refusal(const std::function<void()>& read) {
  try {
    read();
  } catch (const Error& error) {
    const std::string message = error.what();
    return message.substr(message.rfind('/') + 1);
  }
  return "";
}

TEST(WordVectors, AreReadFromBothTextFormats) {
  const ScratchFolder folder;
  const std::string lines = "the 3 0 4\nThe 1 1 1\ndog 0 -2 0 \r\nzero 0 0 0\ncat 1 0 0\n";
  for (const std::string& text : {lines, "5 3\n" + lines}) {
    const WordVectors vectors = read_word_vectors(folder.write("vectors.txt", text), 3);
    ASSERT_EQ(vectors.words.size(), 3U);  // `The` is read as `the`; a vector of zeros tells nothing.
    EXPECT_EQ(vectors.words[1], word_features("Dog").word);
    EXPECT_EQ(vectors.words[2], word_features("cat").word);
    ASSERT_EQ(vectors.values.columns, 3U);
    EXPECT_FLOAT_EQ(vectors.values.row(0)[0], 0.6F);
    EXPECT_FLOAT_EQ(vectors.values.row(0)[2], 0.8F);
    EXPECT_FLOAT_EQ(vectors.values.row(1)[1], -1.0F);
  }
  EXPECT_EQ(read_word_vectors(folder.write("vectors.txt", lines), 1).words.size(), 1U);
}

TEST(WordVectors, AreRefusedWithTheLineThatIsWrong) {
  const ScratchFolder folder;
  const auto refused = [&](std::string_view text) {
    return refusal([&] { read_word_vectors(folder.write("v.txt", text), 100); });
  };
  EXPECT_EQ(refused("a 1 2\nb 1 2 3\n"), "v.txt:2: 3 numbers, the lines before have 2");
  EXPECT_EQ(refused("a 1 2\nb 1 x\n"), "v.txt:2: expected a word and its numbers, set apart by spaces");
  EXPECT_EQ(refused("a 1 2\nb\n"), "v.txt:2: expected a word and its numbers, set apart by spaces");
  EXPECT_EQ(refused("a 1 inf\n"), "v.txt:1: expected a word and its numbers, set apart by spaces");
  EXPECT_EQ(refused("a 1 2\n\xFF 1 2\n"), "v.txt:2: invalid UTF-8");
  EXPECT_EQ(refused(""), "v.txt: holds no word vector");
  EXPECT_EQ(refusal([&] { read_word_vectors(folder.path() + "/none", 100); }), "none: cannot be read");
}

TEST(Dictionary, HoldsLemmasAndTheirParts) {
  const ScratchFolder folder;
  const auto entries = read_dictionary(folder.write("d.tsv", "# verbs\nkimbia\tVERB\n\nox\tNOUN\r\n"));
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].lemma, "kimbia");
  EXPECT_EQ(entries[0].upos, Upos::verb);
  EXPECT_EQ(entries[1].lemma, "ox");
  EXPECT_EQ(entries[1].upos, Upos::noun);
}

TEST(Dictionary, IsRefusedWithTheLineThatIsWrong) {
  const ScratchFolder folder;
  const auto refused = [&](std::string_view text) {
    return refusal([&] { read_dictionary(folder.write("d.tsv", text)); });
  };
  EXPECT_EQ(refused("a\tNOUN\nb\n"), "d.tsv:2: expected a lemma, a tab and its UPOS");
  EXPECT_EQ(refused("a\tNOMEN\n"), "d.tsv:1: expected a lemma, a tab and its UPOS");
  EXPECT_EQ(refused("ox\tNOUN\toxen\n"), "d.tsv:1: expected a lemma, a tab and its UPOS");
  EXPECT_EQ(refused("\tNOUN\n"), "d.tsv:1: expected a lemma, a tab and its UPOS");
  EXPECT_EQ(refused("\xC3\tNOUN\n"), "d.tsv:1: invalid UTF-8");
  EXPECT_EQ(refusal([&] { read_dictionary(folder.path() + "/none"); }), "none: cannot be read");
}

}  // namespace
}  // namespace habari::learned
