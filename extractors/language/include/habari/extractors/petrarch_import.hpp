#pragma once

#include <habari/extractors/data_directory.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace habari {

/// PETRARCH's dictionaries, as far as there are any.
struct PetrarchDictionaries {
  std::vector<std::filesystem::path> verbs;   ///< Synonym blocks with codes and patterns.
  std::vector<std::filesystem::path> actors;  ///< Names with codes and dates.
  std::vector<std::filesystem::path> agents;  ///< Common nouns with codes.
};

/// What became of the entries.
struct PetrarchImportCounts {
  std::size_t verbs = 0;          ///< Verbs whose event type or code was taken.
  std::size_t persons = 0;        ///< Rows of persons.tsv.
  std::size_t organizations = 0;  ///< Rows of organizations.tsv.
  std::size_t nouns = 0;          ///< Rows of nouns.tsv.
  std::size_t left_out = 0;       ///< Lines of not-carried.tsv.
};

/// Writes a data folder to lay over `data` (DataOverlay): verbs with their event type, actors as persons and
/// organizations, agents as nouns; `codes.tsv`, the verbs' CAMEO codes as a table for TermMapping; and
/// `not-carried.tsv`, each line of the dictionaries that has no place there, with the reason. What `data` says of a
/// verb stays, but for its event type where that is OTHER. A noun that it knows stays. The same input gives the same
/// bytes. Errors: Error names file and line of a dictionary that cannot be read; Error where the folder cannot be
/// written. Source: https://github.com/openeventdata/petrarch2/blob/master/docs/source/dictionaries.rst
PetrarchImportCounts import_petrarch(const PetrarchDictionaries& dictionaries, const DataDirectory& data,
                                     const std::filesystem::path& folder);

}  // namespace habari
