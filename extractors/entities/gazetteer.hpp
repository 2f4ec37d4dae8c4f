#pragma once

#include "entities/pieces.hpp"
#include "entities/vocabulary.hpp"

#include <habari/core/ontology.hpp>
#include <habari/extractors/data_directory.hpp>

#include <cstdint>
#include <optional>
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

/// How a name must be written to be taken for one.
enum class Casing : std::uint8_t {
  capitals,  ///< `Goma`
  acronym,   ///< `UN`: all capitals
};

/// The rows of `data/gazetteer/`, with country names from ICU's locale data, under all names that articles of one
/// language use. Format: docs/entities.md.
class Gazetteer {
 public:
  struct Alias {
    std::uint32_t entry;
    Casing casing;
  };

  /// Errors: Error names the table's file and line.
  Gazetteer(std::string_view language, const DataDirectory& data, Vocabulary& vocabulary);

  const GazetteerEntry& entry(std::uint32_t number) const { return entries_[number]; }
  std::optional<std::uint32_t> find(std::string_view id) const;
  /// Names by their words; under the same name countries come first, then organizations, places and persons.
  const PhraseTrie<Alias>& names() const { return names_; }

 private:
  void load(const std::filesystem::path& file, std::string_view language, Vocabulary& vocabulary);
  void load_country_names(std::string_view language, Vocabulary& vocabulary);
  void add_name(std::uint32_t entry, std::string_view name, Vocabulary& vocabulary);

  std::vector<GazetteerEntry> entries_;
  StringMap<std::uint32_t> numbers_;
  std::vector<std::pair<std::string, std::uint32_t>> territories_;  // ISO 3166 codes
  std::vector<bool> has_own_name_;                                  // in the gazetteer's language
  PhraseTrie<Alias> names_;
};

}  // namespace habari
