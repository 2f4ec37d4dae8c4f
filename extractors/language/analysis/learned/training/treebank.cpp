#include "analysis/learned/training/treebank.hpp"

#include <habari/core/error.hpp>

#include <algorithm>
#include <fstream>

namespace habari::learned {
namespace {

template <typename Question>
bool any_token(const Treebank& treebank, Question question) {
  return std::any_of(treebank.sentences.begin(), treebank.sentences.end(), [&](const ConlluSentence& entry) {
    return std::any_of(entry.sentence.tokens.begin(), entry.sentence.tokens.end(), question);
  });
}

}  // namespace

Treebank read_treebank(const std::vector<std::filesystem::path>& paths) {
  Treebank treebank;
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Error(path.string() + ": cannot be read");
    ConlluReader reader(in, path.string(), {.partial_trees = true});
    ConlluSentence sentence;
    bool marks_names = false;
    while (reader.next(sentence)) {
      marks_names = marks_names || !sentence.sentence.names.empty();
      treebank.sentences.push_back(std::move(sentence));
    }
    treebank.knows_names.resize(treebank.sentences.size(), marks_names ? 1 : 0);
  }
  return treebank;
}

bool has_lemmas(const Treebank& treebank) {
  return any_token(treebank, [](const Token& token) { return !token.lemma.empty(); });
}

void leave_out_unknown_columns(const Treebank& gold, Treebank& silver) {
  const bool has_xpos = any_token(gold, [](const Token& token) { return !token.xpos.empty(); });
  const bool has_feats = any_token(gold, [](const Token& token) { return !token.feats.empty(); });
  for (ConlluSentence& entry : silver.sentences) {
    for (Token& token : entry.sentence.tokens) {
      if (!has_xpos) token.xpos.clear();
      if (!has_feats) token.feats.clear();
    }
  }
}

}  // namespace habari::learned
