#include "analysis/learned/training/segmenter_examples.hpp"

#include <gtest/gtest.h>

#include <string>

namespace habari::learned {
namespace {

/// A paragraph of sentences of tokens, written as `|` between tokens and `||` between sentences.
TreebankParagraph paragraph_of(std::string_view pattern) {
  TreebankParagraph out;
  std::string token;
  const auto end_token = [&] {
    if (token.empty()) return;
    Token made;
    made.span.begin = static_cast<std::uint32_t>(out.text.size());
    out.text += token;
    made.span.end = static_cast<std::uint32_t>(out.text.size());
    out.sentences.back().tokens.push_back(made);
    token.clear();
  };
  out.sentences.emplace_back();
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '|' || pattern[i] == ' ') {
      end_token();
      if (pattern[i] == ' ') out.text += ' ';
      if (pattern.substr(i).starts_with("||")) {
        ++i;
        out.text += ' ';
        out.sentences.emplace_back();
      }
    } else {
      token += pattern[i];
    }
  }
  end_token();
  return out;
}

/// The inverse.
std::string pattern_of(const TreebankParagraph& paragraph) {
  std::string out;
  std::uint32_t at = 0;
  for (const Sentence& sentence : paragraph.sentences) {
    if (!out.empty()) out += "||";
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const Span span = sentence.tokens[i].span;
      if (i > 0) out += span.begin > at ? " " : "|";
      out += slice(paragraph.text, span);
      at = span.end;
    }
  }
  return out;
}

TEST(SegmenterExamples, GiveNamesMoreInitials) {
  Random random(3);
  const auto made = make_examples({paragraph_of("Here J. Smith sang|.")}, random);
  ASSERT_FALSE(made.empty());
  for (const TreebankParagraph& example : made) {
    const std::string pattern = pattern_of(example);
    EXPECT_TRUE(pattern.starts_with("Here ")) << pattern;
    EXPECT_TRUE(pattern.ends_with(". J. Smith sang|.")) << pattern;
    EXPECT_GE(example.sentences.front().tokens.size(), 6U);
  }
  EXPECT_TRUE(make_examples({paragraph_of("Plan J. failed|.")}, random).empty());
}

TEST(SegmenterExamples, EndSentencesInTheTreebanksAbbreviations) {
  Random random(3);
  std::vector<TreebankParagraph> paragraphs;
  for (int i = 0; i < 300; ++i) {
    paragraphs.push_back(paragraph_of("The E.U. paid it|!||All of us saw Rome|.||They left|, e.g. home|."));
  }
  const auto made = make_examples(paragraphs, random);
  ASSERT_FALSE(made.empty());
  for (const TreebankParagraph& example : made) {
    EXPECT_EQ(pattern_of(example), "All of us saw E.U.||They left|, e.g. home|.");
  }
}

}  // namespace
}  // namespace habari::learned
