#include "rdf/terms/vocabulary.hpp"

#include "rdf/terms/iri.hpp"

namespace habari::rdf {
namespace {

struct Entry {
  std::string_view prefix;
  std::string_view iri;  ///< What follows the base, for those that lie under it.
};

constexpr std::array<Entry, namespace_count> table = {{
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"itsrdf", "http://www.w3.org/2005/11/its/rdf#"},
    {"nif", "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"schema", "https://schema.org/"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"time", "http://www.w3.org/2006/time#"},
    {"hb", "https://w3id.org/habari/ontology#"},
    {"rel", "https://w3id.org/habari/relation#"},
    {"sense", "https://w3id.org/habari/sense#"},
    {"software", "https://w3id.org/habari/software/"},
    {"wd", "http://www.wikidata.org/entity/"},
    {"gn", "https://sws.geonames.org/"},
    {"geo", "http://www.opengis.net/ont/geosparql#"},
    {"wgs84", "http://www.w3.org/2003/01/geo/wgs84_pos#"},
    {"entity", "entity/"},
    {"person", "entity/person/"},
    {"organization", "entity/organization/"},
    {"country", "entity/country/"},
    {"place", "entity/place/"},
    {"facility", "entity/facility/"},
    {"moment", "entity/time/"},
    {"happening", "entity/event/"},
    {"product", "entity/product/"},
    {"group", "entity/group/"},
    {"quantity", "entity/quantity/"},
    {"thing", "entity/thing/"},
    {"language", "entity/language/"},
    {"work", "entity/work/"},
    {"other", "entity/other/"},
    {"article", "article/"},
    {"event", "event/"},
    {"interval", "interval/"},
    {"instant", "instant/"},
    {"mention", "mention/"},
    {"relation", "relation/"},
    {"match", "match/"},
    {"extraction", "extraction/"},
}};

constexpr std::array class_names = {"Person",  "Organization", "Country",  "Place", "Facility", "Moment", "Happening",
                                    "Product", "Group",        "Quantity", "Thing", "Language", "Work",   "NamedThing"};

constexpr std::array mention_properties = {"agentMention",  "patientMention", "recipientMention",   "companionMention",
                                           "topicMention",  "placeMention",   "destinationMention", "originMention",
                                           "timeMention",   "causeMention",   "purposeMention",     "instrumentMention",
                                           "contentMention"};

}  // namespace

Namespaces::Namespaces(std::string_view base) {
  const std::string checked = checked_base(base);
  for (std::size_t i = 0; i < namespace_count; ++i) {
    const bool under_base = i >= static_cast<std::size_t>(Namespace::entity);
    iris_[i] = (under_base ? checked : std::string()) + std::string(table[i].iri);
  }
}

std::string_view Namespaces::prefix(Namespace space) const { return table[static_cast<std::size_t>(space)].prefix; }

Namespace entity_namespace(EntityKind kind) {
  return static_cast<Namespace>(static_cast<std::size_t>(Namespace::person) + static_cast<std::size_t>(kind));
}

std::string_view class_name(EntityKind kind) { return class_names[static_cast<std::size_t>(kind)]; }
std::string_view mention_property(Role role) { return mention_properties[static_cast<std::size_t>(role)]; }

}  // namespace habari::rdf
