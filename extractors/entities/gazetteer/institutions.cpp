#include "gazetteer/institutions.hpp"

#include "lexicon/table.hpp"
#include "words/pieces.hpp"

namespace habari {
namespace {

std::string filled(std::string_view pattern, std::string_view country) {
  const std::size_t star = pattern.find('*');
  return std::string(pattern.substr(0, star)) + std::string(country) + std::string(pattern.substr(star + 1));
}

std::vector<WordId> words_of(std::string_view text, Vocabulary& vocabulary) {
  std::vector<WordId> words;
  for (const PhraseWord word : cut_phrase(text, vocabulary)) words.push_back(word.word);
  return words;
}

}  // namespace

Institutions::Institutions(const std::filesystem::path& file, std::string_view language, Vocabulary& vocabulary) {
  const Table table(file, {"name"});
  for (const auto row : table) {
    const auto own_names = language == "en" ? std::vector<std::string_view>() : split(row[language], '|');
    std::vector<std::string_view> patterns = {row["name"]};
    for (const std::string_view column : {std::string_view("en"), language}) {
      for (const std::string_view pattern : split(row[column], '|')) patterns.push_back(pattern);
    }
    const auto institution = static_cast<std::uint32_t>(names_.size());
    for (const std::string_view pattern : patterns) {
      if (pattern.find('*') == std::string_view::npos || pattern.find('*') != pattern.rfind('*')) {
        row.fail("\"" + std::string(pattern) + "\": expected one * for the country's name");
      }
      add_pattern(pattern, institution, vocabulary);
      if (!row["alone"].empty()) add_name_alone(patterns_.back());
    }
    if (!row["alone"].empty() && row["alone"] != "country") {
      row.fail("alone is \"" + std::string(row["alone"]) + "\", expected country or nothing");
    }
    english_.emplace_back(row["name"]);
    names_.emplace_back(own_names.empty() ? row["name"] : own_names.front());
  }
}

void Institutions::add_pattern(std::string_view text, std::uint32_t institution, Vocabulary& vocabulary) {
  const std::size_t star = text.find('*');
  const auto number = static_cast<std::uint32_t>(patterns_.size());
  patterns_.push_back(
      {words_of(text.substr(0, star), vocabulary), words_of(text.substr(star + 1), vocabulary), institution});
  if (patterns_.back().before.empty()) {
    country_first_.push_back(number);
  } else {
    heads_.add(patterns_.back().before, number);
  }
}

void Institutions::add_name_alone(const Pattern& pattern) {
  std::vector<WordId> words = pattern.before;
  // What ties the country on belongs to it: `of`, `ya`.
  if (!words.empty() && pattern.after.empty()) words.pop_back();
  words.insert(words.end(), pattern.after.begin(), pattern.after.end());
  if (!words.empty() && alone_.find(words).empty()) alone_.add(words, pattern.institution);
}

std::optional<std::uint32_t> Institutions::named_alone(std::span<const WordId> words) const {
  const auto& found = alone_.find(words);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::string Institutions::english_name(std::uint32_t institution, std::string_view country) const {
  return filled(english_[institution], country);
}

std::string Institutions::name(std::uint32_t institution, std::string_view country) const {
  return filled(names_[institution], country);
}

std::vector<const Institutions::Pattern*> Institutions::patterns_at(std::span<const WordId> words) const {
  std::vector<const Pattern*> found;
  auto node = heads_.root;
  for (const WordId word : words) {
    node = heads_.next(node, word);
    if (node == heads_.none) break;
    for (const std::uint32_t number : heads_.values(node)) found.push_back(&patterns_[number]);
  }
  for (const std::uint32_t number : country_first_) found.push_back(&patterns_[number]);
  return found;
}

}  // namespace habari
