#pragma once

#include <habari/extractors/analyzer.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>

namespace habari {

inline const Analyzer& analyzer() {
  static const auto swahili = make_analyzer("sw", DataDirectory(HABARI_DATA_DIR));
  return *swahili;
}

inline std::string relation(const Token& token) {
  std::string out(name(token.deprel));
  if (!token.subtype.empty()) out += ":" + token.subtype;
  return out;
}

inline std::string show(const Sentence& sentence) {
  std::string out;
  for (const Token& token : sentence.tokens) {
    out += "  " + token.form + " " + relation(token) + " " +
           (token.head == 0 ? "ROOT" : sentence.tokens[token.head - 1].form) + "\n";
  }
  return out;
}

/// Each line of `edges` is `word relation head`; a word that stands twice is `word/2`. A head of `-` is the root.
struct Tree {
  const char* text;
  const char* edges;
};

inline std::optional<std::size_t> find(const Sentence& sentence, std::string form) {
  std::size_t nth = 1;
  if (const std::size_t slash = form.find('/'); slash != std::string::npos && slash > 0) {
    nth = static_cast<std::size_t>(std::stoi(form.substr(slash + 1)));
    form.resize(slash);
  }
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].form == form && --nth == 0) return i;
  }
  return std::nullopt;
}

/// Expects the relations that `tree` lists of the one sentence that its text is.
inline void expect(const Tree& tree) {
  const auto sentences = analyzer().analyze(tree.text);
  ASSERT_EQ(sentences.size(), 1u) << tree.text;
  const Sentence& sentence = sentences[0];
  std::istringstream lines(tree.edges);
  std::string word, wanted, head;
  while (lines >> word >> wanted >> head) {
    const auto dependent = find(sentence, word);
    ASSERT_TRUE(dependent.has_value()) << word << " in " << tree.text;
    const Token& token = sentence.tokens[*dependent];
    EXPECT_EQ(relation(token), wanted) << word << "\n" << show(sentence);
    if (head == "-") {
      EXPECT_EQ(token.head, 0u) << word << "\n" << show(sentence);
      continue;
    }
    const auto governor = find(sentence, head);
    ASSERT_TRUE(governor.has_value()) << head << " in " << tree.text;
    EXPECT_EQ(token.head, *governor + 1) << word << " should hang on " << head << "\n" << show(sentence);
  }
}

}  // namespace habari
