#pragma once

#include <filesystem>
#include <string>

namespace habari {

/// The words that a language leaves unsaid and a triple needs: `open_triples.tsv` in the lexicon folder.
/// A word that the table does not give is empty, and nothing is stated with it.
struct UnsaidWords {
  std::string identity;    ///< Between a name and its apposition or title: `is`.
  std::string participle;  ///< Before a participle that hangs on a noun; the text does not tell its tense: `be`.
  std::string possession;  ///< Between possessor and possessed: `has`.
};

/// No words where the language has no such table.
/// Errors: Error names file and line of a bad one.
UnsaidWords read_unsaid_words(const std::filesystem::path& lexicon_folder);

}  // namespace habari
