#include "gazetteer/gazetteer.hpp"

#include "gazetteer/gazetteer_file.hpp"
#include "lexicon/table.hpp"
#include "words/word_key.hpp"

#include <unicode/locdspnm.h>
#include <unicode/udata.h>
#include <unicode/ures.h>

#include <algorithm>
#include <memory>

namespace habari {
namespace {

struct CloseBundle {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

/// Whether a locale has territory names of its own, and does not only inherit its language's.
bool has_own_territory_names(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle regions(ures_open(U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "region", locale.getName(), &status));
  const Bundle countries(ures_getByKey(regions.get(), "Countries", nullptr, &status));
  if (U_FAILURE(status)) return false;
  const char* source = ures_getLocaleByType(countries.get(), ULOC_ACTUAL_LOCALE, &status);
  return U_SUCCESS(status) && std::string_view(source) == locale.getName();
}

/// ICU's names of territories in all locales of a language: the regional ones of Swahili spell names otherwise than the
/// language's own (`Ukraine`, `Ukreni`).
std::vector<std::unique_ptr<icu::LocaleDisplayNames>> display_names(std::string_view language) {
  std::vector<std::unique_ptr<icu::LocaleDisplayNames>> found;
  int32_t count = 0;
  const icu::Locale* available = icu::Locale::getAvailableLocales(count);
  for (int32_t i = 0; i < count; ++i) {
    if (available[i].getLanguage() != language || !has_own_territory_names(available[i])) continue;
    found.emplace_back(icu::LocaleDisplayNames::createInstance(available[i]));
  }
  return found;
}

EntityKind kind_of(const Table::Row& row) {
  const std::string_view id = row["id"];
  const std::size_t slash = id.find('/');
  const auto kind = parse_entity_kind(id.substr(0, slash));
  if (slash == std::string_view::npos || !kind) {
    row.fail("id is \"" + std::string(id) + "\", expected kind/name as in place/goma");
  }
  return *kind;
}

}  // namespace

Gazetteer::Gazetteer(std::string_view language, const DataDirectory& data, Vocabulary& vocabulary)
    : language_(language), institutions_(data.root() / "gazetteer" / "institutions.tsv", language, vocabulary) {
  const std::filesystem::path folder = data.root() / "gazetteer";
  load(folder / "countries.tsv", language, vocabulary);
  for (const auto row : Table(folder / "countries.tsv", {"name"})) english_names_.emplace_back(row["name"]);
  load_country_names(language, vocabulary);
  for (const char* table : {"organizations.tsv", "places.tsv", "persons.tsv"}) {
    load(folder / table, language, vocabulary);
  }
  load_institutions(vocabulary);
  load_language_names(language, vocabulary);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    for (const std::string& link : entries_[i].links) by_link_.emplace(link, i);
  }
  open_files(data);
}

std::optional<std::uint32_t> Gazetteer::find(std::string_view id) const {
  const auto at = numbers_.find(id);
  if (at == numbers_.end()) return std::nullopt;
  return at->second;
}

void Gazetteer::load(const std::filesystem::path& file, std::string_view language, Vocabulary& vocabulary) {
  const Table table(file, {"id", "name", "wikidata"});
  for (const auto row : table) {
    const auto number = static_cast<std::uint32_t>(entries_.size());
    const auto own_names = language == "en" ? std::vector<std::string_view>() : split(row[language], '|');
    GazetteerEntry entry{std::string(row["id"]), kind_of(row),
                         std::string(own_names.empty() ? row["name"] : own_names.front()), std::string(row["country"])};
    if (!row["wikidata"].empty()) entry.links.push_back("wikidata:" + std::string(row["wikidata"]));
    if (row["name"].empty()) row.fail("name must not be empty");
    if (!numbers_.emplace(entry.id, number).second) row.fail("a second row for " + entry.id);
    if (!row["iso"].empty()) territories_.emplace_back(row["iso"], number);
    has_own_name_.push_back(language == "en" || !own_names.empty());
    entries_.push_back(std::move(entry));
    add_name(number, row["name"], vocabulary);
    for (const std::string_view name : own_names) add_name(number, name, vocabulary);
    // News in any language uses English names and acronyms as well.
    for (const std::string_view name : split(row["en"], '|')) add_name(number, name, vocabulary);
  }
}

void Gazetteer::load_institutions(Vocabulary& vocabulary) {
  for (std::uint32_t institution = 0; institution < institutions_.size(); ++institution) {
    for (std::uint32_t country = 0; country < english_names_.size(); ++country) {
      const std::string english = institutions_.english_name(institution, english_names_[country]);
      std::vector<WordId> words;
      for (const PhraseWord word : cut_phrase(english, vocabulary)) words.push_back(word.word);
      // A row of organizations.tsv knows more of it.
      if (const auto known = names_.find(words); !known.empty()) {
        institution_entries_.push_back(known.front().entry);
        continue;
      }
      const auto number = static_cast<std::uint32_t>(entries_.size());
      GazetteerEntry entry{"organization/" + entity_slug(english), EntityKind::organization,
                           institutions_.name(institution, entries_[country].name), entries_[country].id};
      const auto [at, added] = numbers_.emplace(entry.id, number);
      institution_entries_.push_back(at->second);
      if (added) entries_.push_back(std::move(entry));
    }
  }
}

Gazetteer::InstitutionName Gazetteer::institution_at(std::span<const WordId> words) const {
  InstitutionName longest;
  for (const Institutions::Pattern* pattern : institutions_.patterns_at(words)) {
    auto node = names_.root;
    for (std::size_t end = pattern->before.size(); end < words.size();) {
      node = names_.next(node, words[end++]);
      if (node == names_.none) break;
      const auto rest = words.subspan(end);
      const std::vector<WordId>& after = pattern->after;
      if (names_.values(node).empty() || end + after.size() <= longest.words) continue;
      if (rest.size() < after.size() || !std::equal(after.begin(), after.end(), rest.begin())) continue;
      for (const Alias& alias : names_.values(node)) {
        if (alias.entry >= english_names_.size()) continue;
        longest.entry = institution_entries_[pattern->institution * english_names_.size() + alias.entry];
        longest.words = end + after.size();
      }
    }
  }
  return longest;
}

std::optional<std::uint32_t> Gazetteer::institution_of(std::uint32_t institution, std::string_view country) const {
  const auto number = find(country);
  if (!number || *number >= english_names_.size()) return std::nullopt;
  return institution_entries_[institution * english_names_.size() + *number];
}

void Gazetteer::load_country_names(std::string_view language, Vocabulary& vocabulary) {
  const auto locales = display_names(language);
  for (const auto& [iso, number] : territories_) {
    bool named = has_own_name_[number];
    for (const auto& locale : locales) {
      icu::UnicodeString label;
      locale->regionDisplayName(iso.c_str(), label);
      std::string name;
      label.toUTF8String(name);
      // `Congo - Kinshasa`, `Myanmar (Burma)`, `Visiwa vya Virgin, Marekani` are labels of lists, not names of texts.
      if (name.find_first_of("(,") != std::string::npos || name.find(" - ") != std::string::npos) continue;
      if (!named) entries_[number].name = name;
      named = true;
      add_name(number, name, vocabulary);
    }
  }
}

/// `Kifaransa` and `French` are `language/french`.
void Gazetteer::load_language_names(std::string_view language, Vocabulary& vocabulary) {
  const std::unique_ptr<icu::LocaleDisplayNames> english(
      icu::LocaleDisplayNames::createInstance(icu::Locale::getEnglish()));
  const auto locales = display_names(language);
  for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
    const auto name_in = [&](const icu::LocaleDisplayNames& names) {
      icu::UnicodeString label;
      names.languageDisplayName(*code, label);
      std::string name;
      return label.toUTF8String(name);
    };
    const std::string main = name_in(*english);
    const auto number = static_cast<std::uint32_t>(entries_.size());
    GazetteerEntry entry{"language/" + entity_slug(main), EntityKind::language, main, {}};
    if (main == *code || !numbers_.emplace(entry.id, number).second) continue;  // ICU has no name for it
    entries_.push_back(std::move(entry));
    add_name(number, main, vocabulary);
    bool named = false;
    for (const auto& locale : locales) {
      const std::string name = name_in(*locale);
      if (name == *code) continue;
      if (!named) entries_[number].name = name;
      named = true;
      add_name(number, name, vocabulary);
    }
  }
}

void Gazetteer::add_name(std::uint32_t entry, std::string_view name, Vocabulary& vocabulary) {
  if (entries_[entry].kind == EntityKind::country) country_names_.emplace_back(name, entry);
  std::vector<WordId> words;
  Casing casing = Casing::acronym;
  for (const PhraseWord word : cut_phrase(name, vocabulary)) {
    words.push_back(word.word);
    if (word.shape != Shape::upper && word.shape != Shape::number) casing = Casing::capitals;
  }
  for (const Alias& known : names_.find(words)) {
    if (known.entry == entry && known.casing == casing) return;
  }
  names_.add(words, {entry, casing});
}

}  // namespace habari
