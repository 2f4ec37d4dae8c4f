#include "analysis/parts/word_list.hpp"

#include "lexicon/table.hpp"

namespace habari {

WordList::WordList(const std::filesystem::path& language_folder) {
  add_column(language_folder / "frequent_words.tsv", "word");
  for (const char* table : {"verbs.tsv", "nouns.tsv", "adverbs.tsv"})
    add_column(language_folder / "lexicon" / table, "lemma");
  const auto endings = language_folder / "endings.tsv";
  if (!std::filesystem::exists(endings)) return;
  for (const auto row : Table(endings, {"ending", "instead"}))
    endings_.push_back({std::string(row["ending"]), std::string(row["instead"])});
}

void WordList::add_column(const std::filesystem::path& file, std::string_view column) {
  if (!std::filesystem::exists(file)) return;
  for (const auto row : Table(file, {column})) {
    for (const std::string_view word : split(row[column], ' ')) words_.emplace(word);
  }
}

bool WordList::knows(std::string_view form) const {
  if (words_.contains(form)) return true;
  for (const Ending& ending : endings_) {
    if (!form.ends_with(ending.ending)) continue;
    std::string word(form.substr(0, form.size() - ending.ending.size()));
    if (words_.contains(word += ending.instead)) return true;
  }
  return false;
}

}  // namespace habari
