#pragma once

#include "lexicon/agreement_table.hpp"
#include "lexicon/object_types.hpp"
#include "lexicon/quantity_table.hpp"
#include "lexicon/string_map.hpp"

#include <habari/core/ontology.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace habari {

/// Where participants differ from the default: position (`subj`, `obj`, `obj2` or a preposition) to role;
/// no role where the table says `-`.
using RoleMap = std::vector<std::pair<std::string, std::optional<Role>>>;
/// What a row says of a position: null where it says nothing, no role where it says `-`.
const std::optional<Role>* find_role(const RoleMap& roles, std::string_view position);

/// A row of verbs.tsv. Format: docs/lexicon.md.
struct VerbEntry {
  std::string lemma;
  std::string label;
  EventType type = EventType::other;
  bool speech = false;
  bool governing = false;
  bool light = false;
  bool copula = false;
  bool complement = false;  ///< An infinitive beside it is its content, not its purpose (`cause`, `help`).
  bool auxiliary = false;   ///< `content` is the standing it gives as an auxiliary (`may`, `will`).
  bool obligation = false;  ///< It says what has to be done (`must`, `have to`).
  bool naming = false;      ///< It says what something is called (`known as`, `linaloitwa`).
  std::optional<Factuality> content;
  RoleMap roles;
  std::uint32_t line = 0;  ///< Of the table.
};

/// A row of nouns.tsv.
struct NounEntry {
  std::string lemma;
  std::string plural;
  std::string noun_class;  ///< `1/2`, `9/10` …: languages with noun classes only.
  EntityKind kind = EntityKind::thing;
  std::string gloss;
  std::string label;  ///< Of the event it names; empty where it names none.
  EventType type = EventType::other;
  RoleMap roles;
  std::uint32_t line = 0;
  bool names_event() const { return !label.empty(); }
};

/// A row of markers.tsv.
struct MarkerEntry {
  enum class Use : std::uint8_t {
    case_marker,
    clause_marker,
    source_marker,
    agent_marker,
    infinitive_marker,
    reporting_marker,
    subject_marker,
    naming_marker
  };
  std::string marker;
  Use use = Use::case_marker;
  std::optional<EntityKind> object;
  std::optional<Role> role;
  std::optional<Factuality> factuality;
  std::uint32_t line = 0;
};

/// A row of adverbs.tsv.
struct AdverbEntry {
  std::string lemma;
  std::optional<Factuality> factuality;
  std::optional<Role> role;
  std::uint32_t line = 0;
};

/// What a language's words say of events: the tables under `data/languages/<code>/lexicon/`.
class Lexicon {
 public:
  /// Errors: Error names the table's file and line.
  explicit Lexicon(const std::filesystem::path& folder);

  const VerbEntry* verb(std::string_view lemma) const;
  const NounEntry* noun(std::string_view lemma) const;
  const AdverbEntry* adverb(std::string_view lemma) const;
  /// The row for a marker before an object of this kind: the one that names the kind, else the one that names none.
  const MarkerEntry* marker(std::string_view marker, MarkerEntry::Use use, std::optional<EntityKind> object) const;

  const ObjectTypes& object_types() const { return object_types_; }
  const AgreementTable& agreement() const { return agreement_; }
  const QuantityTable& quantities() const { return quantities_; }

  const StringMap<VerbEntry>& verbs() const { return verbs_; }
  const StringMap<NounEntry>& nouns() const { return nouns_; }
  const StringMap<std::vector<MarkerEntry>>& markers() const { return markers_; }
  const StringMap<AdverbEntry>& adverbs() const { return adverbs_; }

 private:
  StringMap<VerbEntry> verbs_;
  StringMap<NounEntry> nouns_;
  StringMap<std::vector<MarkerEntry>> markers_;
  StringMap<AdverbEntry> adverbs_;
  ObjectTypes object_types_;
  AgreementTable agreement_;
  QuantityTable quantities_;
};

}  // namespace habari
