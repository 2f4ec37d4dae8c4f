#pragma once

#include <habari/extractors/data_directory.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace habari {

/// What is taken over.
struct GazetteerImportOptions {
  std::vector<std::string> languages = {"sw", "en"};  ///< Whose names are taken, best first.
  std::size_t memory = std::size_t{128} << 20U;       ///< Bytes of names held at a time.
};

/// What an import came to.
struct GazetteerImportCounts {
  std::uint64_t read = 0;   ///< Entities of the inputs.
  std::uint64_t taken = 0;  ///< Those of a kind that news names, with a name in one of the languages.
};

/// Reads Wikidata JSON dumps (`.json`: one entity a line, as dumps.wikimedia.org gives them, or a cut of one) and
/// tables (`.csv`, columns in docs/gazetteer.md), gzip-compressed or not, into one gazetteer file. Memory is bounded
/// whatever the input's size. The same inputs give the same bytes.
/// Kinds come from `gazetteer/classes.tsv` of `data`.
/// Errors: Error `FILE:LINE: …` for a line that is none of the format; Error where `output` cannot be written.
GazetteerImportCounts import_gazetteer(const std::vector<std::string>& inputs, const std::filesystem::path& output,
                                       const DataDirectory& data, const GazetteerImportOptions& options = {});

}  // namespace habari
