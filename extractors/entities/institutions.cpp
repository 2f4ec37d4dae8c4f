#include "entities/institutions.hpp"

#include "entities/pieces.hpp"
#include "lexicon/table.hpp"

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
