#pragma once

#include "gazetteer/institutions.hpp"
#include "words/pieces.hpp"
#include "words/vocabulary.hpp"

#include <habari/core/ontology.hpp>
#include <habari/extractors/data_directory.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace habari {

/// An entity that the tables know.
struct GazetteerEntry {
  std::string id;  ///< `person/vladimir-putin`: the kind, then the name.
  EntityKind kind = EntityKind::thing;
  std::string name;      ///< Main name in the gazetteer's language, in English where it has none.
  std::string country;   ///< Id of the country it belongs to, empty where unknown.
  std::string wikidata;  ///< `Q7747`, empty where uncertain.
};

class GazetteerFile;

/// How a name must be written to be taken for one.
enum class Casing : std::uint8_t {
  capitals,  ///< `Goma`
  acronym,   ///< `UN`: all capitals
};

/// The rows of `data/gazetteer/`, with names of countries and languages from ICU's locale data, under all names that
/// articles of one language use. Format: docs/entities.md.
class Gazetteer {
 public:
  struct Alias {
    std::uint32_t entry;
    Casing casing;
  };

  /// Errors: Error names the table's file and line, or what the gazetteer file lacks.
  Gazetteer(std::string_view language, const DataDirectory& data, Vocabulary& vocabulary);
  ~Gazetteer();
  Gazetteer(const Gazetteer&) = delete;
  Gazetteer& operator=(const Gazetteer&) = delete;

  const GazetteerEntry& entry(std::uint32_t number) const {
    return number < entries_.size() ? entries_[number] : filed_entry(number);
  }
  std::optional<std::uint32_t> find(std::string_view id) const;
  /// Names by their words; under the same name countries come first, then organizations, places and persons.
  const PhraseTrie<Alias>& names() const { return names_; }

  /// Names of countries in the gazetteer's language and in English, with their entries.
  const std::vector<std::pair<std::string, std::uint32_t>>& country_names() const { return country_names_; }

  /// The longest name of a country's institution that `words` begins with, by institutions.tsv.
  struct InstitutionName {
    std::uint32_t entry = 0;
    std::size_t words = 0;  ///< 0: there is none.
  };
  InstitutionName institution_at(std::span<const WordId> words) const;
  /// The row of institutions.tsv that `words` name without a country, where the article's is meant: `High Court`.
  std::optional<std::uint32_t> institution_alone(std::span<const WordId> words) const {
    return institutions_.named_alone(words);
  }
  /// The entry of that row's institution in a country; nothing where `country` is no id of one.
  std::optional<std::uint32_t> institution_of(std::uint32_t institution, std::string_view country) const;

  /// What a name of the gazetteer file may stand for.
  struct Filed {
    std::vector<Alias> aliases;  ///< The best known first; at most four.
    bool is_clear = false;       ///< The first is far better known than the others.
  };
  bool has_file() const { return file_ != nullptr; }
  /// `name` is a NameHash. Entries of the file that the tables have as well (the same Wikidata id) are the tables'.
  /// What texts name is kept. Errors: Error where the file is damaged there.
  Filed find_filed(std::uint64_t name) const;

 private:
  void load(const std::filesystem::path& file, std::string_view language, Vocabulary& vocabulary);
  void load_country_names(std::string_view language, Vocabulary& vocabulary);
  void load_institutions(Vocabulary& vocabulary);
  void load_language_names(std::string_view language, Vocabulary& vocabulary);
  void add_name(std::uint32_t entry, std::string_view name, Vocabulary& vocabulary);

  struct FiledEntries;
  const GazetteerEntry& filed_entry(std::uint32_t number) const;
  std::uint32_t number_of_record(std::uint64_t record) const;

  std::string language_;
  std::vector<GazetteerEntry> entries_;
  StringMap<std::uint32_t> by_wikidata_;
  std::unique_ptr<const GazetteerFile> file_;
  std::unique_ptr<FiledEntries> filed_;
  StringMap<std::uint32_t> numbers_;
  std::vector<std::pair<std::string, std::uint32_t>> territories_;  // ISO 3166 codes
  std::vector<bool> has_own_name_;                                  // in the gazetteer's language
  PhraseTrie<Alias> names_;
  Institutions institutions_;
  std::vector<std::pair<std::string, std::uint32_t>> country_names_;
  std::vector<std::string> english_names_;          // of countries, which are the first entries
  std::vector<std::uint32_t> institution_entries_;  // by institution, then country
};

}  // namespace habari
