#pragma once

#include <habari/core/conllu.hpp>

#include <filesystem>
#include <vector>

namespace habari::learned {

/// Annotated sentences to learn from.
struct Treebank {
  std::vector<ConlluSentence> sentences;
  /// By sentence: whether its words outside names are known to be in none. They are where its file marks any name; a
  /// file without one says nothing of names.
  std::vector<char> knows_names;
};

/// Reads CoNLL-U files; words without a head are allowed.
/// Errors: Error names file and line where one is malformed or no tree, or says that it cannot be read.
Treebank read_treebank(const std::vector<std::filesystem::path>& paths);

/// Whether any word has a lemma.
bool has_lemmas(const Treebank& treebank);

/// Takes XPOS or features from the silver sentences where no gold word has any: what they are is not learnt then.
void leave_out_unknown_columns(const Treebank& gold, Treebank& silver);

}  // namespace habari::learned
