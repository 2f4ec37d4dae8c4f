#pragma once

#include <habari/core/ontology.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace habari::rdf {

/// Every IRI we write is a name in one of these; those from `entity` on lie under the user's base.
enum class Namespace : std::uint8_t {
  rdf,
  rdfs,
  owl,
  xsd,
  dcterms,
  itsrdf,
  nif,
  prov,
  schema,
  sem,
  skos,
  time,
  hb,
  rel,
  sense,
  software,
  wikidata,
  geonames,
  geo,
  wgs84,
  entity,
  person,
  organization,
  country,
  place,
  facility,
  moment,
  happening,
  product,
  group,
  quantity,
  thing,
  language,
  work,
  other,
  article,
  event,
  interval,
  instant,
  mention,
  relation,
  match,
  extraction
};
inline constexpr std::size_t namespace_count = 43;

/// Refers to the characters of its local name.
struct IriView {
  Namespace space = Namespace::rdf;
  std::string_view local;  ///< Percent-encoded.
  friend bool operator==(const IriView&, const IriView&) = default;
};

/// Prefix and IRI of each namespace, for one base.
class Namespaces {
 public:
  explicit Namespaces(std::string_view base);
  std::string_view prefix(Namespace space) const;
  const std::string& iri(Namespace space) const { return iris_[static_cast<std::size_t>(space)]; }

 private:
  std::array<std::string, namespace_count> iris_;
};

/// Namespace of the entity identifiers that begin with the kind's name.
Namespace entity_namespace(EntityKind kind);

inline constexpr IriView rdf_type{Namespace::rdf, "type"};
inline constexpr IriView rdfs_label{Namespace::rdfs, "label"};

constexpr IriView sem(std::string_view local) { return {Namespace::sem, local}; }
constexpr IriView nif(std::string_view local) { return {Namespace::nif, local}; }
constexpr IriView prov(std::string_view local) { return {Namespace::prov, local}; }
constexpr IriView hb(std::string_view local) { return {Namespace::hb, local}; }

/// Class of our ontology for a kind: `Person`.
std::string_view class_name(EntityKind kind);
/// Property of a mention that points at the text of a participant in a role: `agentMention`.
std::string_view mention_property(Role role);

}  // namespace habari::rdf
