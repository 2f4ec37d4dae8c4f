#pragma once

#include "gazetteer/institutions.hpp"
#include "words/pieces.hpp"
#include "words/vocabulary.hpp"

#include <habari/core/ontology.hpp>
#include <habari/extractors/data_directory.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// An entity that the tables know.
struct GazetteerEntry {
  std::string id;  ///< `person/vladimir-putin`: the kind, then the name.
  EntityKind kind = EntityKind::thing;
  std::string name;     ///< Main name in the gazetteer's language, in English where it has none.
  std::string country;  ///< Id of the country it belongs to, empty where unknown.
  /// Its entries in catalogues, `wikidata:Q7747`, and where it lies, by its row or its files' records alone: see
  /// Gazetteer::links.
  std::vector<std::string> links{};
};

class GazetteerFile;
struct GazetteerRecord;

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

  /// What a name may stand for in a gazetteer file.
  struct Filed {
    std::uint32_t entry = 0;
    Casing casing = Casing::capitals;
    std::uint32_t rank = 0;  ///< Higher: better known. Of the world's file the number of people.
    bool is_users = false;   ///< Of the user's file, not of the world's.
  };
  bool has_users_file() const { return files_.front() != nullptr; }
  /// `name` is a NameHash. The user's entries first, then the world's, of each the best known first, each once.
  /// Entries that the tables have as well (an identifier or a link says so) are the tables'.
  /// What texts name is kept. Errors: Error where a file is damaged there.
  std::vector<Filed> find_filed(std::uint64_t name) const;
  /// Whether the first of the user's is far better known than the others.
  static bool is_clear(std::span<const Filed> found);

  /// Entries of public catalogues that an entry is, and where it lies, by the tables, the world's file and the user's
  /// file together: one of each kind of link, of several the first. Errors: as find_filed.
  std::vector<std::string> links(std::uint32_t number) const;

 private:
  void open_files(const DataDirectory& data);
  void load(const std::filesystem::path& file, std::string_view language, Vocabulary& vocabulary);
  void load_country_names(std::string_view language, Vocabulary& vocabulary);
  void load_institutions(Vocabulary& vocabulary);
  void load_language_names(std::string_view language, Vocabulary& vocabulary);
  void add_name(std::uint32_t entry, std::string_view name, Vocabulary& vocabulary);

  /// A record of one of the files.
  using RecordKey = std::pair<std::size_t, std::uint64_t>;
  struct FiledEntries;
  const GazetteerEntry& filed_entry(std::uint32_t number) const;
  std::uint32_t number_of_record(RecordKey key) const;
  std::optional<std::uint32_t> row_of(const GazetteerRecord& record) const;
  std::optional<std::uint64_t> same_in(std::size_t file, std::string_view id, std::span<const std::string> links) const;
  GazetteerEntry entry_of(const GazetteerRecord& record) const;
  std::string country_of(const GazetteerRecord& record) const;

  std::string language_;
  std::vector<GazetteerEntry> entries_;
  StringMap<std::uint32_t> by_link_;
  std::array<std::unique_ptr<const GazetteerFile>, 2> files_;  ///< The user's and the world's, where they are there.
  std::shared_ptr<FiledEntries> filed_;
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
