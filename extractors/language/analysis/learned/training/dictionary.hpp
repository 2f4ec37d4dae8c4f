#pragma once

#include <habari/core/sentence.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace habari::learned {

/// A word that a language has, whether the treebank shows it or not.
struct DictionaryEntry {
  std::string lemma;
  Upos upos = Upos::x;
};

/// A file of lines `lemma TAB UPOS`; lines that begin with # are skipped.
/// Errors: Error names file and line where a line is something else.
std::vector<DictionaryEntry> read_dictionary(const std::filesystem::path& path);

}  // namespace habari::learned
