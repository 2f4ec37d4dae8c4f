#include "open_triples/unsaid_words.hpp"

#include "lexicon/table.hpp"

namespace habari {

UnsaidWords read_unsaid_words(const std::filesystem::path& lexicon_folder) {
  UnsaidWords words;
  const std::filesystem::path file = lexicon_folder / "open_triples.tsv";
  if (!std::filesystem::exists(file)) return words;
  const Table table(file, {"use", "form"});
  for (const auto row : table) {
    const std::string_view use = row["use"];
    if (use == "identity")
      words.identity = row["form"];
    else if (use == "participle")
      words.participle = row["form"];
    else if (use == "possession")
      words.possession = row["form"];
    else
      row.fail("use is \"" + std::string(use) + "\", none of identity, participle, possession");
  }
  return words;
}

}  // namespace habari
