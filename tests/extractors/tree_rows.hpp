#pragma once

#include <habari/core/conllu.hpp>
#include <habari/core/document.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

namespace habari {

struct Name {
  std::string text;
  EntityKind kind;
};

/// A sentence with its tree and names, as the extractors take them.
struct NamedTree {
  std::string text;
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
};

/// A tree from rows of `form lemma UPOS feats head deprel`; names are marked where their text first stands.
inline NamedTree read_tree(const std::string& rows, const std::vector<Name>& names) {
  std::string conllu;
  std::istringstream lines(rows);
  std::string line;
  for (int id = 1; std::getline(lines, line); ++id) {
    std::istringstream cells(line);
    std::string form, lemma, upos, feats, head, deprel;
    cells >> form >> lemma >> upos >> feats >> head >> deprel;
    conllu += std::to_string(id) + "\t" + form + "\t" + lemma + "\t" + upos + "\t_\t" + feats + "\t" + head + "\t" +
              deprel + "\t_\t_\n";
  }
  std::istringstream in(conllu + "\n");
  ConlluSentence tree;
  EXPECT_TRUE(ConlluReader(in, "test").next(tree));
  NamedTree named{tree.text, {tree.sentence}, {}};
  for (const Name& name : names) {
    const auto at = static_cast<std::uint32_t>(tree.text.find(name.text));
    named.mentions.push_back({{at, at + static_cast<std::uint32_t>(name.text.size())}, name.kind, "", name.text, ""});
  }
  return named;
}

}  // namespace habari
