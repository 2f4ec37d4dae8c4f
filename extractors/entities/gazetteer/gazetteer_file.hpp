#pragma once

#include "gazetteer/gazetteer.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// What a gazetteer file holds of one entity.
struct GazetteerRecord {
  std::string id;  ///< `person/vladimir-putin-q7747`
  EntityKind kind = EntityKind::thing;
  /// `wikidata:Q7747`, `geonames:184745`, `geo:-1.28333,36.81667` (links.hpp), none of another kind.
  std::vector<std::string> links;
  std::string country;     ///< `Q159`, `KE` (ISO 3166), or an id as `country/kenya`; empty where unknown.
  std::uint32_t rank = 0;  ///< How much the world writes of it: sitelinks in Wikidata; of places also people.
  /// Language and name, a language's main name first.
  std::vector<std::pair<std::string, std::string>> names;
  friend bool operator==(const GazetteerRecord&, const GazetteerRecord&) = default;
};

/// Hash under which a file finds an identifier or a link.
std::uint64_t key_hash(std::string_view key);

/// A gazetteer of any size in one file that is mapped into memory: opening it costs the same for ten entries and ten
/// million, and a look-up touches a few pages. Made by GazetteerWriter. Format: docs/gazetteer.md.
/// Every part has a checksum that is compared when the part is read.
/// Thread rule: const members may be called from several threads at once.
class GazetteerFile {
 public:
  struct Candidate {
    std::uint64_t record = 0;
    std::uint32_t rank = 0;
    friend bool operator==(const Candidate&, const Candidate&) = default;
  };
  struct Found {
    Casing casing = Casing::capitals;
    std::vector<Candidate> candidates;  ///< Highest rank first; at most sixteen.
  };

  /// Errors: Error `FILE: …` where it cannot be opened, is cut or none of ours.
  explicit GazetteerFile(const std::filesystem::path& file);
  ~GazetteerFile();
  GazetteerFile(GazetteerFile&&) noexcept;
  GazetteerFile& operator=(GazetteerFile&&) noexcept;

  std::uint64_t entry_count() const;
  std::uint64_t name_count() const;

  /// What the name with this hash (name_hash) may stand for. Names of equal hashes are taken for one: among ten million
  /// names that befalls one look-up in 10^12.
  /// Errors: Error `FILE: byte N: …` where the file is damaged there.
  std::optional<Found> find(std::uint64_t name_hash) const;
  /// Whether the name is there, without what it stands for. Errors: as find.
  bool contains(std::uint64_t name_hash) const;
  /// The entity whose identifier or link this is: `place/goma`, `geonames:216281`. Errors: as find.
  std::optional<std::uint64_t> find_key(std::string_view key) const;
  /// Requires: `record` is of a Candidate or find_key. Errors: as find.
  GazetteerRecord record(std::uint64_t record) const;

 private:
  class Mapping;
  /// Calls `use` with the place in each slot of the hash until it returns true.
  template <typename Use>
  void each_place(std::uint64_t hash, Use use) const;
  std::string_view find_record(std::uint64_t name_hash) const;
  std::string_view name_record(std::uint64_t at) const;

  std::unique_ptr<const Mapping> mapping_;
};

/// Writes a gazetteer file. Holds `memory` bytes of names; what is more goes through files beside the output.
class GazetteerWriter {
 public:
  /// Errors: Error where no file can be made there.
  explicit GazetteerWriter(std::filesystem::path file, std::size_t memory = std::size_t{128} << 20U);
  ~GazetteerWriter();
  GazetteerWriter(const GazetteerWriter&) = delete;
  GazetteerWriter& operator=(const GazetteerWriter&) = delete;

  void add(const GazetteerRecord& record);
  /// The file appears whole, or not at all. The same records in the same order give the same bytes.
  /// Errors: Error where it cannot be written.
  void finish();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace habari
